package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "work",
        mixinStandardHelpOptions = true,
        description =
                "Show bulk lookups, follow-ups or transfers that are under way, and those that failed first. Times are UTC.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops work --kind BULK",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class WorkCommand extends AskingCommand {
    /** What kind of work. */
    enum Kind {
        BULK,
        FOLLOW_UP,
        TRANSFER
    }

    @Option(names = "--kind", required = true, description = "${COMPLETION-CANDIDATES}.")
    private Kind kind;

    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(new Query("/work").with("kind", kind).path()).json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable()
                .column("ID", "id")
                .column("WHOSE", "requester")
                .column("WHAT", work -> PlainTable.text(work.has("type") ? work.path("type") : work.path("service")))
                .column("STATE", "state")
                .column("SINCE", "since")
                .column("NEXT", "next")
                .column(
                        "ROWS",
                        work -> work.has("of")
                                ? work.path("done").asText() + " of "
                                        + work.path("of").asText()
                                : "-")
                .column("ATTEMPTS", "attempts")
                .print(answer.path("work"), "There is nothing", out);
        if (answer.path("total").asLong() > answer.path("work").size()) {
            out.println("These are the first of " + answer.path("total").asLong());
        }
    }
}
