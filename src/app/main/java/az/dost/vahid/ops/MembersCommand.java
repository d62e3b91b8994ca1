package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
        name = "members",
        mixinStandardHelpOptions = true,
        description =
                "Show members of the exchange, and who called whom within a day: numbers, and nothing of what was called for.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops members",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class MembersCommand extends AskingCommand {
    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(GatewayClient.BASE + "/members").json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable()
                .column("MEMBER", "id")
                .column("SYSTEM", "name")
                .print(answer.path("members"), "There is no member", out);
        out.println();
        out.println("Calls of the last " + answer.path("hours").asLong() + " hours, at "
                + answer.path("at").asText());
        new PlainTable()
                .column("CLIENT", "client")
                .column("PROVIDER", "provider")
                .column("SERVICE", "service")
                .column("CALLS", "calls")
                .column("FAILED", "failed")
                .print(answer.path("flows"), "There was none", out);
    }
}
