package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import java.util.Locale;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        description =
                "Propose a change and show its difference; nothing changes until it is confirmed, within an hour.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops rollout propose tax --use SHARE --share 0.1 --because \"First days\"",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:proposed", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class ProposeCommand extends AskingCommand {
    /** For which lookups. */
    enum Use {
        ALL,
        SHARE,
        SHADOW,
        NONE
    }

    @Parameters(paramLabel = "AGENCY", description = "Id of the agency.")
    private String agency;

    @Option(names = "--use", required = true, description = "${COMPLETION-CANDIDATES}.")
    private Use use;

    @Option(names = "--share", description = "With SHARE: of the citizens, between 0 and 1.")
    private Double share;

    @Option(names = "--per-second", description = "Most calls a second.")
    private Double perSecond;

    @Option(
            names = "--because",
            required = true,
            paramLabel = "WHY",
            description = "For those who look later; no personal data.")
    private String because;

    @Override
    JsonNode ask(GatewayClient client) {
        ObjectNode wanted = JsonNodeFactory.instance
                .objectNode()
                .put("agency", agency)
                .put("use", use.name().toLowerCase(Locale.ROOT))
                .put("because", because);
        if (share != null) {
            wanted.put("share", share);
        }
        if (perSecond != null) {
            wanted.put("perSecond", perSecond);
        }
        return client.act(GatewayClient.BASE + "/rollouts/proposals", wanted).json();
    }

    @Override
    void show(JsonNode proposal, PrintWriter out) {
        out.println("Before: " + RolloutsCommand.told(proposal.path("before")));
        out.println("After:  " + RolloutsCommand.told(proposal.path("after")));
        out.println("Until " + proposal.path("expires").asText() + ": vahid ops rollout confirm "
                + proposal.path("id").asText());
    }
}
