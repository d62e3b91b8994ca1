package az.dost.vahid.journeys.admission;

import az.dost.vahid.definition.EventTypes;
import az.dost.vahid.edge.door.FreeText;
import az.dost.vahid.edge.door.StrictJson;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.key.OfferedKey;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * Reads what an applicant says and wants, as {@code contracts/partners.openapi.yaml} has it. Nothing that he names is
 * called, or looked up in the network: nobody knows him yet.
 */
final class Wish {
    private static final Set<String> FIELDS = Set.of(
            "organisation",
            "contacts",
            "purpose",
            "legalBasis",
            "services",
            "grants",
            "events",
            "certificate",
            "request",
            "webhook");
    private static final Set<String> CONTACT = Set.of("name", "email");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final Pattern WEBHOOK = Pattern.compile("https?://[^\\s?#@]{1,490}");
    /** What can be released by this way at all: whoever operates the bus has a file that somebody wrote. */
    private static final Pattern GRANT = Pattern.compile(
            "publish:az\\.dost\\.[a-z-]+\\.v[0-9]+|bulk(:[a-z0-9-]{1,64})?|send:[a-z-]+|(quality|award):[a-z][a-z0-9-]{1,40}");

    private static final int MOST_CONTACTS = 5;
    private static final int MOST = 100;
    private static final int SHORT = 200;
    private static final int LONG = 2000;
    private final Predicate<String> services;
    private final EventTypes types;

    /** @param services whether there is one of a code */
    Wish(Predicate<String> services, EventTypes types) {
        this.services = services;
        this.types = types;
    }

    /** @throws ProblemException REQUEST_MALFORMED, FIELD_UNKNOWN, FIELD_MISSING, FIELD_INVALID */
    ObjectNode read(byte[] body) {
        ObjectNode wish = StrictJson.object(body, FIELDS);
        FreeText.read(wish, "organisation", SHORT);
        FreeText.read(wish, "purpose", LONG);
        FreeText.read(wish, "legalBasis", LONG);
        contacts(wish);
        each(wish, "services", services, "There is no service of such a code.");
        each(wish, "grants", grant -> GRANT.matcher(grant).matches(), "It names what nobody is granted by this way.");
        events(wish, types);
        if (wish.has("webhook")) {
            webhook(wish);
        }
        key(wish);
        return wish;
    }

    /** @throws ProblemException FIELD_MISSING, FIELD_INVALID */
    static String webhook(ObjectNode wish) {
        String webhook = text(wish, "webhook");
        check(WEBHOOK.matcher(webhook).matches(), "webhook", "It must be an address.");
        return webhook;
    }

    static boolean grantable(String grant) {
        return GRANT.matcher(grant).matches();
    }

    private static void contacts(ObjectNode wish) {
        if (!wish.hasNonNull("contacts")) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, "contacts", null);
        }
        JsonNode contacts = wish.path("contacts");
        check(
                contacts.isArray() && !contacts.isEmpty() && contacts.size() <= MOST_CONTACTS,
                "contacts",
                "It must be a list of 1 to " + MOST_CONTACTS + " people.");
        for (JsonNode contact : contacts) {
            check(contact.isObject(), "contacts", "Each must be an object.");
            StrictJson.onlyKnown(contact, CONTACT, "contacts.");
            FreeText.read(contact, "name", SHORT);
            check(EMAIL.matcher(text(contact, "email")).matches(), "email", "It must be an e-mail address.");
        }
    }

    private static void each(ObjectNode wish, String field, Predicate<String> right, String wrong) {
        JsonNode list = wish.path(field);
        if (!list.isMissingNode()) {
            check(list.isArray() && list.size() <= MOST, field, "It must be a list of at most " + MOST + ".");
            list.forEach(one -> check(one.isTextual() && right.test(one.textValue()), field, wrong));
        }
    }

    /** By type the fields of it, each of which there is. */
    static void events(ObjectNode wish, EventTypes types) {
        JsonNode events = wish.path("events");
        if (!events.isMissingNode()) {
            check(events.isObject(), "events", "It must have the fields of each type.");
            events.properties().forEach(type -> {
                check(types.names().contains(type.getKey()), "events", "There is no event of such a type.");
                check(type.getValue().isArray() && !type.getValue().isEmpty(), "events", "Each type has its fields.");
                type.getValue()
                        .forEach(field -> check(
                                types.fields(type.getKey()).contains(field.asText()),
                                "events",
                                "A type has no such field."));
            });
        }
    }

    private static void key(ObjectNode wish) {
        boolean certificate = wish.has("certificate");
        if (certificate == wish.has("request")) {
            throw new ProblemException(
                    certificate ? ProblemCode.FIELD_INVALID : ProblemCode.FIELD_MISSING,
                    "certificate",
                    "Send a certificate, or a request for one.");
        }
        String field = certificate ? "certificate" : "request";
        String pem = text(wish, field);
        try {
            if (certificate) {
                OfferedKey.certificate(pem);
            } else {
                OfferedKey.request(pem);
            }
        } catch (IllegalArgumentException e) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, e.getMessage());
        }
    }

    private static String text(JsonNode json, String field) {
        if (!json.hasNonNull(field)) {
            throw new ProblemException(ProblemCode.FIELD_MISSING, field, null);
        }
        check(json.path(field).isTextual(), field, "It must be a text.");
        return json.path(field).textValue();
    }

    private static void check(boolean holds, String field, String detail) {
        if (!holds) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, field, detail);
        }
    }
}
