package az.dost.vahid.journeys.exchange;

import az.dost.vahid.xroad.FaultCode;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.function.BooleanSupplier;

/**
 * A body on its way, seen block by block and never held whole. The last block is held back until the end was judged and
 * recorded: a receiver has the whole body only when that went well, and a body of one block is judged before any of it
 * is sent.
 */
final class PassingBody extends InputStream {
    private static final int BLOCK = 32 * 1024;
    private final InputStream in;
    private final int mostKept;
    private final FaultCode broken;
    private final MessageDigest digest = newDigest();
    private ByteArrayOutputStream kept = new ByteArrayOutputStream();
    private Ending ending = body -> {};
    private Runnable cut = () -> {};
    private BooleanSupplier granted = () -> true;
    /** The bytes to give out next, null before the first; as long as a block only where the body fills it. */
    private byte[] block;
    /** What comes after them, null as long as there was no need to look. */
    private byte[] ahead;

    private int position;
    private int count;
    private int aheadCount;
    private long length;
    private boolean ended;
    private byte[] sha512;

    /** What is to be done before the last block goes on. */
    interface Ending {
        /** @throws IOException when the body must not become complete */
        void end(PassingBody body) throws IOException;
    }

    /**
     * @param mostKept how many bytes are kept for the record; of a longer body none
     * @param broken the fault when the source breaks off
     */
    PassingBody(InputStream in, int mostKept, FaultCode broken) {
        this.in = in;
        this.mostKept = mostKept;
        this.broken = broken;
    }

    PassingBody ending(Ending judge) {
        this.ending = judge;
        return this;
    }

    /** @param still asked at each block: a long body, or a late one, ends where its grant does */
    PassingBody granted(BooleanSupplier still) {
        this.granted = still;
        return this;
    }

    /** @param action what keeps the receiver from taking a part for the whole, when the body fails on its way */
    PassingBody cutting(Runnable action) {
        this.cut = action;
        return this;
    }

    /** Reads the first blocks; whether they are all there is, judged already. */
    boolean open() throws IOException {
        if (block == null) {
            block = first();
            count = seen(block, block.length);
            look();
        }
        return ended;
    }

    private void look() throws IOException {
        aheadCount = count < BLOCK ? 0 : next();
        if (aheadCount == 0 && !ended) {
            ended = true;
            sha512 = digest.digest();
            ending.end(this);
        }
    }

    private byte[] first() {
        try {
            return passing(in.readNBytes(BLOCK));
        } catch (IOException e) {
            throw new ExchangeFault(broken, "The body broke off before its end.");
        }
    }

    private int next() {
        if (ahead == null) {
            ahead = new byte[BLOCK];
        }
        try {
            return seen(ahead, passing(in.readNBytes(ahead, 0, BLOCK)));
        } catch (IOException e) {
            throw new ExchangeFault(broken, "The body broke off before its end.");
        }
    }

    /** Asked once a block is there: a slow sender may have taken hours for it. */
    private <T> T passing(T read) {
        if (!granted.getAsBoolean()) {
            throw new ExchangeFault(FaultCode.ACCESS_DENIED, "What was granted for this call was taken away.");
        }
        return read;
    }

    private int seen(byte[] buffer, int filled) {
        digest.update(buffer, 0, filled);
        length += filled;
        if (kept != null && length > mostKept) {
            kept = null;
        }
        if (kept != null) {
            kept.write(buffer, 0, filled);
        }
        return filled;
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
    }

    @Override
    public int read(byte[] to, int offset, int most) throws IOException {
        if (!more()) {
            return -1;
        }
        int read = Math.min(most, count - position);
        System.arraycopy(block, position, to, offset, read);
        position += read;
        return read;
    }

    private boolean more() throws IOException {
        try {
            open();
            if (position == count && !ended) {
                byte[] old = block;
                block = ahead;
                ahead = old;
                count = aheadCount;
                position = 0;
                look();
            }
        } catch (IOException | RuntimeException e) {
            cut.run();
            throw e;
        }
        return position < count;
    }

    /** Reads what nobody else has read, so that the digest is that of the whole body. */
    void drain() throws IOException {
        while (more()) {
            position = count;
        }
    }

    /** The body again, when {@link #open} said that its first blocks are all there is. */
    InputStream whole() {
        return new ByteArrayInputStream(block, 0, count);
    }

    /** Bytes so far, of the whole body at its end. */
    long length() {
        return length;
    }

    /** Of the whole body; null before its end. */
    byte[] sha512() {
        return ended ? sha512.clone() : null;
    }

    /** The whole body, null when it was too long to be kept. */
    byte[] kept() {
        return kept == null ? null : kept.toByteArray();
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    private static MessageDigest newDigest() {
        try {
            return MessageDigest.getInstance("SHA-512");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
