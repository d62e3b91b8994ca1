package az.dost.vahid.drop.row;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.StandardCharsets;
import java.nio.charset.UnsupportedCharsetException;
import java.util.Arrays;
import java.util.Set;

/** A character set in which lines can be found before they are decoded. */
public final class LineCharset {
    private static final Set<Charset> OF_TWO_BYTES = Set.of(StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE);

    /** @throws IllegalArgumentException saying why a file cannot be read in it */
    public static Charset of(String name) {
        Charset charset;
        try {
            charset = Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw new IllegalArgumentException("no character set is called " + name, e);
        }
        if (charset.equals(StandardCharsets.UTF_16)) {
            throw new IllegalArgumentException(
                    "UTF-16 does not say which of two bytes comes first: write UTF-16LE or UTF-16BE; a byte order mark is skipped");
        }
        if (!OF_TWO_BYTES.contains(charset)
                && !(charset.canEncode() && Arrays.equals("A1\n".getBytes(charset), new byte[] {'A', '1', '\n'}))) {
            throw new IllegalArgumentException("lines cannot be found in " + name
                    + ", whose letters, digits and line ends are not those of ASCII");
        }
        return charset;
    }

    static boolean ofTwoBytes(Charset charset) {
        return OF_TWO_BYTES.contains(charset);
    }

    private LineCharset() {}
}
