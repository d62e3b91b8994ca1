package az.dost.vahid.signature.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * The two accounts that a ZIP file of stored parts gives of itself (APPNOTE, section 4.3): part by part from its
 * beginning, and by the directory at its end. Where one was changed the other may still tell what there was.
 */
final class ZipReading {
    private static final int LOCAL = 0x04034b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private final ByteBuffer file;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private long total;

    private ZipReading(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    /**
     * The parts as their own headers have them, as far as they can be read; null when a name comes twice or they are
     * too many.
     */
    static Map<String, byte[]> local(byte[] bytes) {
        ZipReading reading = new ZipReading(bytes);
        ByteBuffer file = reading.file;
        int at = 0;
        while (reading.has(at, LOCAL_LENGTH) && file.getInt(at) == LOCAL) {
            int name = file.getShort(at + 26) & 0xFFFF;
            int size = file.getInt(at + 22);
            if (!reading.add(at + LOCAL_LENGTH, name, at + LOCAL_LENGTH + name, size)) {
                return null;
            }
            at += LOCAL_LENGTH + name + size;
        }
        return reading.parts;
    }

    /** The parts as the directory has them; null when it cannot be read or they are too many. */
    static Map<String, byte[]> central(byte[] bytes) {
        ZipReading reading = new ZipReading(bytes);
        ByteBuffer file = reading.file;
        int end = bytes.length - END_LENGTH;
        if (end < 0 || file.getInt(end) != END) {
            return null;
        }
        int at = file.getInt(end + 16);
        for (int left = file.getShort(end + 10) & 0xFFFF; left > 0; left--) {
            if (!reading.has(at, CENTRAL_LENGTH) || file.getInt(at) != CENTRAL) {
                return null;
            }
            int name = file.getShort(at + 28) & 0xFFFF;
            int offset = file.getInt(at + 42);
            if (offset < 0
                    || !reading.add(at + CENTRAL_LENGTH, name, offset + LOCAL_LENGTH + name, file.getInt(at + 24))) {
                return null;
            }
            at += CENTRAL_LENGTH + name;
        }
        return reading.parts;
    }

    private boolean add(int nameAt, int nameLength, int dataAt, int size) {
        if (!has(nameAt, nameLength) || !has(dataAt, size)) {
            return false;
        }
        total += size;
        if (total > ZipParts.MOST_BYTES || parts.size() >= ZipParts.MOST_PARTS) {
            // Entries may overlap: each would be copied out again.
            return false;
        }
        String name = new String(file.array(), nameAt, nameLength, StandardCharsets.UTF_8);
        return parts.put(name, Arrays.copyOfRange(file.array(), dataAt, dataAt + size)) == null;
    }

    private boolean has(int at, int length) {
        return at >= 0 && length >= 0 && (long) at + length <= file.capacity();
    }

    /** Whose bytes are at a position, when the parts are written canonically. */
    static String at(Map<String, byte[]> parts, int position) {
        int end = 0;
        for (Map.Entry<String, byte[]> part : parts.entrySet()) {
            end += LOCAL_LENGTH + part.getKey().getBytes(StandardCharsets.UTF_8).length + part.getValue().length;
            if (position < end) {
                return "The part " + part.getKey();
            }
        }
        for (String name : parts.keySet()) {
            end += CENTRAL_LENGTH + name.getBytes(StandardCharsets.UTF_8).length;
            if (position < end) {
                return "The directory's entry of the part " + name;
            }
        }
        return "The end of the container";
    }
}
