package az.dost.vahid.xroad;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/**
 * One part of an identifier, X-Road Message Protocol for REST, section 4.2: decoded once, then looked at. What would
 * mean something else to whoever decodes or normalises it again is refused: that is how access checks were walked
 * around.
 */
final class Segment {
    private static final int LONGEST = 255;
    /** Beside letters and digits; the underscore is not in the newest rules, but in the names of many services. */
    private static final String PUNCTUATION = "'()+,-.=?_";

    /** @throws IdentifierException when it is no part of an identifier */
    static String decode(String raw) {
        String text = raw.indexOf('%') < 0 ? raw : percent(raw);
        if (text.isEmpty() || text.length() > LONGEST) {
            throw new IdentifierException("A part of an identifier is empty or too long");
        }
        if (text.equals(".") || text.contains("..")) {
            throw new IdentifierException("A part of an identifier has dots that would lead elsewhere");
        }
        if (!text.codePoints().allMatch(c -> Character.isLetterOrDigit(c) || PUNCTUATION.indexOf(c) >= 0)) {
            throw new IdentifierException("A part of an identifier has a character that no identifier has");
        }
        return text;
    }

    /** As it stands in a path or a header. */
    static String encode(String text) {
        StringBuilder encoded = new StringBuilder(text.length());
        for (byte b : text.getBytes(StandardCharsets.UTF_8)) {
            if (b > 0 && (Character.isLetterOrDigit(b) || "'()+,-.=_".indexOf(b) >= 0)) {
                encoded.append((char) b);
            } else {
                encoded.append('%')
                        .append(Character.toUpperCase(Character.forDigit(b >> 4 & 0xF, 16)))
                        .append(Character.toUpperCase(Character.forDigit(b & 0xF, 16)));
            }
        }
        return encoded.toString();
    }

    static String percent(String raw) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream(raw.length());
        for (int i = 0; i < raw.length(); i++) {
            if (raw.charAt(i) != '%') {
                bytes.writeBytes(raw.substring(i, i + 1).getBytes(StandardCharsets.UTF_8));
                continue;
            }
            int high = i + 2 <= raw.length() - 1 ? hex(raw.charAt(i + 1)) : -1;
            int low = i + 2 <= raw.length() - 1 ? hex(raw.charAt(i + 2)) : -1;
            if (high < 0 || low < 0) {
                throw new IdentifierException("A part of an identifier is not percent-encoded as it should be");
            }
            bytes.write(high << 4 | low);
            i += 2;
        }
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes.toByteArray()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw new IdentifierException("A part of an identifier is not UTF-8");
        }
    }

    private static int hex(char c) {
        return c < 128 ? Character.digit(c, 16) : -1;
    }

    private Segment() {}
}
