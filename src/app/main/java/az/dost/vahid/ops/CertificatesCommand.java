package az.dost.vahid.ops;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.PrintWriter;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

@Command(
        name = "certificates",
        mixinStandardHelpOptions = true,
        description = "Show certificates, those that end first. Times are UTC.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops certificates --within 30",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:shown",
            "1:the gateway refused, or does not answer; with --within also: there is one",
            "2:wrong arguments"
        })
final class CertificatesCommand extends AskingCommand {
    @Option(
            names = "--within",
            paramLabel = "DAYS",
            description = "Only those that have fewer days left; exit with 1 where there is one.")
    private Integer within;

    @Override
    JsonNode ask(GatewayClient client) {
        JsonNode all = client.get(GatewayClient.BASE + "/certificates").json();
        if (within == null) {
            return all;
        }
        ObjectNode near = JsonNodeFactory.instance.objectNode();
        var list = near.putArray("certificates");
        all.path("certificates").forEach(certificate -> {
            if (certificate.path("daysLeft").asLong() < within) {
                list.add(certificate);
            }
        });
        return near;
    }

    @Override
    void show(JsonNode answer, PrintWriter out) {
        new PlainTable()
                .column("OWNER", "owner")
                .column("UNTIL", "until")
                .column("DAYS", "daysLeft")
                .column("SUBJECT", "subject")
                .print(answer.path("certificates"), "There is none", out);
    }

    @Override
    int exit(JsonNode answer) {
        return within == null || answer.path("certificates").isEmpty() ? 0 : 1;
    }
}
