package az.dost.vahid.connector;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * What must hold of a call's path, query and headers before anybody is asked: above all that a FIN stands in an address
 * only where that is declared.
 */
final class AddressRules {
    private static final Set<String> KNOWN = Set.of("fin", "requestId", "sentAt", "page");
    /** Characters of a path (RFC 3986, section 3.3), each percent sign before two digits of its own. */
    private static final Pattern PATH = Pattern.compile("(?:[A-Za-z0-9._~!$&'()*+,;=:@/{}-]|%[0-9A-Fa-f]{2})*+");

    private static final Pattern DOTS = Pattern.compile("(?:^|/)\\.{1,2}(?:/|$)");
    private static final Pattern SENTENCE = Pattern.compile("(?s)\\s*\\S+(?:\\s+\\S+){4,}\\s*");
    private static final int SHORTEST = 25;
    private static final int LONGEST = 1000;
    /** Who sends them is the gateway, or HTTP itself. */
    private static final Set<String> OWN_HEADERS = Set.of(
            "accept",
            "authorization",
            "cache-control",
            "connection",
            "content-length",
            "content-type",
            "cookie",
            "date",
            "expect",
            "host",
            "keep-alive",
            "pragma",
            "proxy-authorization",
            "te",
            "traceparent",
            "trailer",
            "transfer-encoding",
            "upgrade",
            "via",
            "warning",
            "x-request-id");

    private final List<Mistake> mistakes = new ArrayList<>();

    /** @param path member names from the descriptor's root */
    record Mistake(String what, Object... path) {}

    /** @param descriptor its content, whatever that is */
    static List<Mistake> broken(JsonNode descriptor) {
        AddressRules rules = new AddressRules();
        rules.look(
                descriptor.path("call"), descriptor.path("auth").path("header").asText());
        return rules.mistakes;
    }

    private void look(JsonNode call, String keyHeader) {
        String path = call.path("path").asText();
        boolean fin = placeholders(path, "call", "path");
        if ((path.indexOf('{') >= 0 || call.has("query"))
                && (path.length() > LONGEST
                        || !PATH.matcher(path).matches()
                        || DOTS.matcher(path).find())) {
            add(
                    "a path with placeholders, or beside a query, is written as it is sent: other characters as %XX, no . or .. between slashes",
                    "call", "path");
        }
        for (var parameter : call.path("query").properties()) {
            for (JsonNode value :
                    parameter.getValue().isArray() ? parameter.getValue() : List.of(parameter.getValue())) {
                fin |= placeholders(value.asText(), "call", "query", parameter.getKey());
            }
        }
        headers(call, keyHeader);
        declared(call, fin);
    }

    private boolean placeholders(String text, Object... place) {
        List<String> found = CallAddress.placeholders(text);
        found.stream()
                .filter(name -> !KNOWN.contains(name))
                .distinct()
                .forEach(name ->
                        add("the gateway fills in {fin}, {requestId}, {sentAt} and {page}, not {" + name + "}", place));
        return found.contains("fin");
    }

    private void headers(JsonNode call, String keyHeader) {
        for (var header : call.path("headers").properties()) {
            String name = header.getKey().toLowerCase(Locale.ROOT);
            if (placeholders(header.getValue().asText(), "call", "headers", header.getKey())) {
                add("the FIN goes into a header by call.finHeader", "call", "headers", header.getKey());
            }
            if (OWN_HEADERS.contains(name)
                    || name.startsWith("x-road-")
                    || name.startsWith("camel")
                    || name.equals(keyHeader.toLowerCase(Locale.ROOT))
                    || name.equals(call.path("finHeader").asText().toLowerCase(Locale.ROOT))) {
                add(
                        "the gateway itself sends " + header.getKey()
                                + (name.equals("accept") ? ": say it in call.accept" : ""),
                        "call",
                        "headers",
                        header.getKey());
            }
        }
    }

    private void declared(JsonNode call, boolean fin) {
        String why = call.path("finInAddress").asText();
        if (!fin && call.has("finInAddress")) {
            add("no {fin} stands in path or query: leave finInAddress out", "call", "finInAddress");
        } else if (fin
                && (why.strip().length() < SHORTEST || !SENTENCE.matcher(why).matches())) {
            add(
                    "the FIN stands in the address of each call: say in call.finInAddress, in a sentence, what of the agency's contract leaves no choice",
                    "call",
                    call.has("finInAddress")
                            ? "finInAddress"
                            : call.path("path").asText().contains("{fin}") ? "path" : "query");
        }
    }

    private void add(String what, Object... path) {
        mistakes.add(new Mistake(what, path));
    }
}
