package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
        name = "rollout",
        mixinStandardHelpOptions = true,
        subcommands = {ProposeCommand.class, ConfirmRolloutCommand.class},
        description =
                "Show how far each connector is used, and what was changed; or propose a change, look at its difference and confirm it. Times are UTC.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid ops rollout propose tax --use NONE --because \"Maintenance until noon\"",
            "  vahid ops rollout confirm 01939c5e-6f6b-7c6e-9d8e-1f2a3b4c5d6e"
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class RolloutsCommand extends AskingCommand {
    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(GatewayClient.BASE + "/rollouts").json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable()
                .column("AGENCY", "agency")
                .column("USE", "use")
                .column("SHARE", "share")
                .column("A SECOND", "perSecond")
                .column("BECAUSE", "because")
                .print(answer.path("rollouts"), "There is no agency", out);
        out.println();
        new PlainTable()
                .column("CHANGED", "at")
                .column("BY", "operator")
                .column("AGENCY", change -> change.at("/after/agency").asText())
                .column("BEFORE", change -> told(change.path("before")))
                .column("AFTER", change -> told(change.path("after")))
                .print(answer.path("changes"), "Nothing was changed", out);
    }

    static String told(JsonNode rollout) {
        return rollout.path("use").asText()
                + (rollout.has("share") ? " " + rollout.path("share").asText() : "")
                + (rollout.has("perSecond") ? ", " + rollout.path("perSecond").asText() + " a second" : "")
                + (rollout.has("because") ? " (" + rollout.path("because").asText() + ")" : "");
    }
}
