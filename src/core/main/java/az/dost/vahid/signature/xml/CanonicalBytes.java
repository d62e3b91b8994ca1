package az.dost.vahid.signature.xml;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;

/**
 * Writes the parts of a canonical document, escaped as Canonical XML 1.0, section 2.3, has it, as UTF-8 into a digest.
 */
final class CanonicalBytes {
    private static final int BLOCK = 1 << 14;
    /** The longest that one character becomes: a quotation mark does. */
    private static final int LONGEST = 6;

    private static final byte[] AMP = ascii("&amp;");
    private static final byte[] LT = ascii("&lt;");
    private static final byte[] GT = ascii("&gt;");
    private static final byte[] QUOT = ascii("&quot;");
    private static final byte[] TAB = ascii("&#x9;");
    private static final byte[] LF = ascii("&#xA;");
    private static final byte[] CR = ascii("&#xD;");
    private final MessageDigest digest;
    private final byte[] block = new byte[BLOCK];
    private int length;

    CanonicalBytes(MessageDigest digest) {
        this.digest = digest;
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }

    /** The digest of all that was written. */
    byte[] digest() {
        flush();
        return digest.digest();
    }

    void sign(char ascii) {
        room();
        block[length++] = (byte) ascii;
    }

    /** As it is: names and marks need no escaping. */
    void plain(String text) {
        for (int i = 0; i < text.length(); i++) {
            room();
            char c = text.charAt(i);
            if (c < 0x80) {
                block[length++] = (byte) c;
            } else {
                i += wide(c, i + 1 < text.length() ? text.charAt(i + 1) : 0);
            }
        }
    }

    void name(String prefix, String local) {
        if (!prefix.isEmpty()) {
            plain(prefix);
            sign(':');
        }
        plain(local);
    }

    /** The value of an attribute or a namespace, without its quotes. */
    void value(String text) {
        for (int i = 0; i < text.length(); i++) {
            room();
            char c = text.charAt(i);
            if (c >= 0x80) {
                i += wide(c, i + 1 < text.length() ? text.charAt(i + 1) : 0);
                continue;
            }
            switch (c) {
                case '&' -> put(AMP);
                case '<' -> put(LT);
                case '"' -> put(QUOT);
                case '\t' -> put(TAB);
                case '\n' -> put(LF);
                case '\r' -> put(CR);
                default -> block[length++] = (byte) c;
            }
        }
    }

    /** Character data; whole pairs only. */
    void text(char[] text, int from, int count) {
        for (int i = from, end = from + count; i < end; i++) {
            room();
            char c = text[i];
            if (c >= 0x80) {
                i += wide(c, i + 1 < end ? text[i + 1] : 0);
                continue;
            }
            switch (c) {
                case '&' -> put(AMP);
                case '<' -> put(LT);
                case '>' -> put(GT);
                case '\r' -> put(CR);
                default -> block[length++] = (byte) c;
            }
        }
    }

    private void put(byte[] bytes) {
        System.arraycopy(bytes, 0, block, length, bytes.length);
        length += bytes.length;
    }

    /** A character beyond ASCII; gives 1 where it was a pair with the next one. */
    private int wide(char c, int next) {
        if (c < 0x800) {
            block[length++] = (byte) (0xC0 | c >> 6);
            block[length++] = (byte) (0x80 | c & 0x3F);
            return 0;
        }
        if (Character.isHighSurrogate(c) && Character.isLowSurrogate((char) next)) {
            int point = Character.toCodePoint(c, (char) next);
            block[length++] = (byte) (0xF0 | point >> 18);
            block[length++] = (byte) (0x80 | point >> 12 & 0x3F);
            block[length++] = (byte) (0x80 | point >> 6 & 0x3F);
            block[length++] = (byte) (0x80 | point & 0x3F);
            return 1;
        }
        if (Character.isSurrogate(c)) {
            throw new IllegalStateException("Half of a pair is no character of XML");
        }
        block[length++] = (byte) (0xE0 | c >> 12);
        block[length++] = (byte) (0x80 | c >> 6 & 0x3F);
        block[length++] = (byte) (0x80 | c & 0x3F);
        return 0;
    }

    private void room() {
        if (length > BLOCK - LONGEST) {
            flush();
        }
    }

    private void flush() {
        digest.update(block, 0, length);
        length = 0;
    }
}
