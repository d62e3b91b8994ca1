package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

@Command(
        name = "end",
        mixinStandardHelpOptions = true,
        description = "Take all away from a partner who came in by himself, at once; his id is not given again.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops partners end my-office --because \"The agreement has ended\"",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:ended", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class EndPartnerCommand extends AskingCommand {
    @Parameters(paramLabel = "PARTNER", description = "Id of the requester that he is.")
    private String id;

    @Option(
            names = "--because",
            required = true,
            paramLabel = "WHY",
            description = "For those who look later; no personal data.")
    private String because;

    @Override
    JsonNode ask(GatewayClient client) {
        return client.ask(
                        PartnersCommand.BASE + "/admitted/" + URLEncoder.encode(id, StandardCharsets.UTF_8) + "/end",
                        JsonNodeFactory.instance.objectNode().put("because", because))
                .json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        out.println(answer.path("state").asText() + ": " + answer.path("id").asText());
    }
}
