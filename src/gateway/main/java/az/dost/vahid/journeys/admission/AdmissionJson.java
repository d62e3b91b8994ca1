package az.dost.vahid.journeys.admission;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.ClientCertificate;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;

/** Applications, proposals and partners as their contracts have them. */
final class AdmissionJson {
    /** A partner, for himself and for operators; keys by their thumbprints. */
    static ObjectNode of(Admitted partner, Instant now) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", partner.id())
                .put("state", partner.state().name());
        var keys = json.putArray("keys");
        partner.keys(now).forEach(key -> {
            ObjectNode shown = keys.addObject();
            shown.put("thumbprint", thumbprint(key.path("certificate").asText()));
            if (key.has("until")) {
                shown.set("until", key.get("until"));
            }
        });
        json.set("events", partner.content().path("events").deepCopy());
        for (String name : List.of("keyAdded", "keyEnded", "subscription")) {
            if (partner.content().has(name)) {
                json.set(name, partner.content().path(name).deepCopy());
            }
        }
        return json;
    }

    /** @param wish empty when its time was over */
    static ObjectNode of(Application application, JsonNode wish, Instant until) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("applicationId", application.id().toString())
                .put("at", RecordId.time(application.id()).toString())
                .put("until", until.toString());
        wish.properties().forEach(field -> {
            if (!field.getKey().matches("certificate|request")) {
                json.set(field.getKey(), field.getValue());
            }
        });
        if (wish.has("certificate")) {
            json.putObject("key")
                    .put("thumbprint", thumbprint(wish.path("certificate").asText()));
        } else if (wish.has("request")) {
            json.putObject("key").set("request", wish.path("request"));
        }
        return json;
    }

    static ObjectNode of(Proposal proposal) {
        ObjectNode content = content(proposal);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("id", proposal.id().toString())
                .put("application", proposal.application().toString())
                .put("proposedBy", proposal.by().called())
                .put("because", proposal.because())
                .put("expires", proposal.expires().toString());
        json.set("requester", content.path("requester"));
        json.set("events", content.path("events"));
        if (!content.path("keys").isEmpty()) {
            json.put("thumbprint", thumbprint(content.at("/keys/0/certificate").asText()));
        }
        return proposal.confirmedBy() == null ? json : json.put("confirmedBy", proposal.confirmedBy());
    }

    /** What a proposal would release. */
    static ObjectNode content(Proposal proposal) {
        try {
            return (ObjectNode) Json.mapper().readTree(proposal.content());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A proposal in the database is none", e);
        }
    }

    private static String thumbprint(String pem) {
        return ClientCertificate.of(pem).thumbprint();
    }

    private AdmissionJson() {}
}
