package az.dost.vahid.record;

import az.dost.vahid.signature.ChangedException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Deflater;
import java.util.zip.Inflater;

/** Bodies as they are kept: compressed (RFC 1951, its length before it), then encrypted for one dossier and one purpose. */
public final class Bodies {
    private static final int LONGEST = 64 * 1024 * 1024;
    private final DataKeys keys;
    /** A deflater has 268 KB outside the heap, so they are used again. */
    private final Queue<Deflater> deflaters = new ConcurrentLinkedQueue<>();

    Bodies(DataKeys keys) {
        this.keys = keys;
    }

    /** @param part what of the dossier it is */
    public byte[] seal(UUID dossier, DataClass dataClass, String part, byte[] plain) {
        return keys.make(RecordId.day(dossier), dataClass).encrypt(deflate(plain), context(dossier, part));
    }

    /** @throws ChangedException when it is not what was sealed */
    public byte[] open(UUID dossier, DataClass dataClass, String part, byte[] sealed) {
        return inflate(keys.find(RecordId.day(dossier), dataClass).decrypt(sealed, context(dossier, part)));
    }

    private static byte[] context(UUID dossier, String part) {
        return (dossier + " " + part).getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] deflate(byte[] plain) {
        Deflater deflater = deflaters.poll();
        if (deflater == null) {
            deflater = new Deflater(Deflater.BEST_SPEED, true);
        }
        // What cannot be compressed grows by five bytes for each block of 16 KB, RFC 1951, section 3.2.4.
        byte[] out = ByteBuffer.allocate(Integer.BYTES + plain.length + plain.length / 1000 + 64).putInt(plain.length).array();
        deflater.setInput(plain);
        deflater.finish();
        int length = Integer.BYTES + deflater.deflate(out, Integer.BYTES, out.length - Integer.BYTES);
        boolean finished = deflater.finished();
        deflater.reset();
        deflaters.add(deflater);
        if (!finished) {
            throw new IllegalStateException("A body grew when it was compressed");
        }
        return Arrays.copyOf(out, length);
    }

    private static byte[] inflate(byte[] packed) {
        int length = packed.length < Integer.BYTES ? -1 : ByteBuffer.wrap(packed).getInt();
        if (length < 0 || length > LONGEST) {
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
}
