package az.dost.vahid.proof.record.body;

import az.dost.vahid.signature.key.ChangedException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Bodies that were kept before Zstandard: a length of four bytes, then DEFLATE (RFC 1951). None is written any more.
 */
final class DeflatedBody {
    /** @throws ChangedException when it is none */
    static byte[] inflate(byte[] packed) {
        int length =
                packed.length < Integer.BYTES ? -1 : ByteBuffer.wrap(packed).getInt();
        if (length < 0 || length > Bodies.LONGEST) {
            throw new ChangedException("It has no possible length");
        }
        Inflater inflater = new Inflater(true);
        try {
            byte[] plain = new byte[length];
            inflater.setInput(packed, Integer.BYTES, packed.length - Integer.BYTES);
            if (inflater.inflate(plain) != length) {
                throw new ChangedException("It is shorter than it says");
            }
            return plain;
        } catch (DataFormatException e) {
            throw new ChangedException("It cannot be decompressed");
        } finally {
            inflater.end();
        }
    }

    private DeflatedBody() {}
}
