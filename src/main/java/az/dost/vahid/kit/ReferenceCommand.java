package az.dost.vahid.kit;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.json.Json;
import az.dost.vahid.kit.check.Kit;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import org.springframework.core.io.ClassPathResource;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(name = "reference", mixinStandardHelpOptions = true,
        description = "Print the reference of connector.yaml, or of the canonical facts, as Markdown: made from the schemas and the built-in connectors.",
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:printed", "1:failed", "2:wrong arguments"},
        footerHeading = "%nExamples:%n", footer = {"  vahid connector reference", "  vahid connector reference --facts --json"})
final class ReferenceCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Option(names = "--facts", description = "The canonical facts instead of the descriptor's members.")
    private boolean facts;

    @Option(names = "--json", description = "Print the rows as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        PrintWriter out = spec.commandLine().getOut();
        String file = facts ? "contracts/dossier.schema.json" : "contracts/connector.schema.json";
        try (var in = new ClassPathResource(file).getInputStream()) {
            JsonNode schema = Json.mapper().readTree(in);
            Table table = facts ? new SchemaReference(schema).facts(Kit.builtIn()) : new SchemaReference(schema).members();
            out.print(json ? table.json().toPrettyString() + "\n" : table.markdown());
        }
        out.flush();
        return 0;
    }
}
