package az.dost.vahid.fact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.util.List;

/**
 * A text; one without a pattern, which people read, as it looks ({@link PlainText}). Characters that XML cannot hold
 * (XML 1.0, section 2.2) are in no dossier, which has to have one content in all its forms.
 *
 * @param shortest in code points
 * @param longest in code points
 * @param pattern of the whole text; null for any
 * @param day whether it must be a day of the calendar, ISO 8601
 */
record TextShape(int shortest, int longest, TextPattern pattern, boolean day, List<ValueRule> rules) implements Shape {
    @Override
    public JsonNode believed(JsonNode value, CheckRun trail) {
        String text = value.textValue();
        if (text == null) {
            trail.tellKind(value);
            return null;
        }
        String plain = pattern == null ? PlainText.of(text) : text;
        String broken = broken(plain, trail);
        if (broken == null) {
            return plain.equals(text) ? value : TextNode.valueOf(plain);
        }
        trail.tell(broken);
        return null;
    }

    private String broken(String text, CheckRun trail) {
        int length = text.length();
        // Code points are at most as many as characters, and at least half as many.
        if (length < shortest || length > longest && text.codePointCount(0, length) > longest) {
            return "LENGTH";
        }
        if (pattern == null ? !writable(text) : !pattern.matches(text)) {
            return pattern == null ? "CHARACTER" : "PATTERN";
        }
        if (day && !Plausible.isDay(text)) {
            return "NOT_A_DATE";
        }
        return ValueRule.broken(rules, text, trail);
    }

    /** Patterns hold such characters off by themselves. */
    private static boolean writable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c < ' '
                    ? c != '\t' && c != '\n' && c != '\r'
                    : c >= Character.MIN_SURROGATE && (c >= '\uFFFE' || c <= Character.MAX_SURROGATE)) {
                boolean pair = Character.isHighSurrogate(c)
                        && i + 1 < text.length()
                        && Character.isLowSurrogate(text.charAt(i + 1));
                if (!pair) {
                    return false;
                }
                i++;
            }
        }
        return true;
    }
}
