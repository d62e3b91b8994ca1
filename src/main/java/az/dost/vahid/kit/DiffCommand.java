package az.dost.vahid.kit;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.check.CheckedFolder;
import az.dost.vahid.kit.check.ConnectorCheck;
import az.dost.vahid.kit.check.FieldUse;
import az.dost.vahid.kit.check.Kit;
import az.dost.vahid.kit.check.Sample;
import az.dost.vahid.kit.draft.Change;
import az.dost.vahid.kit.draft.ContractChanges;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.normalise.MappingException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(name = "diff", mixinStandardHelpOptions = true,
        description = "Say what a new version of the agency's contract, or a file in a new form, breaks.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:the connector goes on working", "1:something breaks", "2:wrong arguments"},
        footerHeading = "%nExamples:%n", footer = {
            "  vahid connector diff civil-status --against contract-2.wsdl",
            "  vahid connector diff hospital-staff --against staff_20270101.csv --json"})
final class DiffCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id of the connector.")
    private String id;

    @Option(names = "--against", paramLabel = "FILE", required = true, description = "The new contract: .wsdl, OpenAPI .yaml or .json, or a .csv.")
    private Path against;

    @Mixin
    private ConnectorsOption connectors;

    @Option(names = "--json", description = "Print the changes as JSON.")
    private boolean json;

    @Override
    public int run() {
        if (!Files.isRegularFile(against)) {
            throw new ParameterException(spec.commandLine(), "There is no file " + against);
        }
        CheckedFolder folder = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(connectors.folder(spec, id));
        if (!folder.reading().findings().isEmpty()) {
            throw new IllegalStateException("The connector has errors: run connector check " + id);
        }
        FieldUse use = use(folder);
        List<Change> changes = ContractChanges.between(present(folder), against, operation(folder.connector()));
        PrintWriter out = spec.commandLine().getOut();
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        long breaking = 0;
        for (Change change : changes) {
            boolean breaks = change.effect() == Change.Effect.BREAKS
                    || change.effect() == Change.Effect.BREAKS_WHERE_USED && use.uses(change.field());
            breaking += breaks ? 1 : 0;
            rows.addObject().put("breaks", breaks).put("field", change.field()).put("message", change.message());
            if (!json) {
                out.println(PlainText.of((breaks ? "breaks: " : "harmless: ") + change.field() + (change.field().isEmpty() ? "" : " ") + change.message()));
            }
        }
        out.println(json ? Literal.plain(rows.toPrettyString()) : breaking + " of " + changes.size() + " changes break " + id);
        out.flush();
        return breaking == 0 ? 0 : 1;
    }

    private static FieldUse use(CheckedFolder folder) {
        FieldUse use = new FieldUse(folder.bounded());
        for (Sample sample : folder.samples()) {
            try {
                if (Files.exists(sample.expected())) {
                    use.look(folder.tree(sample));
                }
            } catch (MappingException | IllegalArgumentException e) {
                // connector check tells what is wrong with a sample.
            }
        }
        return use;
    }

    private static String operation(Connector connector) {
        return connector.call() == null ? null : connector.protocol() == Connector.Protocol.SOAP ? connector.call().soapAction()
                : ("GET".equals(connector.call().method()) ? "GET " : "") + connector.call().path();
    }

    /** The folder's contract; of a file that has none that can be read, a sample row. */
    private static Path present(CheckedFolder folder) {
        return Stream.concat(folder.files().stream().filter(file -> file.getFileName().toString().matches("contract\\.(wsdl|.*(yaml|yml|json))")),
                        folder.samples().stream().flatMap(sample -> sample.inputs().stream()).filter(file -> file.toString().endsWith(".csv")))
                .findFirst().orElseThrow(() -> new IllegalStateException("The folder has no contract that can be compared (WSDL, OpenAPI, or rows of CSV)"));
    }
}
