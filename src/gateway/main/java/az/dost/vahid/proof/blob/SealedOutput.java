package az.dost.vahid.proof.blob;

import az.dost.vahid.signature.key.EncryptionKey;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

/**
 * Encrypts a stream piece by piece, as {@link SealedInput} reads it: 4 bytes of length, the highest bit set for the
 * last piece, then the sealed piece. Each is bound to the blob's id, its number and whether it is the last, so that
 * none can be moved, left out or cut off. Closing it ends the blob; the stream below stays open.
 */
final class SealedOutput extends OutputStream {
    static final int PIECE = 1 << 18;
    static final int LAST = 1 << 31;
    private final OutputStream out;
    private final EncryptionKey key;
    private final UUID id;
    private final byte[] piece = new byte[PIECE];
    private int filled;
    private int number;
    private boolean closed;

    SealedOutput(OutputStream out, EncryptionKey key, UUID id) {
        this.out = out;
        this.key = key;
        this.id = id;
    }

    static byte[] context(UUID id, int number, boolean last) {
        return ("blob " + id + " " + number + (last ? " last" : "")).getBytes(StandardCharsets.US_ASCII);
    }

    @Override
    public void write(int each) throws IOException {
        write(new byte[] {(byte) each}, 0, 1);
    }

    @Override
    public void write(byte[] bytes, int from, int count) throws IOException {
        for (int rest = count; rest > 0; ) {
            if (filled == PIECE) {
                seal(false);
            }
            int taken = Math.min(rest, PIECE - filled);
            System.arraycopy(bytes, from + count - rest, piece, filled, taken);
            filled += taken;
            rest -= taken;
        }
    }

    private void seal(boolean last) throws IOException {
        byte[] sealed = key.encrypt(Arrays.copyOf(piece, filled), context(id, number++, last));
        out.write(ByteBuffer.allocate(Integer.BYTES)
                .putInt(sealed.length | (last ? LAST : 0))
                .array());
        out.write(sealed);
        filled = 0;
    }

    @Override
    public void close() throws IOException {
        if (!closed) {
            closed = true;
            seal(true);
            out.flush();
        }
    }
}
