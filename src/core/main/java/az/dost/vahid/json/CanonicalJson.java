package az.dost.vahid.json;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.TreeMap;

/**
 * The one text of a JSON value, whoever wrote it (RFC 8785): names in order, no space. Of numbers it takes whole ones
 * that every reader holds exactly; messages that are signed this way have no others.
 */
public final class CanonicalJson {
    private static final BigInteger MOST = BigInteger.ONE.shiftLeft(53).subtract(BigInteger.ONE);
    private static final int FIRST_PLAIN = 0x20;

    /** @throws IllegalArgumentException for a number that it does not take, and for half a character */
    public static byte[] of(JsonNode value) {
        StringBuilder text = new StringBuilder();
        write(value, text);
        try {
            ByteBuffer encoded = StandardCharsets.UTF_8.newEncoder().encode(CharBuffer.wrap(text));
            byte[] bytes = new byte[encoded.remaining()];
            encoded.get(bytes);
            return bytes;
        } catch (CharacterCodingException e) {
            // As a question mark it would be the same as another text.
            throw new IllegalArgumentException("A text has half a character", e);
        }
    }

    private static void write(JsonNode value, StringBuilder out) {
        if (value.isObject()) {
            TreeMap<String, JsonNode> members = new TreeMap<>();
            value.properties().forEach(member -> members.put(member.getKey(), member.getValue()));
            out.append('{');
            members.forEach((name, member) -> {
                comma(out);
                quote(name, out);
                out.append(':');
                write(member, out);
            });
            out.append('}');
        } else if (value.isArray()) {
            out.append('[');
            for (Iterator<JsonNode> items = value.elements(); items.hasNext(); ) {
                comma(out);
                write(items.next(), out);
            }
            out.append(']');
        } else if (value.isTextual()) {
            quote(value.textValue(), out);
        } else if (value.isNumber()) {
            out.append(whole(value));
        } else {
            // true, false or null.
            out.append(value.asText());
        }
    }

    private static void comma(StringBuilder out) {
        char last = out.charAt(out.length() - 1);
        if (last != '{' && last != '[') {
            out.append(',');
        }
    }

    private static BigInteger whole(JsonNode number) {
        if (!number.isIntegralNumber() || number.bigIntegerValue().abs().compareTo(MOST) > 0) {
            throw new IllegalArgumentException("A number is not whole, or is too large to be held exactly");
        }
        return number.bigIntegerValue();
    }

    private static void quote(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char one = text.charAt(i);
            int escaped = "\b\t\n\f\r\"\\".indexOf(one);
            if (escaped >= 0) {
                out.append('\\').append("btnfr\"\\".charAt(escaped));
            } else if (one < FIRST_PLAIN) {
                out.append(String.format("\\u%04x", (int) one));
            } else {
                out.append(one);
            }
        }
        out.append('"');
    }

    private CanonicalJson() {}
}
