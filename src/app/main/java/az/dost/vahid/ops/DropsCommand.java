package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "drops",
        mixinStandardHelpOptions = true,
        description = "Show files that agencies left, the newest first, and what became of each. Times are UTC.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops drops --state QUARANTINED",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class DropsCommand extends AskingCommand {
    /** What became of a file. */
    enum State {
        LOADED,
        LATE,
        QUARANTINED
    }

    @Option(names = "--agency", paramLabel = "ID", description = "Only those of this agency.")
    private String agency;

    @Option(names = "--state", description = "Only those that are ${COMPLETION-CANDIDATES}.")
    private State state;

    @Option(names = "--before", paramLabel = "PLACE", description = "Go on where the page before ended, as it said.")
    private String before;

    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(new Query("/drops")
                        .with("agency", agency)
                        .with("state", state)
                        .with("page", before)
                        .path())
                .json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable()
                .column("AGENCY", "agency")
                .column("STATE", "state")
                .column("AT", "at")
                .column("OF", "of")
                .column("ROWS", "rows")
                .column("NAME", "name")
                .column("REASON", "reason")
                .print(answer.path("drops"), "There is no file", out);
        if (answer.has("before")) {
            out.println("There are more: --before " + answer.path("before").asText());
        }
    }
}
