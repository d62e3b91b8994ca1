package az.dost.vahid.kit;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.ConnectorCheck;
import az.dost.vahid.check.Kit;
import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.definition.Nearest;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.json.Literal;
import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "confirm",
        mixinStandardHelpOptions = true,
        description =
                "Say that places which connector new guessed are right: you have found each in the agency's contract. Moves them from guessed to confirmed in"
                        + " connector.yaml; without a place, lists what is open.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:no guess is open", "1:some are open, or nothing could be done", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector confirm hospital-staff",
            "  vahid connector confirm hospital-staff row/ISE_QEBUL --by \"Leyla Quliyeva\""
        })
final class ConfirmCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(index = "0", paramLabel = "ID", description = "Id of the connector.")
    private String id;

    @Parameters(
            index = "1..*",
            arity = "0..*",
            paramLabel = "PLACE",
            description = "Places that are right, as connector.yaml has them.")
    private List<String> places = List.of();

    @Option(names = "--all", description = "All of them are right.")
    private boolean all;

    @Option(names = "--by", paramLabel = "NAME", description = "Who found it right.")
    private String by;

    @Mixin
    private ConnectorsOption connectors;

    @Option(names = "--json", description = "Print what was confirmed, and what is open, as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        Path folder = connectors.folder(spec, id);
        Map<String, JsonNode> open = open(folder);
        Set<String> chosen = new LinkedHashSet<>(all ? open.keySet() : places);
        for (String place : chosen) {
            if (!open.containsKey(place)) {
                String near = Nearest.of(place, open.keySet());
                throw new ParameterException(
                        spec.commandLine(),
                        "No guess is open for " + place + (near == null ? "" : "; did you mean " + near + "?"));
            }
        }
        if (!chosen.isEmpty()) {
            if (by == null || by.isBlank()) {
                throw new ParameterException(spec.commandLine(), "Say with --by who found it right");
            }
            move(new OthersFiles(folder), folder.resolve("connector.yaml"), chosen);
        }
        report(open, chosen);
        return open.size() == chosen.size() ? 0 : 1;
    }

    /** By place. */
    private static Map<String, JsonNode> open(Path folder) {
        CheckedFolder read = new ConnectorCheck(Kit.reader(), Kit.facts(), List.of()).read(folder);
        JsonNode content = read.reading().definition().content();
        if (content == null) {
            throw new CommandFailure(
                    "The connector's descriptor cannot be read: run connector check " + folder.getFileName());
        }
        Map<String, JsonNode> open = new LinkedHashMap<>();
        content.path("guessed").forEach(guess -> open.put(guess.path("place").asText(), guess));
        return open;
    }

    private void move(OthersFiles files, Path descriptor, Set<String> chosen) throws IOException {
        String text = new GuessedText(files.text(descriptor)).confirmed(chosen, by.strip());
        Path next = descriptor.resolveSibling(".connector.yaml.next");
        try {
            Files.deleteIfExists(next);
            Files.writeString(next, text, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
            Files.move(next, descriptor, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(next);
        }
    }

    private void report(Map<String, JsonNode> open, Set<String> chosen) {
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            ObjectNode told = JsonNodeFactory.instance.objectNode();
            ArrayNode confirmed = told.putArray("confirmed");
            ArrayNode left = told.putArray("open");
            open.forEach((place, guess) -> (chosen.contains(place) ? confirmed : left).add(guess));
            out.println(Literal.plain(told.toPrettyString()));
        } else {
            open.forEach((place, guess) -> out.println(PlainText.of((chosen.contains(place)
                            ? "confirmed: "
                            : "guessed: ")
                    + place + " is " + guess.path("is").asText()
                    + (chosen.contains(place) ? "" : ": " + guess.path("why").asText()))));
            out.println(open.size() - chosen.size() + " guesses are open");
        }
        out.flush();
    }
}
