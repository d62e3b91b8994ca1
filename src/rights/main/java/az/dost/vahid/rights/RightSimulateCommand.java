package az.dost.vahid.rights;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.json.Json;
import az.dost.vahid.rights.Simulation.Change;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "simulate",
        mixinStandardHelpOptions = true,
        description = {
            "Count who would gain or lose each right by other rules, over dossiers of people.",
            "Counts of fewer than 5 people are hidden, and others where those would follow from them. Nobody is named.",
            "Nothing follows for the country from people who are made up."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:counted", "1:the rights have errors, or a line is no JSON", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = "  vahid right simulate --rights proposed --people result.ndjson --on 2027-01-01 --json")
final class RightSimulateCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Option(
            names = "--rights",
            paramLabel = "DIR",
            required = true,
            description = "Folder with the rules as they would be.")
    private Path rights;

    @Option(
            names = "--against",
            paramLabel = "DIR",
            description = "Folder with the rules as they are; the built-in ones when not given.")
    private Path against;

    @Option(
            names = "--people",
            paramLabel = "FILE",
            required = true,
            description = "The result of a bulk lookup: a line of JSON for each person, with the dossier.")
    private Path people;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "A day in Baku, such as 2027-01-01; today when not given.")
    private LocalDate day;

    @Option(names = "--json", description = "Print the counts as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        Vocabulary vocabulary = Vocabulary.builtIn();
        LocalDate on = day == null ? LocalDate.now(Baku.CLOCK) : day;
        Simulation simulation = new Simulation(
                RightsOption.read(against, spec, vocabulary).strict(),
                RightsOption.read(rights, spec, vocabulary).strict(),
                on,
                vocabulary);
        count(simulation);
        PrintWriter out = spec.commandLine().getOut();
        if (json) {
            out.println(report(simulation, on).toPrettyString());
        } else {
            out.println(simulation.people() + " people on " + on);
            simulation.rights().forEach(right -> {
                StringBuilder line = new StringBuilder(right).append(':');
                for (Change change : Change.values()) {
                    line.append(' ').append(change).append(' ').append(shown(simulation, right, change));
                }
                out.println(line);
            });
        }
        out.flush();
        return 0;
    }

    /** Lines without a dossier, such as the heading, are of nobody. */
    private void count(Simulation simulation) throws IOException {
        ObjectReader reader = Json.exact().readerFor(JsonNode.class);
        try (BufferedReader lines = Files.newBufferedReader(people)) {
            long number = 0;
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                number++;
                try {
                    JsonNode dossier = reader.<JsonNode>readValue(line).path("dossier");
                    if (dossier.isObject()) {
                        simulation.add(dossier);
                    }
                } catch (JsonProcessingException e) {
                    throw new CommandFailure(people + ": line " + number + " is no JSON");
                }
            }
        }
    }

    private static String shown(Simulation simulation, String right, Change change) {
        return simulation.hidden(right).contains(change) ? "hidden" : String.valueOf(simulation.count(right, change));
    }

    private static ObjectNode report(Simulation simulation, LocalDate on) {
        ObjectNode report =
                JsonNodeFactory.instance.objectNode().put("day", on.toString()).put("people", simulation.people());
        for (String right : simulation.rights()) {
            ObjectNode counts = report.withArray("rights").addObject().put("right", right);
            for (Change change : Change.values()) {
                if (simulation.hidden(right).contains(change)) {
                    counts.putObject(change.name()).put("hidden", true);
                } else {
                    counts.put(change.name(), simulation.count(right, change));
                }
            }
        }
        return report;
    }
}
