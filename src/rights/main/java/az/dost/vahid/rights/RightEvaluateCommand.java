package az.dost.vahid.rights;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.command.QuietCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

@Command(
        name = "evaluate",
        mixinStandardHelpOptions = true,
        description = {
            "Say which rights the person of a dossier has on a day, and why: each condition with what it read, and who"
                    + " said so.",
            "A right is never refused for what is not known. The dossier's signature is not checked: see verify."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:evaluated", "1:the rights have errors, or a file is no dossier or event", "2:wrong arguments"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid right evaluate --dossier dossier.json --on 2026-12-01",
            "  vahid right evaluate --dossier dossier.json --event birth.json --json"
        })
final class RightEvaluateCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Mixin
    private RightsOption rights;

    @Option(names = "--dossier", paramLabel = "FILE", required = true, description = "The dossier, as JSON.")
    private Path dossier;

    @Option(
            names = "--event",
            paramLabel = "FILE",
            description = "The life event that brings a right about, as JSON, such as a birth.")
    private Path event;

    @Option(
            names = "--on",
            paramLabel = "DAY",
            description = "A day in Baku, such as 2026-12-01; today when not given.")
    private LocalDate day;

    @Option(names = "--json", description = "Print the evaluations as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        Vocabulary vocabulary = Vocabulary.builtIn();
        List<Right> read = rights.read(spec, vocabulary).strict();
        JsonNode said = JsonFile.read(dossier, "dossier");
        DossierFacts facts = read.stream()
                .filter(right -> right.purpose().equals(said.path("service").asText()))
                .findFirst()
                .map(right -> new DossierFacts(said, vocabulary, right.asks(vocabulary)))
                .orElseGet(() -> new DossierFacts(said, vocabulary));
        JsonNode data = event == null
                ? MissingNode.getInstance()
                : JsonFile.read(event, "event").path("data");
        LocalDate on = day == null ? LocalDate.now(Baku.CLOCK) : day;
        PrintWriter out = spec.commandLine().getOut();
        ObjectNode report = JsonNodeFactory.instance.objectNode().put("day", on.toString());
        for (Right right : read) {
            Optional<Evaluation> evaluation = Evaluation.of(right, facts, data, on);
            evaluation.ifPresent(found -> report.withArray("rights").add(found.json()));
            if (!json) {
                out.println(evaluation.map(Evaluation::text).orElse(right.code() + ": no law is known of this day"));
            }
        }
        if (read.isEmpty()) {
            throw new CommandFailure("There are no rights");
        }
        if (json) {
            out.println(report.toPrettyString());
        }
        out.flush();
        return 0;
    }
}
