package az.dost.vahid.pages.portal;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * What somebody applies with. One contact is enough here; more go by the contract.
 *
 * @param name of whoever is asked about it, as is email
 * @param services codes, with commas between
 * @param events a line for each type: {@code az.dost.birth.v1=fin,dateOfBirth}
 * @param key a request for a certificate, or a certificate, in PEM
 * @param once made with the form: however often it is sent, it is one application
 */
record ApplicationForm(
        String organisation,
        String name,
        String email,
        String purpose,
        String legalBasis,
        String services,
        String events,
        String webhook,
        String key,
        String once) {
    private static final Pattern SHORT = Pattern.compile("\\P{Cntrl}{1,200}");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s\\p{Cntrl}]{1,64}@[A-Za-z0-9.-]{1,190}");
    private static final Pattern EVENT = Pattern.compile("[a-z][a-z0-9.-]{1,80}=[A-Za-z]{1,40}(,[A-Za-z]{1,40})*");
    private static final Pattern PEM =
            Pattern.compile("-----BEGIN (CERTIFICATE|CERTIFICATE REQUEST)-----\\s[A-Za-z0-9+/=\\s]+-----END \\1-----");
    private static final Pattern ONCE = Pattern.compile("[0-9a-f-]{36}");
    private static final int LONG = 2000;
    private static final int LONGEST_KEY = 9000;
    private static final Map<String, String> FIELDS = Map.of(
            "organisation", "organisation",
            "contacts", "name",
            "name", "name",
            "email", "email",
            "purpose", "purpose",
            "legalBasis", "legalBasis",
            "services", "services",
            "events", "events",
            "webhook", "webhook");

    private static final Set<String> OF_THE_KEY = Set.of("request", "certificate");

    ApplicationForm {
        organisation = text(organisation);
        name = text(name);
        email = text(email);
        purpose = text(purpose);
        legalBasis = text(legalBasis);
        services = text(services);
        events = text(events);
        webhook = text(webhook);
        key = text(key);
        once = ONCE.matcher(text(once)).matches() ? once : UUID.randomUUID().toString();
    }

    private static String text(String value) {
        return value == null ? "" : value.replace("\r\n", "\n").strip();
    }

    static ApplicationForm empty() {
        return new ApplicationForm("", "", "", "", "", "", "", "", "", "");
    }

    /** The gateway looks at each again, and at whether the codes are any. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        check(faults, SHORT.matcher(organisation).matches(), "organisation", "portal.apply.organisation.wrong");
        check(faults, SHORT.matcher(name).matches(), "name", "portal.apply.name.wrong");
        check(faults, EMAIL.matcher(email).matches(), "email", "portal.apply.email.wrong");
        check(faults, isText(purpose), "purpose", "portal.apply.purpose.wrong");
        check(faults, isText(legalBasis), "legalBasis", "portal.apply.law.wrong");
        check(
                faults,
                lines().stream().allMatch(line -> EVENT.matcher(line).matches()),
                "events",
                "portal.apply.events.wrong");
        check(faults, isKey(), "key", "portal.apply.key.wrong");
        return faults;
    }

    private static void check(Map<String, String> faults, boolean holds, String field, String key) {
        if (!holds) {
            faults.put(field, key);
        }
    }

    private static boolean isText(String text) {
        return !text.isEmpty() && text.length() <= LONG;
    }

    private boolean isKey() {
        return key.length() <= LONGEST_KEY && PEM.matcher(key).matches();
    }

    /** To be shown again: what is no request may be a private key, and is not repeated. */
    ApplicationForm shown() {
        return new ApplicationForm(
                organisation, name, email, purpose, legalBasis, services, events, webhook, isKey() ? key : "", once);
    }

    /** The field of this form that a field of the gateway's is; the button's id where it is none. */
    static String field(String refused) {
        return OF_THE_KEY.contains(refused) ? "key" : FIELDS.getOrDefault(refused, "send");
    }

    /** A body of {@code POST /v1/partners/applications}. */
    ObjectNode body() {
        ObjectNode body = JsonNodeFactory.instance
                .objectNode()
                .put("organisation", organisation)
                .put("purpose", purpose)
                .put("legalBasis", legalBasis)
                .put(key.contains("BEGIN CERTIFICATE REQUEST") ? "request" : "certificate", key + "\n");
        body.putArray("contacts").addObject().put("name", name).put("email", email);
        list(body, "services", services);
        ObjectNode wished = body.objectNode();
        lines().forEach(line -> list(wished, line.replaceFirst("=.*", ""), line.replaceFirst(".*=", "")));
        if (!wished.isEmpty()) {
            body.set("events", wished);
        }
        return webhook.isEmpty() ? body : body.put("webhook", webhook);
    }

    private List<String> lines() {
        return events.lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }

    private static void list(ObjectNode into, String name, String texts) {
        List<String> all = Pattern.compile("[,\\s]+")
                .splitAsStream(texts)
                .filter(one -> !one.isEmpty())
                .toList();
        if (!all.isEmpty()) {
            ArrayNode list = into.putArray(name);
            all.forEach(list::add);
        }
    }

    /** Nobody's name in a log. */
    @Override
    public String toString() {
        return "ApplicationForm";
    }
}
