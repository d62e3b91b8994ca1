package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
        name = "subscriptions",
        mixinStandardHelpOptions = true,
        description =
                "Show subscriptions with what waits for each; the one that has waited longest first. Times are UTC.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops subscriptions --json",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class SubscriptionsCommand extends AskingCommand {
    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(GatewayClient.BASE + "/subscriptions").json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable()
                .column("SUBSCRIPTION", "id")
                .column("SUBSCRIBER", "subscriber")
                .column("WAITING", "waiting")
                .column("OLDEST", "oldest")
                .column("DEAD LETTERS", "deadLetters")
                .column("TYPES", "types")
                .print(answer.path("subscriptions"), "There is no subscription", out);
    }
}
