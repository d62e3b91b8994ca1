package az.dost.vahid.kit.file;

import az.dost.vahid.drop.row.LineCharset;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/**
 * In which character set a file is written.
 *
 * @param known whether it can be nothing else
 * @param evidence what speaks for it, for people; holds nothing of the file
 */
record FileEncoding(Charset charset, boolean known, String evidence) {
    private static final byte[] UTF_8_MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};
    private static final byte[] LITTLE_MARK = {(byte) 0xFF, (byte) 0xFE};
    private static final byte[] BIG_MARK = {(byte) 0xFE, (byte) 0xFF};
    private static final double ORDINARY = 0.98;

    /** As a person says it. @throws RowsException when no gateway reads files in it */
    static FileEncoding said(String name) {
        try {
            return new FileEncoding(LineCharset.of(name), true, "as you said");
        } catch (IllegalArgumentException e) {
            throw new RowsException("--charset: " + e.getMessage(), e);
        }
    }

    /** @throws RowsException when the bytes are no text that a gateway reads */
    static FileEncoding of(byte[] bytes) {
        if (bytes.length == 0) {
            throw new RowsException("The file is empty");
        }
        if (begins(bytes, UTF_8_MARK)) {
            return new FileEncoding(StandardCharsets.UTF_8, true, "it begins with the mark of UTF-8");
        }
        if (begins(bytes, new byte[] {0, 0, BIG_MARK[0], BIG_MARK[1]})
                || begins(bytes, new byte[] {LITTLE_MARK[0], LITTLE_MARK[1], 0, 0})) {
            throw new RowsException(
                    "The file is in UTF-32, in which a gateway reads no rows: have the agency write UTF-8");
        }
        if (begins(bytes, LITTLE_MARK)) {
            return new FileEncoding(
                    StandardCharsets.UTF_16LE, true, "it begins with the mark of UTF-16, little end first");
        }
        if (begins(bytes, BIG_MARK)) {
            return new FileEncoding(
                    StandardCharsets.UTF_16BE, true, "it begins with the mark of UTF-16, big end first");
        }
        return hasZero(bytes) ? wide(bytes) : narrow(bytes);
    }

    private static boolean begins(byte[] bytes, byte[] mark) {
        return bytes.length >= mark.length && Arrays.equals(bytes, 0, mark.length, mark, 0, mark.length);
    }

    private static boolean hasZero(byte[] bytes) {
        for (byte one : bytes) {
            if (one == 0) {
                return true;
            }
        }
        return false;
    }

    /** Text in one byte a character, or in UTF-8, has no zero byte. */
    private static FileEncoding wide(byte[] bytes) {
        boolean little = ordinary(bytes, StandardCharsets.UTF_16LE);
        boolean big = ordinary(bytes, StandardCharsets.UTF_16BE);
        if (little == big) {
            throw new RowsException("The file holds zero bytes and is not text in UTF-16"
                    + (bytes.length % 2 == 1 ? ", of which half a character is missing at its end" : ""));
        }
        return new FileEncoding(
                little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE,
                true,
                "it has no mark, and every " + (little ? "second" : "first")
                        + " byte of two is zero where a character is ASCII; the other way round it is no text");
    }

    private static boolean ordinary(byte[] bytes, Charset charset) {
        String text;
        try {
            text = charset.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            return false;
        }
        return text.chars().filter(FileEncoding::ordinary).count() >= ORDINARY * text.length();
    }

    /** Of letters, digits and signs of Europe and the Caucasus; a blank with its bytes turned is none. */
    private static boolean ordinary(int c) {
        return c == '\n'
                || c == '\r'
                || c == '\t'
                || c >= ' ' && c < '\u0590' && c != '\u007F'
                || c >= '\u10A0' && c < '\u1100'
                || c >= '\u2010' && c < '\u2122';
    }

    private static FileEncoding narrow(byte[] bytes) {
        long beyond = 0;
        for (byte one : bytes) {
            beyond += one < 0 ? 1 : 0;
        }
        if (beyond == 0) {
            return new FileEncoding(
                    StandardCharsets.UTF_8,
                    false,
                    "every byte of it is ASCII, and so it would be the same in windows-1254, windows-1251 and others: ask the agency, or look at rows with other letters");
        }
        long bad = badLine(bytes, StandardCharsets.UTF_8);
        if (bad == 0) {
            return new FileEncoding(
                    StandardCharsets.UTF_8,
                    true,
                    "all of its " + beyond + " bytes beyond ASCII are parts of UTF-8's characters");
        }
        mixed(bytes, bad);
        return OneByte.of(bytes, bad);
    }

    /** Where most lines with other letters are UTF-8, it is UTF-8 with a fault. */
    private static void mixed(byte[] bytes, long bad) {
        int good = 0;
        int wrong = 0;
        int from = 0;
        for (int i = 0; i <= bytes.length; i++) {
            if (i == bytes.length || bytes[i] == '\n') {
                byte[] line = Arrays.copyOfRange(bytes, from, i);
                if (badLine(line, StandardCharsets.UTF_8) > 0) {
                    wrong++;
                } else if (badLine(line, StandardCharsets.US_ASCII) > 0) {
                    good++;
                }
                from = i + 1;
            }
        }
        if (good > wrong) {
            throw new RowsException("Line " + bad + " holds bytes that are not UTF-8, and " + good
                    + " other lines are UTF-8: the file was cut or mixes character sets;"
                    + " mend it, or say by --charset which one it is");
        }
    }

    /** The first line with bytes that are not in the character set, from 1; 0 when there is none. */
    static long badLine(byte[] bytes, Charset charset) {
        CharsetDecoder decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
        CharBuffer text = CharBuffer.allocate(bytes.length + 1);
        if (!decoder.decode(ByteBuffer.wrap(bytes), text, true).isError()) {
            return 0;
        }
        return text.flip().chars().filter(c -> c == '\n').count() + 1;
    }

    /**
     * The text, without a mark.
     *
     * @throws RowsException naming the line with bytes that are not in the character set
     */
    String text(byte[] bytes) {
        long bad = badLine(bytes, charset);
        if (bad > 0) {
            throw new RowsException("Line " + bad + " holds bytes that are not in the character set " + charset.name());
        }
        String text = new String(bytes, charset);
        return text.startsWith("\uFEFF") ? text.substring(1) : text;
    }

    String told() {
        return "charset " + charset.name() + (known ? "" : ", guessed") + ": " + evidence;
    }

    /** Which character set of one byte a character it is, which only words tell. */
    private static final class OneByte {
        private static final List<String> NAMES =
                List.of("windows-1254", "windows-1251", "KOI8-R", "IBM866", "ISO-8859-5", "IBM857", "windows-1250");
        /** Bytes that are others in the character set of western Europe. */
        private static final String TURKIC_ONLY = "ĞİŞğış";

        private static final double LIKELY = 0.5;

        private record Candidate(Charset charset, double score) {}

        static FileEncoding of(byte[] bytes, long bad) {
            List<Candidate> candidates = NAMES.stream()
                    .filter(Charset::isSupported)
                    .map(Charset::forName)
                    .map(charset -> new Candidate(charset, LetterScore.of(bytes, charset)))
                    .filter(candidate -> candidate.score() >= 0)
                    .sorted((one, other) -> Double.compare(other.score(), one.score()))
                    .toList();
            if (candidates.isEmpty() || candidates.get(0).score() < LIKELY) {
                throw new RowsException("Line " + bad + " holds bytes that are not UTF-8, and read as none of "
                        + String.join(", ", NAMES) + " the file has words: say the character set by --charset");
            }
            Candidate best = candidates.get(0);
            StringBuilder evidence = new StringBuilder("line " + bad + " is not UTF-8, and as "
                    + best.charset().name() + " its words look like words to " + percent(best));
            String text = new String(bytes, best.charset());
            candidates.stream()
                    .skip(1)
                    .filter(other -> !new String(bytes, other.charset()).equals(text))
                    .findFirst()
                    .ifPresent(other -> evidence.append(", as ")
                            .append(other.charset().name())
                            .append(" to ")
                            .append(percent(other)));
            if (best.charset().name().equals("windows-1254")) {
                evidence.append(relatives(bytes, text));
            }
            return new FileEncoding(best.charset(), false, evidence.toString());
        }

        private static String relatives(byte[] bytes, String text) {
            boolean controls = false;
            for (byte one : bytes) {
                controls |= one < (byte) 0xA0;
            }
            boolean turkic = text.chars().anyMatch(c -> TURKIC_ONLY.indexOf(c) >= 0);
            return (controls ? "" : "; ISO-8859-9 would be the same")
                    + (turkic ? "" : "; windows-1252 would be the same, as none of " + TURKIC_ONLY + " is in it");
        }

        private static String percent(Candidate candidate) {
            return Math.round(100 * candidate.score()) + " %";
        }
    }
}
