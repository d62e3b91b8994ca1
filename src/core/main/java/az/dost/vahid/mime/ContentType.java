package az.dost.vahid.mime;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A Content-Type (RFC 9110, section 8.3.1) as every reader reads it: no comment, no escape, no continued or encoded
 * parameter (RFC 2231), and none twice.
 *
 * @param type {@code type/subtype} in small letters
 * @param parameters by name in small letters
 */
public record ContentType(String type, Map<String, String> parameters) {
    public static final String XML = "text/xml";
    public static final String XOP = "application/xop+xml";
    public static final String RELATED = "multipart/related";
    private static final String TOKEN = "[!#$%&'+.^_`|~0-9A-Za-z-]++";
    private static final Pattern TYPE = Pattern.compile("[ \t]*+(" + TOKEN + "/" + TOKEN + ")[ \t]*+");
    private static final Pattern PARAMETER =
            Pattern.compile(";[ \t]*+(?:(" + TOKEN + ")=(?:(" + TOKEN + ")|\"([ !#-\\[\\]-~]*+)\")[ \t]*+)?+");
    private static final int LONGEST = 1000;

    /** Null when it is none, or one that two readers could read differently. */
    public static ContentType of(String text) {
        Matcher matcher = text == null || text.length() > LONGEST ? null : TYPE.matcher(text);
        if (matcher == null || !matcher.lookingAt()) {
            return null;
        }
        String type = matcher.group(1).toLowerCase(Locale.ROOT);
        Map<String, String> parameters = new LinkedHashMap<>();
        int end = matcher.end();
        matcher.usePattern(PARAMETER);
        while (matcher.find(end) && matcher.start() == end) {
            end = matcher.end();
            String value = matcher.group(2) == null ? matcher.group(3) : matcher.group(2);
            if (matcher.group(1) != null && parameters.put(matcher.group(1).toLowerCase(Locale.ROOT), value) != null) {
                return null;
            }
        }
        return end == text.length() ? new ContentType(type, parameters) : null;
    }

    /** Whether it is this type, and of no other encoding than UTF-8. */
    public boolean utf8(String wanted) {
        return type.equals(wanted)
                && parameters.getOrDefault("charset", "utf-8").equalsIgnoreCase("utf-8");
    }

    /** Of the envelope itself, as it goes on. */
    public static String envelope(boolean xop) {
        return xop ? XOP + "; charset=utf-8; type=\"text/xml\"" : XML + "; charset=utf-8";
    }
}
