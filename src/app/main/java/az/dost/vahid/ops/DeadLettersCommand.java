package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
        name = "dead-letters",
        mixinStandardHelpOptions = true,
        subcommands = {ReplayLettersCommand.class, DropLettersCommand.class},
        description =
                "Show what could not be delivered and nobody has settled, the oldest first; or settle many. Times are UTC.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid ops dead-letters",
            "  vahid ops dead-letters replay --subscription centre-1 --because \"The partner is back\""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class DeadLettersCommand extends AskingCommand {
    @Override
    JsonNode ask(GatewayClient client) {
        return client.get("/v1/dead-letters").json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable()
                .column("ID", "id")
                .column("SUBSCRIPTION", "subscription")
                .column("REASON", "reason")
                .column("ATTEMPTS", "attempts")
                .column("LAID ASIDE", "laidAside")
                .column("DETAIL", "detail")
                .print(answer.path("deadLetters"), "There is no dead letter", out);
    }
}
