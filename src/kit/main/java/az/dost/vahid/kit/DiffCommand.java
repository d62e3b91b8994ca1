package az.dost.vahid.kit;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.wsdl.ContractFiles;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.diff.ConnectorDiff;
import az.dost.vahid.kit.diff.ContractChange;
import az.dost.vahid.kit.diff.ContractChange.Effect;
import az.dost.vahid.kit.diff.GatheredContract;
import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "diff",
        mixinStandardHelpOptions = true,
        description =
                "Say what a new version of the agency's contract, or a file in a new form, breaks: for the request that the connector sends, and the fields that it reads.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:the connector goes on working",
            "1:the contracts could not be compared, or not all that the connector sends and reads",
            "2:wrong arguments",
            "3:something breaks"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector diff civil-status --against contract-2.wsdl",
            "  vahid connector diff hospital-staff --against staff_20270101.csv --all",
            "  vahid connector diff civil-status --against wsdl/register-2.wsdl --root .",
            "  vahid connector diff civil-status --against contract-2.wsdl --json"
        })
final class DiffCommand implements QuietCommand {
    private static final int BREAKS = 3;
    private static final int UNCOMPARED = 1;

    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id of the connector.")
    private String id;

    @Option(
            names = "--against",
            paramLabel = "FILE",
            required = true,
            description =
                    "The new contract, of the kind that the folder has: .wsdl, a .zip that holds one, .xsd, OpenAPI, a schema of JSON or GraphQL, a layout of fixed width; or a .csv.")
    private Path against;

    @Option(
            names = "--root",
            paramLabel = "DIR",
            description = "The folder that has all that the new contract refers to, where that is not its own.")
    private Path root;

    @Mixin
    private ConnectorsOption connectors;

    @Option(
            names = "--all",
            description =
                    "Print also what changes nothing for this connector: fields that it does not read (unused), and what breaks nobody (harmless).")
    private boolean all;

    @Option(names = "--json", description = "Print all changes as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        boolean archived = archived();
        if (!archived && !OthersFiles.beside(against).has(against)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + against);
        }
        CheckedFolder folder =
                new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(connectors.folder(spec, id));
        if (!folder.reading().findings().isEmpty()) {
            throw new IllegalStateException("The connector has errors: run connector check " + id);
        }
        List<ContractChange> changes =
                changes(folder, archived).stream().distinct().toList();
        long breaking = changes.stream()
                .filter(change -> change.effect() == Effect.BREAKS)
                .count();
        long unknown = changes.stream()
                .filter(change -> change.effect() == Effect.UNKNOWN)
                .count();
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(Literal.plain(rows(changes).toPrettyString()));
        } else {
            changes.stream()
                    .filter(change -> all || told(change))
                    .forEach(change -> out.println(PlainText.of(change.toString())));
            long differences = changes.size() - unknown;
            out.println(breaking + " of " + differences + " changes break " + id
                    + (unknown == 0 ? "" : "; what is unknown could not be compared: look yourself")
                    + (all || changes.stream().allMatch(DiffCommand::told) ? "" : "; --all shows the others"));
        }
        out.flush();
        return breaking > 0 ? BREAKS : unknown > 0 ? UNCOMPARED : 0;
    }

    /** Whether it is an archive, or lies in one. */
    private boolean archived() {
        return against.toString().matches("(?i).*[.]zip(?:/.*)?") && ContractFiles.reads(against);
    }

    private List<ContractChange> changes(CheckedFolder folder, boolean archived) throws IOException {
        if (root == null && !archived) {
            return ConnectorDiff.between(folder, against);
        }
        try (GatheredContract gathered = new GatheredContract(against, root)) {
            return ConnectorDiff.between(folder, gathered.file());
        }
    }

    private static boolean told(ContractChange change) {
        return change.effect() == Effect.BREAKS || change.effect() == Effect.UNKNOWN;
    }

    private static ArrayNode rows(List<ContractChange> changes) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        changes.forEach(change -> rows.addObject()
                .put("effect", change.effect().toString())
                .put("breaks", change.effect() == Effect.BREAKS)
                .put("field", change.field())
                .put("message", change.message()));
        return rows;
    }
}
