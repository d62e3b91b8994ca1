package az.dost.vahid.drop.row;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.drop.DropRefused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Refuses content that is longer than it may be, or that grew too much out of what it was packed in. */
final class BoundedContent extends FilterInputStream {
    /** Text packs to a tenth, a machine's XML to a thirtieth; DEFLATE's own limit, that of a bomb, is 1032. */
    private static final int MAX_RATIO = 200;

    private static final long RATIO_COUNTS_FROM = 16L << 20;
    private final long maxBytes;
    private final CountedContent packed;
    private long bytes;

    /** @param packed null where the content is not packed */
    BoundedContent(InputStream in, long maxBytes, CountedContent packed) {
        super(in);
        this.maxBytes = maxBytes;
        this.packed = packed;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        count(value < 0 ? 0 : 1);
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        count(Math.max(0, count));
        return count;
    }

    private void count(int more) {
        bytes += more;
        if (bytes > maxBytes) {
            throw new DropRefused(Reason.TOO_LONG, "The file is longer than " + maxBytes + " bytes");
        }
        if (packed != null && bytes > RATIO_COUNTS_FROM && bytes / MAX_RATIO > packed.bytes()) {
            throw new DropRefused(Reason.TOO_LONG, "The archive unpacks to more than " + MAX_RATIO + " times its size");
        }
    }
}
