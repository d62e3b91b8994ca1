package az.dost.vahid.logging;

import java.util.regex.Pattern;
import org.springframework.boot.json.JsonWriter;
import org.springframework.boot.logging.structured.StructuredLoggingJsonMembersCustomizer;

/**
 * The rules of {@code logging.pattern.console} for logs in JSON ({@code logging.structured.format.console}): no control
 * or format character but line breaks, which JSON escapes; no secret of an address; and an end. A test holds both to
 * the same lines. Spring Boot finds it by its name.
 */
final class SafeMembers implements StructuredLoggingJsonMembersCustomizer<Object> {
    private static final int LONGEST_MESSAGE = 8_000;
    private static final int LONGEST = 64_000;
    private static final Pattern ACTS = Pattern.compile("[\\p{Cc}\\p{Cf}\\p{Zl}\\p{Zp}&&[^\\n\\t]]");

    @Override
    public void customize(JsonWriter.Members<Object> members) {
        members.applyingValueProcessor((path, value) -> value instanceof CharSequence text
                ? safe(text.toString(), "message".equals(path.name()) ? LONGEST_MESSAGE : LONGEST)
                : value);
    }

    private static String safe(String text, int longest) {
        String bounded = text.length() > longest ? text.substring(0, longest) : text;
        return HiddenSecrets.in(ACTS.matcher(bounded).replaceAll("?"));
    }
}
