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
        name = "refuse",
        mixinStandardHelpOptions = true,
        description = "Let an application come to nothing; what its applicant may do in a sandbox ends.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops partners refuse 01939c5e-6f6b-7c6e-9d8e-1f2a3b4c5d6e --because \"There is no agreement\"",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:refused", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class RefusePartnerCommand extends AskingCommand {
    @Parameters(paramLabel = "APPLICATION", description = "Id of the application.")
    private String id;

    @Option(
            names = "--because",
            required = true,
            paramLabel = "WHY",
            description = "The applicant reads it; no personal data.")
    private String because;

    @Override
    JsonNode ask(GatewayClient client) {
        return client.ask(
                        PartnersCommand.BASE + "/applications/" + URLEncoder.encode(id, StandardCharsets.UTF_8)
                                + "/refusal",
                        JsonNodeFactory.instance.objectNode().put("because", because))
                .json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        out.println(answer.path("state").asText() + ": "
                + answer.path("applicationId").asText());
    }
}
