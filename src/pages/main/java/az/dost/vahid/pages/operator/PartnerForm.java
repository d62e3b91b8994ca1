package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * What an operator decides of an application. What a requester's file could say besides is proposed by a command.
 *
 * @param act {@code propose} or {@code refuse}
 * @param id of the requester that the applicant is to be
 * @param services of those that he asks for, as are grants, and events by their types: no others are proposed here
 * @param officials logins with commas between; blank where each request proves its official by a token
 * @param specialFacts facts of special categories, with commas between
 * @param clients OAuth clients, with commas between
 * @param certificate the one that was issued for his request, in PEM
 */
record PartnerForm(
        String act,
        String id,
        List<String> services,
        List<String> grants,
        List<String> events,
        String officials,
        String specialFacts,
        String clients,
        String certificate,
        String because) {
    private static final ObjectMapper JSON = Json.strict();
    private static final Pattern ACT = Pattern.compile("propose|refuse");
    private static final Pattern ID = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern BECAUSE = Pattern.compile("\\P{Cntrl}{1,500}");

    PartnerForm {
        act = text(act);
        id = text(id);
        services = services == null ? List.of() : services;
        grants = grants == null ? List.of() : grants;
        events = events == null ? List.of() : events;
        officials = text(officials);
        specialFacts = text(specialFacts);
        clients = text(clients);
        certificate = text(certificate);
        because = text(because);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    static PartnerForm empty() {
        return new PartnerForm("", "", null, null, null, "", "", "", "", "");
    }

    /** All that he asks for: an operator takes away what is not to be. */
    static PartnerForm of(JsonNode application) {
        List<String> types = new ArrayList<>();
        application.path("events").fieldNames().forEachRemaining(types::add);
        return new PartnerForm(
                "",
                "",
                Json.list(application.path("services"), JsonNode::asText),
                Json.list(application.path("grants"), JsonNode::asText),
                types,
                "",
                "",
                "",
                "",
                "");
    }

    boolean isRefusal() {
        return act.equals("refuse");
    }

    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (!ACT.matcher(act).matches()) {
            faults.put("act", "operator.partners.act.missing");
        }
        if (act.equals("propose") && !ID.matcher(id).matches()) {
            faults.put("id", "operator.partners.id.wrong");
        }
        faults.putAll(faultsOfReason());
        return faults;
    }

    Map<String, String> faultsOfReason() {
        return BECAUSE.matcher(because).matches() ? Map.of() : Map.of("because", "operator.because.missing");
    }

    /** The field of this form that a field of the gateway's is. */
    static String field(String refused) {
        return refused.equals("certificate") || refused.equals("because") ? refused : "id";
    }

    ObjectNode reason() {
        return JSON.createObjectNode().put("because", because);
    }

    /** A body of {@code POST /v1/operations/partners/proposals}; of events each type has the fields that are wished. */
    ObjectNode proposal(JsonNode application) {
        ObjectNode body = JSON.createObjectNode()
                .put("application", application.path("applicationId").asText());
        ObjectNode requester = body.putObject("requester").put("id", id);
        List<String> asked = asked(services, application.path("services"));
        list(requester, "services", asked);
        list(requester, "grants", asked(grants, application.path("grants")));
        list(requester, "specialFacts", split(specialFacts));
        list(requester, "clients", split(clients));
        if (!officials.isEmpty()) {
            ObjectNode named = requester.putObject("officials");
            split(officials).forEach(named::putObject);
        } else if (!asked.isEmpty()) {
            requester.put("officialsProven", true);
        }
        ObjectNode given = JSON.createObjectNode();
        events.stream()
                .filter(application.path("events")::has)
                .forEach(type -> given.set(type, application.path("events").path(type)));
        if (!given.isEmpty()) {
            body.set("events", given);
        }
        if (!certificate.isEmpty()) {
            body.put("certificate", certificate);
        }
        return body.put("because", because);
    }

    private static List<String> asked(List<String> chosen, JsonNode wished) {
        return Json.list(wished, JsonNode::asText).stream()
                .filter(chosen::contains)
                .toList();
    }

    private static List<String> split(String text) {
        return Pattern.compile("[,\\s]+")
                .splitAsStream(text)
                .filter(one -> !one.isEmpty())
                .toList();
    }

    private static void list(ObjectNode requester, String name, List<String> values) {
        if (!values.isEmpty()) {
            ArrayNode list = requester.putArray(name);
            values.forEach(list::add);
        }
    }
}
