package az.dost.vahid.kit;

import az.dost.vahid.check.Kit;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.json.Json;
import az.dost.vahid.wordbook.Wordbook;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import org.springframework.core.io.ClassPathResource;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "reference",
        mixinStandardHelpOptions = true,
        description =
                "Print the reference of connector.yaml, of the canonical facts or of a mapping's functions as Markdown.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:printed", "1:failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector reference",
            "  vahid connector reference --facts --json",
            "  vahid connector reference --functions"
        })
final class ReferenceCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @ArgGroup
    private Other other = new Other();

    @Option(names = "--json", description = "Print the rows as JSON.")
    private boolean json;

    /** Of what, when it is not the descriptor. */
    private static final class Other {
        @Option(names = "--facts", description = "The canonical facts instead of the descriptor's members.")
        private boolean facts;

        @Option(
                names = "--functions",
                description = "The functions that a mapping has beside JSLT's own, each with an example.")
        private boolean functions;
    }

    @Override
    public int run() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        Table table = table();
        out.print(json ? table.json().toPrettyString() + "\n" : table.markdown());
        out.flush();
        return 0;
    }

    private Table table() throws IOException {
        if (other.functions) {
            return functions();
        }
        try (InputStream in = new ClassPathResource(
                        other.facts ? "contracts/dossier.schema.json" : "contracts/connector.schema.json")
                .getInputStream()) {
            SchemaReference reference = new SchemaReference(Json.mapper().readTree(in));
            return other.facts ? reference.facts(Kit.builtIn(), Wordbook.builtIn()) : reference.members();
        }
    }

    private static Table functions() throws IOException {
        Table table = new Table("function", "meaning", "a value of another form is", "example", "gives");
        try (InputStream in = new ClassPathResource("kit/functions.yaml").getInputStream()) {
            Json.yaml()
                    .readTree(in)
                    .forEach(one -> table.row(
                            "`" + one.path("call").asText() + "`",
                            one.path("meaning").asText(),
                            one.path("broken").asText(),
                            "`" + one.path("example").asText() + "`",
                            "`" + one.path("gives") + "`"));
        }
        return table;
    }
}
