package az.dost.vahid.journeys.admission;

import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.key.OfferedKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Set;

/** Makes of a wish what its applicant may do: all that is made up at once in a sandbox, or what operators release. */
final class Grants {
    /** Members of a requester's file that can be released by this way. */
    private static final Set<String> MEMBERS = Set.of(
            "id",
            "services",
            "specialFacts",
            "grants",
            "officials",
            "officialsProven",
            "clients",
            "views",
            "replyQueues");

    /** Of a partner's officials. Whoever looks after the bus, or after those who do, has a file that somebody wrote. */
    private static final Set<String> ROLES = Set.of("CLERK", "HOT_LINE", "CENTRE_MANAGER");

    private final AccessPolicy access;
    private final EventTypes types;

    Grants(AccessPolicy access, EventTypes types) {
        this.access = access;
        this.types = types;
    }

    /**
     * Whatever is wished, since nobody there is a person.
     *
     * @param token SHA-256, hex, of the applicant's secret, which is the token too
     */
    ObjectNode sandbox(String id, String token, ObjectNode wish) {
        ObjectNode requester = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("name", wish.path("organisation").asText())
                .put("tokenSha256", token);
        if (!wish.path("services").isEmpty()) {
            requester.set("services", wish.path("services"));
            requester.putArray("specialFacts").add("*");
        } else if (!wish.path("events").isEmpty()) {
            requester.putArray("specialFacts").add("*");
        }
        if (!wish.path("grants").isEmpty()) {
            requester.set("grants", wish.path("grants"));
        }
        // Nobody has shown that the key is his: to take it would tell whose is known, and keep its owner out.
        return content(requester, wish, null, wish.path("events"));
    }

    /**
     * What an operator proposes.
     *
     * @param wanted {@code requester}, and where they are there {@code events} and {@code certificate}
     * @throws ProblemException FIELD_UNKNOWN, FIELD_MISSING, FIELD_INVALID
     */
    ObjectNode released(ObjectNode wanted, ObjectNode wish) {
        if (!(wanted.path("requester") instanceof ObjectNode asked)) {
            throw new ProblemException(
                    wanted.has("requester") ? ProblemCode.FIELD_INVALID : ProblemCode.FIELD_MISSING, "requester", null);
        }
        StrictJson.onlyKnown(asked, MEMBERS, "requester.");
        asked.path("services").forEach(service -> {
            if (!service.isTextual() || service.textValue().matches("[*]|.*:.*")) {
                throw invalid("requester", "Services are released one by one.");
            }
        });
        asked.path("grants").forEach(grant -> {
            if (!grant.isTextual() || !Wish.grantable(grant.textValue())) {
                throw invalid("requester", "It names what nobody is granted by this way.");
            }
        });
        asked.path("officials")
                .forEach(official -> official.path("roles").forEach(role -> {
                    if (!ROLES.contains(role.asText())) {
                        throw invalid("requester", "An official has a role that nobody is given by this way.");
                    }
                }));
        Wish.events(wanted, types);
        ObjectNode requester = asked.deepCopy();
        requester.put("name", wish.path("organisation").asText());
        return content(requester, wish, certificate(wanted, wish, asked.has("clients")), wanted.path("events"));
    }

    /** The applicant's own; or the one that was issued for his request. */
    private static String certificate(ObjectNode wanted, ObjectNode wish, boolean other) {
        String issued = wanted.path("certificate").textValue();
        if (wish.has("certificate")) {
            if (wanted.has("certificate")) {
                throw invalid("certificate", "The applicant has one of his own.");
            }
            return wish.path("certificate").textValue();
        }
        if (issued == null) {
            if (!other) {
                throw new ProblemException(
                        ProblemCode.FIELD_MISSING, "certificate", "The applicant sent a request: have one issued.");
            }
            return null;
        }
        try {
            if (OfferedKey.answers(
                    OfferedKey.certificate(issued), wish.path("request").asText())) {
                return issued;
            }
        } catch (IllegalArgumentException e) {
            throw invalid("certificate", e.getMessage());
        }
        throw invalid("certificate", "It is not of the key that the applicant's request is of.");
    }

    private static ObjectNode content(ObjectNode requester, ObjectNode wish, String certificate, JsonNode events) {
        ObjectNode content = JsonNodeFactory.instance.objectNode();
        content.set("requester", requester);
        var keys = content.putArray("keys");
        if (certificate != null) {
            keys.addObject().put("certificate", certificate);
        }
        content.set("events", events.isObject() ? events : content.objectNode());
        return content.put("legalBasis", wish.path("legalBasis").asText());
    }

    /** @throws ProblemException FIELD_INVALID when the file of a requester could not say the same */
    void check(Admitted made, String field) {
        List<String> doubts = made.requester(Instant.now())
                .map(access::doubts)
                .orElse(List.of("there is nothing that the requester could be known by"));
        if (!doubts.isEmpty()) {
            throw invalid(field, doubts.get(0));
        }
    }

    private static ProblemException invalid(String field, String detail) {
        return new ProblemException(ProblemCode.FIELD_INVALID, field, detail);
    }
}
