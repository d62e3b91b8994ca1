package az.dost.vahid.journeys.bulk;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;

/**
 * A file of subjects, read once and in blocks; no more than a block is held. Lines may end with CR LF, blank ones count
 * but are no rows.
 */
final class SubjectFile implements Iterator<List<SubjectLine>> {
    private static final int LONGEST_LINE = 256;
    private static final String BYTE_ORDER_MARK = "\u00EF\u00BB\u00BF";
    private final DigestInputStream digested;
    private final InputStream in;
    private final FileForm form;
    private final int block;
    private final int mostRows;
    private final ByteArrayOutputStream text = new ByteArrayOutputStream(LONGEST_LINE);
    private List<SubjectLine> next;
    private int line;
    private int rows;

    /**
     * @param block rows given at a time
     * @param mostRows after which the file is refused
     */
    SubjectFile(InputStream in, FileForm form, MessageDigest digest, int block, int mostRows) {
        this.digested = new DigestInputStream(in, digest);
        this.in = new BufferedInputStream(digested, 1 << 16);
        this.form = form;
        this.block = block;
        this.mostRows = mostRows;
    }

    int rows() {
        return rows;
    }

    /** SHA-256 over what the digest was begun with and the file; to be asked for after the last block, and once. */
    byte[] digest() {
        return digested.getMessageDigest().digest();
    }

    /** @throws ProblemException BULK_FILE_INVALID, BULK_TOO_LONG */
    @Override
    public boolean hasNext() {
        if (next == null) {
            // What is refused once has an end: it may be asked again.
            next = List.of();
            try {
                next = read();
            } catch (IOException e) {
                throw new ProblemException(ProblemCode.BULK_FILE_INVALID, null, "The file broke off.");
            }
            if (rows == 0) {
                throw new ProblemException(ProblemCode.BULK_FILE_INVALID, null, "The file has no row.");
            }
        }
        return !next.isEmpty();
    }

    @Override
    public List<SubjectLine> next() {
        if (!hasNext()) {
            throw new NoSuchElementException();
        }
        List<SubjectLine> given = next;
        next = null;
        return given;
    }

    private List<SubjectLine> read() throws IOException {
        List<SubjectLine> read = new ArrayList<>(block);
        while (read.size() < block && line()) {
            String row = text.toString(StandardCharsets.ISO_8859_1);
            if (line == 1) {
                row = row.startsWith(BYTE_ORDER_MARK) ? row.substring(BYTE_ORDER_MARK.length()) : row;
                if (form.heading(row)) {
                    continue;
                }
            }
            if (!row.isEmpty()) {
                if (++rows > mostRows) {
                    throw new ProblemException(
                            ProblemCode.BULK_TOO_LONG, null, "The file has more than " + mostRows + " rows.");
                }
                read.add(
                        row.length() > LONGEST_LINE
                                ? new SubjectLine(line, null, RowFault.ROW_TOO_LONG)
                                : form.row(line, row));
            }
        }
        return read;
    }

    /** Reads the next line, the rest of one that is too long unseen; false after the last one. */
    private boolean line() throws IOException {
        text.reset();
        int each = in.read();
        if (each < 0) {
            return false;
        }
        line++;
        for (; each >= 0 && each != '\n'; each = in.read()) {
            if (each != '\r' && text.size() <= LONGEST_LINE) {
                text.write(each);
            }
        }
        return true;
    }
}
