package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * Who wants to come in, in words; what he says of himself is text, and blank once its time is over.
 *
 * @param thumbprint of his certificate; blank where he sent a request
 * @param request for a certificate, PKCS#10 in PEM; blank where he sent a certificate
 */
record ApplicationRow(
        String id,
        String at,
        String until,
        String organisation,
        List<String> contacts,
        String purpose,
        String legalBasis,
        List<Wished> services,
        List<Wished> grants,
        List<Wished> events,
        String webhook,
        String thumbprint,
        String request,
        List<ReleaseRow> proposals) {
    private static final int SHORT = 120;

    /** Something that he asks for. @param more of it; blank for nothing */
    record Wished(String code, String words, String more) {
        public String label() {
            return more.isEmpty() ? words : words + " (" + more + ")";
        }
    }

    static ApplicationRow of(JsonNode json, Wording w) {
        return new ApplicationRow(
                json.path("applicationId").asText(),
                w.moment(json.path("at").asText()),
                w.moment(json.path("until").asText()),
                json.path("organisation").asText(),
                contacts(json),
                json.path("purpose").asText(),
                json.path("legalBasis").asText(),
                Json.list(
                        json.path("services"), one -> new Wished(one.asText(), w.service(one.asText()), one.asText())),
                Json.list(json.path("grants"), one -> new Wished(one.asText(), one.asText(), "")),
                events(json.path("events"), w),
                json.path("webhook").asText(),
                json.at("/key/thumbprint").asText(),
                json.at("/key/request").asText(),
                Json.list(json.path("proposals"), one -> ReleaseRow.of(one, w)));
    }

    /** So much of the purpose as a list has room for. */
    public String shortPurpose() {
        return purpose.codePointCount(0, purpose.length()) > SHORT
                ? purpose.substring(0, purpose.offsetByCodePoints(0, SHORT)) + "…"
                : purpose;
    }

    static List<String> contacts(JsonNode json) {
        return Json.list(
                json.path("contacts"),
                one -> one.path("name").asText() + ", " + one.path("email").asText());
    }

    static List<Wished> events(JsonNode events, Wording w) {
        List<Wished> wished = new ArrayList<>();
        events.properties()
                .forEach(type -> wished.add(new Wished(
                        type.getKey(),
                        w.value("event.type", type.getKey()),
                        String.join(", ", Json.list(type.getValue(), JsonNode::asText)))));
        return wished;
    }
}
