package az.dost.vahid.proof.blob;

import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.EncryptionKey;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.util.HexFormat;

/**
 * Reads what {@link SealedOutput} wrote. The last piece is given out only once the digest of all of them is the blob's
 * name.
 */
final class SealedInput extends InputStream {
    private static final int LONGEST = SealedOutput.PIECE + 64;
    private final DigestInputStream in;
    private final EncryptionKey key;
    private final Blob blob;
    private final Runnable changed;
    private byte[] piece = new byte[0];
    private int position;
    private int number;
    private boolean last;

    /**
     * @param sha256 a new one
     * @param changed told when the blob is not what was kept; then an IOException follows
     */
    SealedInput(InputStream in, EncryptionKey key, Blob blob, MessageDigest sha256, Runnable changed) {
        this.in = new DigestInputStream(in, sha256);
        this.key = key;
        this.blob = blob;
        this.changed = changed;
    }

    @Override
    public int read() throws IOException {
        return filled() ? piece[position++] & 0xFF : -1;
    }

    @Override
    public int read(byte[] bytes, int from, int most) throws IOException {
        if (most == 0) {
            return 0;
        }
        if (!filled()) {
            return -1;
        }
        int count = Math.min(most, piece.length - position);
        System.arraycopy(piece, position, bytes, from, count);
        position += count;
        return count;
    }

    private boolean filled() throws IOException {
        while (position == piece.length && !last) {
            byte[] head = in.readNBytes(Integer.BYTES);
            int length = head.length < Integer.BYTES ? 0 : ByteBuffer.wrap(head).getInt();
            last = (length & SealedOutput.LAST) != 0;
            length &= ~SealedOutput.LAST;
            byte[] sealed = length > LONGEST ? new byte[0] : in.readNBytes(length);
            if (length == 0 || sealed.length < length) {
                throw changed();
            }
            piece = open(sealed);
            position = 0;
            if (last
                    && (in.read() >= 0
                            || !HexFormat.of()
                                    .formatHex(in.getMessageDigest().digest())
                                    .equals(blob.digest()))) {
                throw changed();
            }
        }
        return position < piece.length;
    }

    private byte[] open(byte[] sealed) throws IOException {
        try {
            return key.decrypt(sealed, SealedOutput.context(blob.id(), number++, last));
        } catch (ChangedException e) {
            throw changed();
        }
    }

    private IOException changed() {
        changed.run();
        return new IOException("The blob " + blob.id() + " is not what was kept");
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
