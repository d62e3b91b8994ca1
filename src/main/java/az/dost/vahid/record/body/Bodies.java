package az.dost.vahid.record.body;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.ChangedException;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Bodies as they are kept: compressed (Zstandard, RFC 8878), then encrypted for one dossier and one purpose. */
public final class Bodies {
    static final int LONGEST = 64 * 1024 * 1024;
    /** A frame's first four bytes, RFC 8878, section 3.1.1. A deflated body's are its length, at most {@link #LONGEST}. */
    private static final int FRAME = 0x28B52FFD;
    /** Lower levels are faster still, and leave a quarter to a third more to keep. */
    private static final int LEVEL = 1;
    private final DataKeys keys;
    /** A compressor has its tables outside the heap, so they are used again. */
    private final Queue<ZstdCompressCtx> compressors = new ConcurrentLinkedQueue<>();

    /** @throws StartException when the compression's native library cannot be loaded */
    public Bodies(DataKeys keys) {
        this.keys = keys;
        try {
            Native.load();
        } catch (LinkageError e) {
            throw new StartException("The library of Zstandard cannot be loaded (" + e.getMessage()
                    + "): with -DZstdTempFolder name a folder that can be written and that libraries may be loaded from", e);
        }
    }

    /** @param part what of the dossier it is */
    public byte[] seal(UUID dossier, DataClass dataClass, String part, byte[] plain) {
        return keys.make(RecordId.day(dossier), dataClass).encrypt(compress(plain), context(dossier, part));
    }

    /** @throws ChangedException when it is not what was sealed */
    public byte[] open(UUID dossier, DataClass dataClass, String part, byte[] sealed) {
        byte[] packed = keys.find(RecordId.day(dossier), dataClass).decrypt(sealed, context(dossier, part));
        boolean frame = packed.length >= Integer.BYTES && ByteBuffer.wrap(packed).getInt() == FRAME;
        return frame ? decompress(packed) : DeflatedBody.inflate(packed);
    }

    private static byte[] context(UUID dossier, String part) {
        return (dossier + " " + part).getBytes(StandardCharsets.US_ASCII);
    }

    private byte[] compress(byte[] plain) {
        ZstdCompressCtx compressor = compressors.poll();
        if (compressor == null) {
            compressor = new ZstdCompressCtx().setLevel(LEVEL);
        }
        byte[] packed = compressor.compress(plain);
        compressors.add(compressor);
        return packed;
    }

    private static byte[] decompress(byte[] packed) {
        long length = Zstd.getFrameContentSize(packed);
        if (length < 0 || length > LONGEST) {
            throw new ChangedException("It has no possible length");
        }
        try {
            return Zstd.decompress(packed, (int) length);
        } catch (ZstdException e) {
            throw new ChangedException("It cannot be decompressed");
        }
    }
}
