package az.dost.vahid.proof.record.body;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.ChangedException;
import com.github.luben.zstd.Zstd;
import com.github.luben.zstd.ZstdCompressCtx;
import com.github.luben.zstd.ZstdDictCompress;
import com.github.luben.zstd.ZstdException;
import com.github.luben.zstd.util.Native;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * Bodies as they are kept: compressed (Zstandard, RFC 8878), with their day's dictionary where there is one, then
 * encrypted for one dossier and one purpose.
 */
public final class Bodies {
    static final int LONGEST = 64 * 1024 * 1024;
    /**
     * A frame's first four bytes, RFC 8878, section 3.1.1. A deflated body's are its length, at most {@link #LONGEST}.
     */
    private static final int FRAME = 0x28B52FFD;
    /** Lower levels are faster still, and leave a quarter to a third more to keep. */
    static final int LEVEL = 1;

    private final DataKeys keys;
    /** A compressor has its tables outside the heap, so they are used again. */
    private final Queue<ZstdCompressCtx> compressors = new ConcurrentLinkedQueue<>();

    private final Queue<ZstdCompressCtx> withDictionary = new ConcurrentLinkedQueue<>();
    private final Dictionaries dictionaries;

    /** @throws StartException when the compression's native library cannot be loaded */
    public Bodies(DataKeys keys, Dictionaries dictionaries) {
        this.keys = keys;
        this.dictionaries = dictionaries;
        try {
            Native.load();
        } catch (LinkageError e) {
            throw new StartException(
                    "The library of Zstandard cannot be loaded (" + e.getMessage()
                            + "): with -DZstdTempFolder name a folder that can be written and that libraries may be loaded from",
                    e);
        }
    }

    /** @param part what of the dossier it is */
    public byte[] seal(UUID dossier, DataClass dataClass, String part, byte[] plain) {
        LocalDate day = RecordId.day(dossier);
        byte[] packed = dictionaries
                .of(day, dataClass)
                .map(dictionary -> compress(plain, dictionary))
                .orElseGet(() -> compress(plain));
        return keys.make(day, dataClass).encrypt(packed, context(dossier, part));
    }

    /** @throws ChangedException when it is not what was sealed */
    public byte[] open(UUID dossier, DataClass dataClass, String part, byte[] sealed) {
        LocalDate day = RecordId.day(dossier);
        byte[] packed = keys.find(day, dataClass).decrypt(sealed, context(dossier, part));
        boolean frame =
                packed.length >= Integer.BYTES && ByteBuffer.wrap(packed).getInt() == FRAME;
        return frame ? decompress(packed, day, dataClass) : inflate(packed);
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

    private byte[] compress(byte[] plain, ZstdDictCompress dictionary) {
        ZstdCompressCtx compressor = withDictionary.poll();
        if (compressor == null) {
            compressor = new ZstdCompressCtx();
        }
        byte[] packed = compressor.loadDict(dictionary).compress(plain);
        withDictionary.add(compressor);
        return packed;
    }

    private byte[] decompress(byte[] packed, LocalDate day, DataClass dataClass) {
        long length = Zstd.getFrameContentSize(packed);
        if (length < 0 || length > LONGEST) {
            throw new ChangedException("It has no possible length");
        }
        try {
            long dictionary = Zstd.getDictIdFromFrame(packed);
            return dictionary == 0
                    ? Zstd.decompress(packed, (int) length)
                    : Zstd.decompress(packed, dictionaries.find(day, dataClass, dictionary), (int) length);
        } catch (ZstdException e) {
            throw new ChangedException("It cannot be decompressed");
        }
    }

    /**
     * Bodies that were kept before Zstandard: a length of four bytes, then DEFLATE (RFC 1951). None is written any
     * more.
     *
     * @throws ChangedException when it is none
     */
    private static byte[] inflate(byte[] packed) {
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
}
