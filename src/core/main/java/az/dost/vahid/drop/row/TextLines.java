package az.dost.vahid.drop.row;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.RowFinding;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/**
 * Lines of a text file, decoded strictly and one by one, so that a bad byte is reported on its own line. For the
 * character sets of {@link LineCharset}. A byte order mark is skipped.
 */
final class TextLines extends Reader {
    private static final int MAX_LINE = 1 << 20;
    private static final char BYTE_ORDER_MARK = '\uFEFF';
    /** The mark, its two bytes the other way round. */
    private static final char TURNED_MARK = '\uFFFE';

    private final InputStream in;
    private final CharsetDecoder decoder;
    /** Which byte of a pair is zero in a line feed, 0 or 1; -1 where a line feed is one byte. */
    private final int zero;

    private final byte[] buffer = new byte[1 << 16];
    private final ByteArrayOutputStream line = new ByteArrayOutputStream();
    private int position;
    private int limit;
    private long number;
    private long characters;
    private String rest = "";

    TextLines(InputStream in, Charset charset) {
        this.in = in;
        this.decoder = charset.newDecoder();
        this.zero = !LineCharset.ofTwoBytes(charset) ? -1 : charset.equals(StandardCharsets.UTF_16BE) ? 0 : 1;
    }

    /** Number of the line read last, from 1. */
    long number() {
        return number;
    }

    /** Of all lines so far. */
    long characters() {
        return characters;
    }

    /**
     * The next line without its end, null after the last one.
     *
     * @throws DropRefused for bytes that are not in the character set, and for a line that is too long
     */
    String next() throws IOException {
        String text = raw();
        int end = text == null ? 0 : text.length();
        while (end > 0 && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
            end--;
        }
        return text == null ? null : text.substring(0, end);
    }

    private String raw() throws IOException {
        line.reset();
        while (fill()) {
            int from = position;
            boolean complete = zero < 0 ? seek() : seekPairs();
            line.write(buffer, from, position - from);
            if (line.size() > MAX_LINE) {
                throw refused("The line is longer than " + MAX_LINE + " bytes");
            }
            if (complete) {
                break;
            }
        }
        return line.size() == 0 ? null : decode();
    }

    /** Moves behind the next line feed, or to the end of what was read. */
    private boolean seek() {
        while (position < limit && buffer[position] != '\n') {
            position++;
        }
        boolean found = position < limit;
        position += found ? 1 : 0;
        return found;
    }

    private boolean seekPairs() {
        for (; position + 1 < limit; position += 2) {
            if (buffer[position + zero] == 0 && buffer[position + 1 - zero] == '\n') {
                position += 2;
                return true;
            }
        }
        position = limit;
        return false;
    }

    private boolean fill() throws IOException {
        if (position == limit) {
            position = 0;
            limit = Math.max(0, in.read(buffer));
            // A pair is not torn; half of one at the file's end is no character.
            for (int more = 0; zero >= 0 && limit % 2 == 1 && more >= 0; limit += Math.max(0, more)) {
                more = in.read(buffer, limit, 1);
            }
        }
        return limit > 0;
    }

    private String decode() {
        number++;
        try {
            String text = decoder.decode(ByteBuffer.wrap(line.toByteArray())).toString();
            characters += text.length();
            if (number == 1 && text.charAt(0) == TURNED_MARK) {
                number--;
                throw refused("The file's byte order mark is not that of " + decoder.charset());
            }
            return number == 1 && text.charAt(0) == BYTE_ORDER_MARK ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            number--;
            throw refused("The line holds bytes that are not in the character set " + decoder.charset());
        }
    }

    private DropRefused refused(String why) {
        return new DropRefused(Reason.MALFORMED, why, java.util.List.of(new RowFinding(null, number + 1, null, why)));
    }

    /**
     * Hands out no more than a line at a time: a reader that keeps pace with its rows sees a bad line only when it
     * comes.
     */
    @Override
    public int read(char[] target, int offset, int length) throws IOException {
        while (rest.isEmpty()) {
            String text = raw();
            if (text == null) {
                return -1;
            }
            rest = text;
        }
        int count = Math.min(length, rest.length());
        rest.getChars(0, count, target, offset);
        rest = rest.substring(count);
        return count;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
