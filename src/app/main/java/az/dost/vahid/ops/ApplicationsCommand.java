package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
        name = "applications",
        mixinStandardHelpOptions = true,
        description = "Show who wants to come in, the oldest 50 first.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops partners applications --json",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class ApplicationsCommand extends AskingCommand {
    static final String APPLICATIONS = PartnersCommand.BASE + "/applications";

    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(APPLICATIONS).json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable()
                .column("APPLICATION", "applicationId")
                .column("AT", "at")
                .column("UNTIL", "until")
                .column("ORGANISATION", "organisation")
                .column("PURPOSE", "purpose")
                .column(
                        "PROPOSALS",
                        one -> ShowApplicationCommand.each(
                                one.path("proposals"), made -> made.path("id").asText()))
                .print(answer.path("applications"), "Nobody waits", out);
    }
}
