package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;

@Command(
        name = "partners",
        mixinStandardHelpOptions = true,
        subcommands = {
            ApplicationsCommand.class,
            ShowApplicationCommand.class,
            ProposePartnerCommand.class,
            ConfirmPartnerCommand.class,
            RefusePartnerCommand.class,
            EndPartnerCommand.class
        },
        description = "Show partners who came in by themselves; or see who wants to, release what he may do"
                + " with another operator, refuse, end. Times are UTC.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid ops partners applications",
            "  vahid ops partners show 01939c5e-6f6b-7c6e-9d8e-1f2a3b4c5d6e",
            "  vahid ops partners end my-office --because \"The agreement has ended\""
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class PartnersCommand extends AskingCommand {
    static final String BASE = GatewayClient.BASE + "/partners";

    @Override
    JsonNode ask(GatewayClient client) {
        return client.get(BASE).json();
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable()
                .column("PARTNER", "id")
                .column("STATE", "state")
                .column("ORGANISATION", "organisation")
                .column("KEYS", partner -> ShowApplicationCommand.each(partner.path("keys"), PartnersCommand::key))
                .column("KEY ADDED", "keyAdded")
                .column("KEY ENDED", "keyEnded")
                .column("EVENTS TO", partner -> PlainTable.text(partner.at("/subscription/webhook")))
                .column("CONTACTS", partner -> ShowApplicationCommand.contacts(partner.path("contacts")))
                .print(answer.path("partners"), "Nobody came in", out);
    }

    private static String key(JsonNode key) {
        return key.path("thumbprint").asText()
                + (key.has("until") ? " until " + key.path("until").asText() : "");
    }
}
