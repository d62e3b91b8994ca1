package az.dost.vahid.ops;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;

@Command(
        name = "propose",
        mixinStandardHelpOptions = true,
        description = {
            "Propose what an applicant may do; nothing is released until another operator confirms it,"
                    + " within seven days.",
            "Ask him by another way first whether the key is his."
        },
        footerHeading = "%nExamples:%n",
        footer = "  vahid ops partners propose 01939c5e-6f6b-7c6e-9d8e-1f2a3b4c5d6e --requester"
                + " my-office.yaml --event az.dost.birth.v1=fin --because \"Agreement 12\"",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:proposed", "1:the gateway refused, or does not answer", "2:wrong arguments"})
final class ProposePartnerCommand extends AskingCommand {
    @Parameters(paramLabel = "APPLICATION", description = "Id of the application.")
    private String application;

    @Option(
            names = "--requester",
            required = true,
            paramLabel = "FILE",
            description = "What he may do, in YAML or JSON as a requester's file says it: id, services,"
                    + " specialFacts, grants, officials, officialsProven, clients, views, replyQueues.")
    private Path requester;

    @Option(
            names = "--event",
            paramLabel = "TYPE=FIELDS",
            description = "Type of event that he may get, and its fields with commas between; for each type once.")
    private Map<String, String> events;

    @Option(
            names = "--certificate",
            paramLabel = "FILE",
            description = "The one that was issued for his request, in PEM.")
    private Path certificate;

    @Option(
            names = "--because",
            required = true,
            paramLabel = "WHY",
            description = "For those who look later; no personal data.")
    private String because;

    @Override
    JsonNode ask(GatewayClient client) {
        ObjectNode wanted = JsonNodeFactory.instance.objectNode().put("application", application);
        wanted.set("requester", requester());
        if (events != null) {
            ObjectNode types = wanted.putObject("events");
            events.forEach((type, fields) -> {
                ArrayNode list = types.putArray(type);
                for (String field : fields.split(",")) {
                    list.add(field);
                }
            });
        }
        if (certificate != null) {
            wanted.put("certificate", text(certificate));
        }
        return client.ask(PartnersCommand.BASE + "/proposals", wanted.put("because", because))
                .json();
    }

    private JsonNode requester() {
        try {
            return Json.yaml().readTree(text(requester));
        } catch (IOException e) {
            throw new ParameterException(spec().commandLine(), "It is neither YAML nor JSON: " + requester);
        }
    }

    private String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new ParameterException(spec().commandLine(), "The file cannot be read: " + file);
        }
    }

    @Override
    void show(JsonNode proposal, PrintWriter out) {
        print(proposal, out);
    }

    static void print(JsonNode proposal, PrintWriter out) {
        out.println("Would be released: " + proposal.path("requester") + ", events: "
                + ShowApplicationCommand.events(proposal.path("events")) + ", key: "
                + PlainTable.text(proposal.path("thumbprint")));
        out.println("Proposed by " + proposal.path("proposedBy").asText() + ": "
                + proposal.path("because").asText());
        out.println(
                proposal.has("confirmedBy")
                        ? "Released by " + proposal.path("confirmedBy").asText()
                        : "Another operator, until " + proposal.path("expires").asText()
                                + ": vahid ops partners confirm "
                                + proposal.path("id").asText());
    }
}
