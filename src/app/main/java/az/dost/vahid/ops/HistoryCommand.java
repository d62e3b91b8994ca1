package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "history",
        mixinStandardHelpOptions = true,
        description = "Show how an agency was over the last hour, by the minute, or over the last day. Times are UTC.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops history tax --period DAY",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class HistoryCommand extends AskingCommand {
    /** How far back. */
    enum Period {
        HOUR,
        DAY
    }

    @Parameters(paramLabel = "AGENCY", description = "Id of the agency.")
    private String agency;

    @Option(
            names = "--period",
            defaultValue = "HOUR",
            description = "${COMPLETION-CANDIDATES}; default: ${DEFAULT-VALUE}.")
    private Period period;

    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(new Query("/agencies/" + URLEncoder.encode(agency, StandardCharsets.UTF_8) + "/history")
                        .with("period", period)
                        .path())
                .json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        out.println("Points of " + answer.path("seconds").asLong() + " s");
        new PlainTable()
                .column("FROM", "from")
                .column("ASKED", "asked")
                .column("ANSWERED", "answered")
                .column("P95 MS", "p95Ms")
                .print(answer.path("points"), "There is no point", out);
    }
}
