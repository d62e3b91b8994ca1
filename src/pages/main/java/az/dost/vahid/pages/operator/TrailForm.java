package az.dost.vahid.pages.operator;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/**
 * By what somebody looks for lookups: the number of a dossier or of an error, or the case of a system.
 *
 * @param by {@code number} or {@code case}
 */
record TrailForm(String by, String number, String requester, String caseRef, String days) {
    private static final ObjectMapper JSON = Json.strict();
    private static final Pattern NUMBER = Pattern.compile("(urn:uuid:)?[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");
    private static final Pattern REQUESTER = Pattern.compile("[a-z][a-z0-9-]{1,40}");
    private static final Pattern CASE = Pattern.compile("[A-Za-z0-9/_.-]{1,64}");
    private static final Pattern DAYS = Pattern.compile("[1-9]|[12][0-9]|3[01]");
    private static final String USUAL_DAYS = "2";

    TrailForm {
        by = "case".equals(by) ? by : "number";
        number = text(number).toLowerCase(Locale.ROOT);
        requester = text(requester);
        caseRef = text(caseRef);
        days = text(days).isEmpty() ? USUAL_DAYS : text(days);
    }

    private static String text(String value) {
        return value == null ? "" : value.strip();
    }

    static TrailForm empty() {
        return new TrailForm(null, null, null, null, null);
    }

    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (by.equals("number")) {
            wrong(faults, "number", "operator.trail.number.wrong", NUMBER, number);
        } else {
            wrong(faults, "requester", "operator.trail.requester.wrong", REQUESTER, requester);
            wrong(faults, "caseRef", "operator.trail.caseRef.wrong", CASE, caseRef);
            wrong(faults, "days", "operator.trail.days.wrong", DAYS, days);
        }
        return faults;
    }

    private static void wrong(Map<String, String> faults, String field, String key, Pattern right, String value) {
        if (!right.matcher(value).matches()) {
            faults.put(field, key);
        }
    }

    /** What has the wrong form may be anything, a FIN too, and is not repeated. */
    TrailForm shown() {
        return new TrailForm(
                by, kept(NUMBER, number), kept(REQUESTER, requester), kept(CASE, caseRef), kept(DAYS, days));
    }

    private static String kept(Pattern right, String value) {
        return right.matcher(value).matches() ? value : "";
    }

    /** A body of {@code POST /v1/operations/trails}. */
    ObjectNode body() {
        ObjectNode body = JSON.createObjectNode();
        if (by.equals("case")) {
            return body.put("requester", requester).put("caseRef", caseRef).put("days", Integer.parseInt(days));
        }
        return body.put(number.startsWith("urn:") ? "instance" : "dossierId", number);
    }

    /** Without the case. */
    @Override
    public String toString() {
        return by;
    }
}
