package az.dost.vahid.mime;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads a multipart message part by part (RFC 2046, section 5.1), in blocks. What only a lenient reader would take is
 * refused: text before the first boundary and after the last one, a boundary that goes on, repeated headers, and folded
 * ones of a message that others read too.
 */
public final class PartReader {
    private static final byte[] CRLF = {'\r', '\n'};
    private static final Pattern HEADER = Pattern.compile("([A-Za-z0-9-]{1,64}):[ \t]*([ -~\t]*)");
    private static final int BLOCK = 32 * 1024;
    private static final int LONGEST_HEAD = 8 * 1024;
    private static final int LONGEST_TAIL = 64;
    private final InputStream in;
    private final byte[] delimiter;
    private final boolean folded;
    private final byte[] buffer = new byte[BLOCK];
    private int from;
    private int to;
    private boolean ended;
    /** How many bytes at the front are the part's, and whether its end follows them. */
    private int sure;

    private boolean last;

    /** What two readers could read differently, or nobody could. */
    public static final class BadPartsException extends IOException {
        private static final long serialVersionUID = 1L;

        public BadPartsException(String message) {
            super(message);
        }
    }

    /** @throws BadPartsException when something stands before the first boundary */
    public PartReader(InputStream in, String boundary) throws IOException {
        this(in, boundary, false);
    }

    /** @param folded whether a header may go on in a second line (RFC 5322, section 2.2.3) */
    PartReader(InputStream in, String boundary, boolean folded) throws IOException {
        this.folded = folded;
        // The first boundary needs no line before it.
        this.in = new SequenceInputStream(new ByteArrayInputStream(CRLF), in);
        this.delimiter = ("\r\n--" + boundary).getBytes(StandardCharsets.US_ASCII);
        byte[] before = new byte[CRLF.length + 1];
        int length = 0;
        for (int read = read(before, 0, before.length); read > 0; read = read(before, length, before.length - length)) {
            length += read;
        }
        if (length != 0 && !Arrays.equals(before, 0, length, CRLF, 0, CRLF.length)) {
            throw new BadPartsException("There is text before the first part");
        }
    }

    /** Content of the part; -1 at its end. */
    public int read(byte[] target, int offset, int most) throws IOException {
        if (sure == 0 && !last) {
            look();
        }
        if (sure == 0) {
            return -1;
        }
        int count = Math.min(most, sure);
        System.arraycopy(buffer, from, target, offset, count);
        from += count;
        sure -= count;
        return count;
    }

    private void look() throws IOException {
        while (sure == 0) {
            int at = find();
            if (at >= 0) {
                sure = at - from;
                last = true;
                return;
            }
            sure = Math.max(0, to - from - delimiter.length + 1);
            if (sure == 0 && !fill()) {
                throw new BadPartsException("The last part of the message does not end");
            }
        }
    }

    private int find() {
        for (int i = from; i <= to - delimiter.length; i++) {
            if (buffer[i] == '\r' && Arrays.equals(buffer, i, i + delimiter.length, delimiter, 0, delimiter.length)) {
                return i;
            }
        }
        return -1;
    }

    private boolean fill() throws IOException {
        System.arraycopy(buffer, from, buffer, 0, to - from);
        to -= from;
        from = 0;
        int read = ended ? -1 : in.read(buffer, to, buffer.length - to);
        ended = read < 0;
        to += Math.max(0, read);
        return !ended;
    }

    private int one() throws IOException {
        return from == to && !fill() ? -1 : buffer[from++] & 0xFF;
    }

    /**
     * Goes to the next part, once the one before was read to its end.
     *
     * @return its headers by their names in small letters, null after the last part
     */
    public Map<String, String> next() throws IOException {
        from += delimiter.length;
        last = false;
        int first = one();
        int second = one();
        if (first == '-' && second == '-') {
            tail();
            return null;
        }
        if (first != '\r' || second != '\n') {
            throw new BadPartsException("A boundary is not the whole of its line");
        }
        return head();
    }

    private void tail() throws IOException {
        int length = 0;
        for (int c = one(); c >= 0; c = one()) {
            if (" \t\r\n".indexOf(c) < 0 || ++length > LONGEST_TAIL) {
                throw new BadPartsException("There is text after the last part");
            }
        }
    }

    private Map<String, String> head() throws IOException {
        Map<String, String> headers = new LinkedHashMap<>();
        int length = 0;
        for (String line = line(LONGEST_HEAD); !line.isEmpty(); line = line(LONGEST_HEAD - length)) {
            length += line.length() + CRLF.length;
            while (folded && goesOn()) {
                String more = line(LONGEST_HEAD - length);
                length += more.length() + CRLF.length;
                line += more;
            }
            Matcher matcher = HEADER.matcher(line);
            if (!matcher.matches()
                    || headers.put(
                                    matcher.group(1).toLowerCase(Locale.ROOT),
                                    matcher.group(2).strip())
                            != null) {
                throw new BadPartsException("A part has a header twice, or one that is folded or no header");
            }
        }
        return headers;
    }

    private boolean goesOn() throws IOException {
        return (from < to || fill()) && (buffer[from] == ' ' || buffer[from] == '\t');
    }

    private String line(int most) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = one(); c != '\r'; c = one()) {
            if (c < ' ' && c != '\t' || line.length() >= most) {
                throw new BadPartsException(
                        "The headers of a part do not end, or are longer than " + LONGEST_HEAD + " bytes");
            }
            line.append((char) c);
        }
        if (one() != '\n') {
            throw new BadPartsException("A line of a part's headers does not end with CR and LF");
        }
        return line.toString();
    }
}
