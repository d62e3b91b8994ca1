package az.dost.vahid.ops;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.PrintWriter;
import java.util.function.Function;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

@Command(
        name = "show",
        mixinStandardHelpOptions = true,
        description = "Show all that an applicant says of himself, and what is proposed for him.",
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops partners show 01939c5e-6f6b-7c6e-9d8e-1f2a3b4c5d6e",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:shown", "1:it does not wait, or the gateway refused, or does not answer", "2:wrong arguments"
        })
final class ShowApplicationCommand extends AskingCommand {
    @Parameters(paramLabel = "APPLICATION", description = "Id of the application.")
    private String id;

    @Override
    JsonNode ask(GatewayClient client) {
        for (String path = ApplicationsCommand.APPLICATIONS; path != null; ) {
            GatewayClient.Said said = client.get(path);
            for (JsonNode one : said.json().path("applications")) {
                if (one.path("applicationId").asText().equals(id)) {
                    return one;
                }
            }
            path = said.next();
        }
        throw new RefusedException("No such application waits: vahid ops partners applications");
    }

    @Override
    void show(JsonNode one, PrintWriter out) {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode();
        row(rows, "Organisation", PlainTable.text(one.path("organisation")));
        row(rows, "Contacts", contacts(one.path("contacts")));
        row(rows, "Purpose", PlainTable.text(one.path("purpose")));
        row(rows, "Law", PlainTable.text(one.path("legalBasis")));
        row(rows, "Services", PlainTable.text(one.path("services")));
        row(rows, "Grants", PlainTable.text(one.path("grants")));
        row(rows, "Events", events(one.path("events")));
        row(rows, "Webhook", PlainTable.text(one.path("webhook")));
        row(rows, "Key", one.at("/key/thumbprint").asText("a request: have a certificate issued; --json has it"));
        row(rows, "Applied", PlainTable.text(one.path("at")));
        row(rows, "Forgotten", PlainTable.text(one.path("until")));
        new PlainTable().column("APPLICATION", "name").column(id, "value").print(rows, "", out);
        one.path("proposals").forEach(proposal -> {
            out.println();
            ProposePartnerCommand.print(proposal, out);
        });
    }

    private static void row(ArrayNode rows, String name, String value) {
        rows.addObject().put("name", name).put("value", value);
    }

    static String contacts(JsonNode contacts) {
        return each(
                contacts,
                one -> one.path("name").asText() + " <" + one.path("email").asText() + ">");
    }

    static String events(JsonNode events) {
        return events.isEmpty()
                ? "-"
                : String.join(
                        "; ",
                        events.properties().stream()
                                .map(type -> type.getKey() + " " + PlainTable.text(type.getValue()))
                                .toList());
    }

    static String each(JsonNode values, Function<JsonNode, String> each) {
        return values.isEmpty() ? "-" : String.join(", ", Json.list(values, each));
    }
}
