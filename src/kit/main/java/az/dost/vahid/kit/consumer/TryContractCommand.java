package az.dost.vahid.kit.consumer;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Literal;
import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Spec;

@Command(
        name = "try",
        mixinStandardHelpOptions = true,
        description = {
            "Say what the contracts break for a system of yours: of each request that it sends, and of each member of an"
                    + " answer that it reads.",
            "A folder of yours has an example in each file (contracts/consumer-example.schema.json)."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:nothing breaks",
            "1:an example or a contract cannot be read",
            "2:wrong arguments",
            "3:something breaks"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid contract try --consumer examples",
            "  vahid contract try --consumer examples --contracts next/contracts --json"
        })
final class TryContractCommand implements QuietCommand {
    private static final int BREAKS = 3;

    @Spec
    private CommandSpec spec;

    @Option(
            names = "--consumer",
            paramLabel = "DIR",
            required = true,
            description = "Folder of the examples, one in each .yaml or .json file.")
    private Path consumer;

    @Option(
            names = "--contracts",
            paramLabel = "DIR",
            description =
                    "Folder of the contracts: as in a checkout, or of files that a gateway gives out below bundled/."
                            + " Those of this version when not given.")
    private Path contracts;

    @Option(names = "--json", description = "Print the findings as JSON.")
    private boolean json;

    @Override
    public int run() {
        OthersFiles files = new OthersFiles(consumer);
        List<Path> examples = files.files(consumer).stream()
                .filter(file -> file.toString().matches(".*[.](ya?ml|json)"))
                .toList();
        if (examples.isEmpty()) {
            throw new ParameterException(
                    spec.commandLine(),
                    "There is no example in " + consumer + ": put a .yaml or .json file there for each");
        }
        ExampleTrial trial =
                new ExampleTrial(contracts == null ? ReleasedContracts.builtIn() : ReleasedContracts.of(contracts));
        DefinitionReader reader = DefinitionReader.of("consumer-example");
        List<Breakage> found = new ArrayList<>();
        for (Path example : examples) {
            Definition definition = reader.read(files.resource(example), example.toString());
            if (definition.findings().isEmpty()) {
                found.addAll(trial.of(definition));
            } else {
                definition.findings().forEach(finding -> found.add(Breakage.unreadable(finding)));
            }
        }
        print(found, examples.size());
        return found.isEmpty()
                ? 0
                : found.stream().anyMatch(one -> one.code() == BreakCode.EXAMPLE_INVALID) ? 1 : BREAKS;
    }

    private void print(List<Breakage> found, int examples) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode report = JsonNodeFactory.instance
                    .objectNode()
                    .put("examples", examples)
                    .put("breaks", found.size());
            ArrayNode rows = report.putArray("findings");
            found.forEach(one -> rows.add(one.json()));
            out.println(Literal.plain(report.toPrettyString()));
        } else {
            found.forEach(one -> out.println(PlainText.of(one.toString())));
            out.println(found.isEmpty() ? "Nothing breaks for " + examples + " examples" : found.size() + " found");
        }
        out.flush();
    }
}
