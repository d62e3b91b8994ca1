package az.dost.vahid.drop.row;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Counts the bytes that were read, to tell how far a load is. */
@SuppressWarnings("NonAtomicVolatileUpdate") // Only the thread that reads counts.
final class CountedContent extends FilterInputStream {
    private volatile long bytes;

    CountedContent(InputStream in) {
        super(in);
    }

    long bytes() {
        return bytes;
    }

    @Override
    public int read() throws IOException {
        int value = in.read();
        bytes += value < 0 ? 0 : 1;
        return value;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = in.read(target, offset, length);
        bytes += Math.max(0, count);
        return count;
    }
}
