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
        description = "Release what another operator proposed; at all gateways within seconds. Confirmed"
                + " twice, it is released once.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops partners confirm 01939c5e-6f6b-7c6e-9d8e-1f2a3b4c5d6e",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:released",
            "1:it is your own proposal, or the gateway refused, or does not answer",
            "2:wrong arguments"
        })
final class ConfirmPartnerCommand extends AskingCommand {
    @Parameters(paramLabel = "ID", description = "Of the proposal.")
    private String id;

    @Override
    JsonNode ask(GatewayClient client) {
        return client.ask(
                        PartnersCommand.BASE + "/proposals/" + URLEncoder.encode(id, StandardCharsets.UTF_8)
                                + "/confirmation",
                        null)
                .json();
    }

    @Override
    void show(JsonNode proposal, PrintWriter out) {
        ProposePartnerCommand.print(proposal, out);
    }
}
