package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(name = "rollout", mixinStandardHelpOptions = true, subcommands = {ProposeCommand.class, ConfirmCommand.class},
        description = "Show how far each connector is used, and what was changed; or propose a change, look at its difference and confirm it. Times are UTC.",
        footerHeading = "%nFor example:%n", footer = {
            "  java -jar vahid.jar ops rollout propose tax --use none --because \"Maintenance until noon\"",
            "  java -jar vahid.jar ops rollout confirm 0193..."},
        exitCodeListHeading = "%nExit codes:%n", exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class RolloutsCommand extends AskingCommand {
    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(GatewayClient.BASE + "/rollouts").json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable().column("AGENCY", "agency").column("USE", "use").column("SHARE", "share").column("A SECOND", "perSecond").column("BECAUSE", "because")
                .print(answer.path("rollouts"), "There is no agency", out);
        out.println();
        new PlainTable().column("CHANGED", "at").column("BY", "operator").column("AGENCY", change -> change.at("/after/agency").asText())
                .column("BEFORE", change -> told(change.path("before"))).column("AFTER", change -> told(change.path("after")))
                .print(answer.path("changes"), "Nothing was changed", out);
    }

    static String told(JsonNode rollout) {
        return rollout.path("use").asText() + (rollout.has("share") ? " " + rollout.path("share").asText() : "")
                + (rollout.has("perSecond") ? ", " + rollout.path("perSecond").asText() + " a second" : "")
                + (rollout.has("because") ? " (" + rollout.path("because").asText() + ")" : "");
    }
}
