package az.dost.vahid.connector;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Path and query of a call, which placeholders make another one for each request. Values are percent-encoded (RFC 3986,
 * section 2), so that each stays in the segment or the parameter that it stands in.
 */
public final class CallAddress {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\{([A-Za-z]+)}");
    private static final String UNRESERVED = "-._~";
    /** What means nothing of its own in a query, to whatever reads forms. */
    private static final String PLAIN_IN_QUERY = UNRESERVED + "!$'()*,:@/?";

    private static final String HEX = "0123456789ABCDEF";
    /** Where the query begins; those before stand in the path. */
    private final int pathParts;
    /** Texts as they are sent, and between each two of them a placeholder. */
    private final List<String> texts = new ArrayList<>();

    private final List<String> placeholders = new ArrayList<>();

    private CallAddress(String path, Map<String, Object> query) {
        StringBuilder text = new StringBuilder();
        add(path, text, true);
        pathParts = placeholders.size();
        String before = "?";
        for (Map.Entry<String, Object> parameter : query.entrySet()) {
            for (String value : values(parameter.getValue())) {
                text.append(before)
                        .append(encoded(parameter.getKey(), UNRESERVED))
                        .append('=');
                add(value, text, false);
                before = "&";
            }
        }
        texts.add(text.toString());
    }

    static CallAddress of(String path, Map<String, Object> query) {
        return new CallAddress(path, query);
    }

    /** One for a text, several for a list. */
    static List<String> values(Object parameter) {
        return parameter instanceof List<?> several
                ? several.stream().map(String::valueOf).toList()
                : List.of(String.valueOf(parameter));
    }

    /** Names of the placeholders in a text, in their order. */
    static List<String> placeholders(String text) {
        return PLACEHOLDER.matcher(text).results().map(found -> found.group(1)).toList();
    }

    private void add(String template, StringBuilder text, boolean path) {
        Matcher placeholder = PLACEHOLDER.matcher(template);
        int end = 0;
        while (placeholder.find()) {
            literal(template.substring(end, placeholder.start()), text, path);
            texts.add(text.toString());
            text.setLength(0);
            placeholders.add(placeholder.group(1));
            end = placeholder.end();
        }
        literal(template.substring(end), text, path);
    }

    /** A path is written as it travels; of a query nobody should have to know how. */
    private static void literal(String said, StringBuilder text, boolean path) {
        text.append(path ? said : encoded(said, PLAIN_IN_QUERY));
    }

    /** Whether a placeholder stands in path or query. */
    public boolean has(String placeholder) {
        return placeholders.contains(placeholder);
    }

    /**
     * Path and query of a request. The text names the citizen where it has {fin}: it must not be kept, logged or
     * thrown.
     *
     * @param values gives the value of a placeholder
     * @throws IllegalArgumentException when a value in the path is empty or nothing but dots, which would be another
     *     path; the message does not say the value
     */
    public String filled(UnaryOperator<String> values) {
        StringBuilder address = new StringBuilder();
        for (int i = 0; i < placeholders.size(); i++) {
            String value = values.apply(placeholders.get(i));
            if (i < pathParts && value.chars().allMatch(c -> c == '.')) {
                throw new IllegalArgumentException("The value of {" + placeholders.get(i) + "} cannot stand in a path");
            }
            address.append(texts.get(i)).append(encoded(value, UNRESERVED));
        }
        return address.append(texts.get(texts.size() - 1)).toString();
    }

    /**
     * What placeholders stand for in a request that came; null when it is for another address.
     *
     * @param rawPath as it came
     * @param rawQuery as it came, null for none; parameters in the order of the connector
     */
    public Matcher matcher(String rawPath, String rawQuery) {
        StringBuilder pattern = new StringBuilder();
        for (int i = 0; i < placeholders.size(); i++) {
            String group = placeholders.subList(0, i).contains(placeholders.get(i))
                    ? "(?:"
                    : "(?<" + placeholders.get(i) + ">";
            pattern.append(Pattern.quote(texts.get(i))).append(group).append("[^/?&=]*)");
        }
        Matcher came = Pattern.compile(pattern.append(Pattern.quote(texts.get(texts.size() - 1)))
                        .toString())
                .matcher(rawPath + (rawQuery == null ? "" : "?" + rawQuery));
        return came.matches() ? came : null;
    }

    /** Each once. */
    public List<String> placeholders() {
        return placeholders.stream().distinct().toList();
    }

    private static String encoded(String text, String plain) {
        StringBuilder encoded = new StringBuilder();
        for (byte one : text.getBytes(StandardCharsets.UTF_8)) {
            boolean stays = one >= '0' && one <= '9'
                    || one >= 'A' && one <= 'Z'
                    || one >= 'a' && one <= 'z'
                    || one > 0 && plain.indexOf(one) >= 0;
            if (stays) {
                encoded.append((char) one);
            } else {
                encoded.append('%').append(HEX.charAt((one >> 4) & 0xF)).append(HEX.charAt(one & 0xF));
            }
        }
        return encoded.toString();
    }

    /** Never the address itself. */
    @Override
    public String toString() {
        return "Address with " + Arrays.toString(placeholders.toArray());
    }
}
