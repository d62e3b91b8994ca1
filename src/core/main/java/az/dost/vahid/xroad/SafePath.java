package az.dost.vahid.xroad;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** The part of a request's path that goes to the provider: decoded to be looked at, passed on as it came. */
public final class SafePath {
    private static final Pattern ENCODED = Pattern.compile("%[0-9A-Fa-f]{2}");

    /**
     * Its segments, decoded once.
     *
     * @param raw begins with a slash, or is empty
     * @throws IdentifierException when another reader of the path could end elsewhere: dot segments, empty segments but
     *     the last, encoded slashes and backslashes, control characters, a second level of encoding
     */
    public static List<String> segments(String raw) {
        List<String> segments = new ArrayList<>();
        if (!raw.isEmpty()) {
            String[] parts = raw.substring(1).split("/", -1);
            for (int i = 0; i < parts.length; i++) {
                if (parts[i].isEmpty() && i < parts.length - 1) {
                    throw new IdentifierException("The path has two slashes beside each other");
                }
                segments.add(segment(parts[i]));
            }
        }
        return segments;
    }

    private static String segment(String raw) {
        if (raw.chars().anyMatch(c -> c <= ' ' || c > '~' || c == '\\')) {
            throw new IdentifierException("The path has a character that is not percent-encoded");
        }
        String text = raw.indexOf('%') < 0 ? raw : Segment.percent(raw);
        // Some servers take a segment up to its first semicolon.
        String name = text.contains(";") ? text.substring(0, text.indexOf(';')) : text;
        // Some take away dots and spaces at the end.
        if (!text.isEmpty() && name.chars().allMatch(c -> c == '.' || Character.isWhitespace(c) || c == '\u00A0')) {
            throw new IdentifierException(
                    "The path has a part of nothing but dots, spaces or parameters, which would lead elsewhere");
        }
        if (text.codePoints().anyMatch(c -> c == '/' || c == '\\' || Character.isISOControl(c))) {
            throw new IdentifierException("The path has an encoded slash or a control character");
        }
        if (ENCODED.matcher(text).find()) {
            throw new IdentifierException("The path is encoded twice");
        }
        return text;
    }

    private SafePath() {}
}
