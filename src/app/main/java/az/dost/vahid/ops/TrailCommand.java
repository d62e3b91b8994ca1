package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import picocli.CommandLine.ArgGroup;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "trail",
        mixinStandardHelpOptions = true,
        description =
                "Show what became of a lookup: its steps, agencies, verdicts, times and digests, and nothing of the citizen. That you looked is in the audit chain.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid ops trail --dossier 01939c5e-6f6b-7c6e-9d8e-1f2a3b4c5d6e",
            "  vahid ops trail --requester dost-centre-1 --case 2026/118 --days 7"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:there is none, or the gateway refused, or does not answer", "2:wrong arguments"})
final class TrailCommand extends AskingCommand {
    @ArgGroup(multiplicity = "1")
    private Which which;

    /** One of three. */
    static final class Which {
        @Option(names = "--dossier", required = true, paramLabel = "ID", description = "Id of the dossier.")
        private String dossier;

        @Option(
                names = "--instance",
                required = true,
                paramLabel = "URN",
                description = "The instance of a problem, urn:uuid:...")
        private String instance;

        @ArgGroup(exclusive = false)
        private OfCase ofCase;
    }

    /** Lookups of a case. */
    static final class OfCase {
        @Option(
                names = "--requester",
                required = true,
                paramLabel = "ID",
                description = "With --case: id of the system that asked.")
        private String requester;

        @Option(names = "--case", required = true, paramLabel = "REFERENCE", description = "Reference of the case.")
        private String caseRef;

        @Option(
                names = "--days",
                paramLabel = "N",
                description = "With --case: days to look through, at most 31; 2 without.")
        private Integer days;
    }

    @Override
    JsonNode ask(GatewayClient client) {
        ObjectNode question = JsonNodeFactory.instance.objectNode();
        if (which.dossier != null) {
            question.put("dossierId", which.dossier);
        } else if (which.instance != null) {
            question.put("instance", which.instance);
        } else {
            question.put("requester", which.ofCase.requester).put("caseRef", which.ofCase.caseRef);
            if (which.ofCase.days != null) {
                question.put("days", which.ofCase.days);
            }
        }
        return client.ask(GatewayClient.BASE + "/trails", question).json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        if (answer.path("trails").isEmpty()) {
            out.println("There is no lookup");
        }
        answer.path("trails").forEach(trail -> {
            out.println(trail.path("id").asText() + "  " + trail.path("at").asText() + "  "
                    + PlainTable.text(trail.path("requester")) + "/" + PlainTable.text(trail.path("official")) + "  "
                    + PlainTable.text(trail.path("service")) + "  " + PlainTable.text(trail.path("caseRef")));
            out.println(
                    trail.has("code")
                            ? "Refused: " + trail.path("code").asText()
                            : "Completeness: " + PlainTable.text(trail.path("completeness")) + ", took "
                                    + PlainTable.text(trail.path("tookMs")) + " ms");
            if (trail.has("steps")) {
                new PlainTable()
                        .column("STEP", "step")
                        .column("FROM MS", "fromMs")
                        .column("TOOK MS", "tookMs")
                        .print(trail.path("steps"), "", out);
            }
            if (trail.has("sources")) {
                new PlainTable()
                        .column("AGENCY", "agency")
                        .column("VERDICT", "verdict")
                        .column("REASON", "reason")
                        .column("FROM MS", "fromMs")
                        .column("TOOK MS", "tookMs")
                        .column("AS OF", "asOf")
                        .column("EVIDENCE", "evidence")
                        .print(trail.path("sources"), "No agency was asked", out);
            }
            out.println();
        });
    }
}
