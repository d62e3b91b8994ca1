package az.dost.vahid.journeys.citizen;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import az.dost.vahid.proof.record.MixUp;
import az.dost.vahid.proof.record.Trail;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** One lookup, or one mix-up, as its citizen is told of it. */
final class LookupJson {
    private final AccessPolicy access;
    private final PassportCatalogue passports;

    LookupJson(AccessPolicy access, PassportCatalogue passports) {
        this.access = access;
        this.passports = passports;
    }

    /** What the audit chain tells; names of requester and service as they are today. What was not known is left out. */
    ObjectNode of(Trail.Step step) {
        JsonNode entry = step.entry();
        boolean refused = entry.path("kind").asText().equals("REFUSAL");
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", entry.path("id").textValue())
                .put("at", entry.path("at").textValue())
                .put("outcome", refused ? "REFUSED" : "ANSWERED");
        copy(entry, json, "code");
        requester(entry.path("requester").textValue(), json);
        copy(entry, json, "official");
        copy(entry, json, "caseRef");
        service(entry.path("service").textValue(), json);
        copy(entry, json, "facts");
        copy(entry, json, "view");
        copy(entry, json, "verdicts");
        if (step.receipt() != null) {
            json.set("receipt", step.receipt());
        }
        return json;
    }

    /** An auditor who has read who looked at the citizen; why, is not told. */
    ObjectNode ofAudit(JsonNode entry) {
        ObjectNode json =
                JsonNodeFactory.instance.objectNode().put("at", entry.path("at").textValue());
        requester(entry.path("by").textValue(), json);
        copy(entry, json, "official");
        copy(entry, json, "from");
        copy(entry, json, "to");
        return json;
    }

    /** Whose data an agency mixed up with the citizen's is not told, and neither is what for. */
    JsonNode of(MixUp mixUp) {
        JsonNode entry = mixUp.entry();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", entry.path("id").textValue())
                .put("at", entry.path("at").textValue())
                .put("agency", entry.path("agency").textValue());
        requester(entry.path("requester").textValue(), json);
        ArrayNode shown = json.putArray("shown");
        for (JsonNode act : mixUp.shown()) {
            ObjectNode one = shown.addObject().put("at", act.path("at").textValue());
            requester(act.path("requester").textValue(), one);
            copy(act, one, "official");
        }
        if (mixUp.receipt() != null) {
            json.set("receipt", mixUp.receipt());
        }
        return json;
    }

    private void requester(String id, ObjectNode json) {
        if (id != null) {
            ObjectNode requester = json.putObject("requester").put("id", id);
            access.named(id).ifPresent(known -> requester.put("name", known.name()));
        }
    }

    private void service(String code, ObjectNode json) {
        if (code != null) {
            ObjectNode service = json.putObject("service").put("code", code);
            passports.find(code).ifPresent(passport -> describe(passport, service));
        }
    }

    private static void describe(Passport passport, ObjectNode service) {
        service.putObject("title")
                .put("az", passport.title().az())
                .put("en", passport.title().en());
        service.put("legalBasis", passport.legalBasis());
    }

    private static void copy(JsonNode entry, ObjectNode json, String name) {
        if (entry.hasNonNull(name)) {
            json.set(name, entry.get(name));
        }
    }
}
