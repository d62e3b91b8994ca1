package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "confirm",
        mixinStandardHelpOptions = true,
        description = "Put a proposal into force at all gateways; confirmed twice, it is in force once.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops rollout confirm 01939c5e-6f6b-7c6e-9d8e-1f2a3b4c5d6e",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:in force",
            "1:the rollout has changed meanwhile, or the gateway refused, or does not answer",
            "2:wrong arguments"
        })
final class ConfirmRolloutCommand extends AskingCommand {
    @Parameters(paramLabel = "ID", description = "Of the proposal.")
    private String id;

    @Override
    JsonNode ask(GatewayClient client) {
        return client.act(
                        GatewayClient.BASE + "/rollouts/proposals/" + URLEncoder.encode(id, StandardCharsets.UTF_8)
                                + "/confirmation",
                        null)
                .json();
    }

    @Override
    void show(JsonNode change, PrintWriter out) {
        out.println("In force since " + change.path("at").asText() + ": "
                + change.at("/after/agency").asText() + " " + RolloutsCommand.told(change.path("after")));
        out.println("To take it back, propose: " + RolloutsCommand.told(change.path("undo")));
    }
}
