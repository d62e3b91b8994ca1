package az.dost.vahid.signature.container;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.zip.CRC32;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * The parts of a ZIP file that anybody's tool may have written (APPNOTE, section 4.3), stored or deflated, in any
 * order. What two readers could read differently is refused: parts that come twice, overlap or are not in the
 * directory, bytes that are nobody's, and fields beside a part that are more than its times and its owner: one can
 * rename it, or hide a second directory.
 */
final class ZipParts {
    /** Of all parts together once they are unpacked: a container has answers of agencies, each bounded, not files. */
    static final int MOST_BYTES = 64 << 20;

    static final int MOST_PARTS = 4096;
    private static final int LOCAL = 0x04034b50;
    private static final int DESCRIPTOR = 0x08074b50;
    private static final int CENTRAL = 0x02014b50;
    private static final int END = 0x06054b50;
    /**
     * Some readers look for it before the end, and then go by the directory that it names (APPNOTE, section 4.3.15).
     */
    private static final int LOCATOR = 0x07064b50;

    private static final int LOCATOR_LENGTH = 20;
    private static final int LOCAL_LENGTH = 30;
    private static final int CENTRAL_LENGTH = 46;
    private static final int END_LENGTH = 22;
    private static final int DEFLATED = 8;
    private static final int ENCRYPTED = 1;
    private static final int DESCRIBED = 8;
    private static final int DESCRIPTOR_LENGTH = 12;
    private final ByteBuffer file;
    private final Map<String, byte[]> parts = new LinkedHashMap<>();
    private final List<String> folders = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();
    private long total;

    private record Entry(String name, int flags, int method, int crc, int packed, int size, int offset) {}

    private ZipParts(byte[] file) {
        this.file = ByteBuffer.wrap(file).order(ByteOrder.LITTLE_ENDIAN);
    }

    static ZipParts read(byte[] file) {
        ZipParts zip = new ZipParts(file);
        try {
            zip.read();
        } catch (IndexOutOfBoundsException | IllegalArgumentException e) {
            zip.wrong.add("The container's directory points outside of the file.");
        }
        return zip;
    }

    /** In the order of the directory, as far as they could be read. */
    Map<String, byte[]> parts() {
        return parts;
    }

    /** What keeps it from being one ZIP file, each a sentence; nothing when it is one. */
    List<String> wrong() {
        return wrong;
    }

    private void read() {
        int end = file.capacity() - END_LENGTH;
        if (end < 0 || file.getInt(end) != END) {
            wrong.add("The end of the container is not that of a ZIP file.");
            return;
        }
        if (file.getInt(end + 4) != 0
                || unsigned(end + 20) != 0
                || end >= LOCATOR_LENGTH && file.getInt(end - LOCATOR_LENGTH) == LOCATOR) {
            wrong.add("The end of the container names another file, a comment or another directory.");
            return;
        }
        int directory = file.getInt(end + 16);
        int count = unsigned(end + 10);
        if (count > MOST_PARTS || count != unsigned(end + 8) || (long) directory + file.getInt(end + 12) != end) {
            wrong.add("The container's directory does not end where the file does, or has too many parts.");
            return;
        }
        List<Entry> entries = entries(directory, count, end);
        int at = 0;
        for (Entry entry :
                entries.stream().sorted(Comparator.comparingInt(Entry::offset)).toList()) {
            at = entry.offset == at ? local(entry) : -1;
            if (at < 0) {
                wrong.add(
                        "The part " + entry.name
                                + " does not begin where the part before it ends, or its own header is another than the directory's.");
                return;
            }
        }
        if (at != directory) {
            wrong.add("The container has bytes before its directory that are no part's.");
        }
        entries.forEach(this::unpack);
        folders.stream()
                .filter(folder -> parts.keySet().stream().noneMatch(part -> part.startsWith(folder)))
                .forEach(folder -> wrong.add("The container has a folder with nothing in it: nothing signs its name."));
    }

    private List<Entry> entries(int directory, int count, int end) {
        List<Entry> entries = new ArrayList<>();
        int at = directory;
        for (int i = 0; i < count; i++) {
            if (file.getInt(at) != CENTRAL) {
                throw new IndexOutOfBoundsException();
            }
            entries.add(new Entry(
                    name(at + CENTRAL_LENGTH, unsigned(at + 28)),
                    unsigned(at + 8),
                    unsigned(at + 10),
                    file.getInt(at + 16),
                    file.getInt(at + 20),
                    file.getInt(at + 24),
                    file.getInt(at + 42)));
            if (unsigned(at + 32) != 0 || unsigned(at + 34) != 0) {
                wrong.add("The part " + entries.get(i).name
                        + " has a comment in the directory, which nothing signs, or is in another file.");
            }
            fields(entries.get(i), at + CENTRAL_LENGTH + unsigned(at + 28), unsigned(at + 30));
            at += CENTRAL_LENGTH + unsigned(at + 28) + unsigned(at + 30) + unsigned(at + 32);
        }
        if (at != end) {
            throw new IndexOutOfBoundsException();
        }
        return entries;
    }

    private void fields(Entry entry, int at, int length) {
        if (!ExtraFields.plain(file.slice(at, length).order(ByteOrder.LITTLE_ENDIAN))) {
            wrong.add(
                    "The part " + entry.name + " has fields beside it that other programs may read as something else.");
        }
    }

    /** Where the part ends; -1 when its own header does not fit the directory. */
    private int local(Entry entry) {
        int at = entry.offset;
        boolean described = (entry.flags & DESCRIBED) != 0;
        if (file.getInt(at) != LOCAL
                || unsigned(at + 6) != entry.flags
                || unsigned(at + 8) != entry.method
                || !entry.name.equals(name(at + LOCAL_LENGTH, unsigned(at + 26)))
                || !sizes(at + 14, entry, described)
                || entry.packed < 0) {
            return -1;
        }
        fields(entry, at + LOCAL_LENGTH + unsigned(at + 26), unsigned(at + 28));
        int end = data(entry) + entry.packed;
        if (!described) {
            return end;
        }
        int descriptor = file.getInt(end) == DESCRIPTOR ? end + Integer.BYTES : end;
        return sizes(descriptor, entry, false) ? descriptor + DESCRIPTOR_LENGTH : -1;
    }

    /** @param later whether they may be nothing, as they follow the data */
    private boolean sizes(int at, Entry entry, boolean later) {
        boolean nothing = file.getInt(at) == 0 && file.getInt(at + 4) == 0 && file.getInt(at + 8) == 0;
        return later && nothing
                || file.getInt(at) == entry.crc
                        && file.getInt(at + 4) == entry.packed
                        && file.getInt(at + 8) == entry.size;
    }

    private int data(Entry entry) {
        return entry.offset + LOCAL_LENGTH + unsigned(entry.offset + 26) + unsigned(entry.offset + 28);
    }

    private void unpack(Entry entry) {
        total += Integer.toUnsignedLong(entry.size);
        if (total > MOST_BYTES || entry.size < 0) {
            wrong.add("The part " + entry.name + " is too long: all parts together may have " + (MOST_BYTES >> 20)
                    + " MiB.");
            return;
        }
        byte[] content = new byte[entry.size];
        boolean whole = (entry.flags & ENCRYPTED) == 0
                && (entry.method == DEFLATED ? inflate(entry, content) : entry.method == 0 && store(entry, content));
        CRC32 sum = new CRC32();
        sum.update(content);
        if (!whole || (int) sum.getValue() != entry.crc) {
            wrong.add("The part " + entry.name + " is not as it was packed.");
        } else if (entry.name.endsWith("/") && entry.size == 0) {
            // Some tools write one beside what is in it.
            folders.add(entry.name);
            return;
        }
        if (parts.put(entry.name, content) != null) {
            wrong.add("The part " + entry.name + " comes twice.");
        }
    }

    private boolean store(Entry entry, byte[] content) {
        if (entry.packed != entry.size) {
            return false;
        }
        file.get(data(entry), content);
        return true;
    }

    /** Never more than the directory says. */
    private boolean inflate(Entry entry, byte[] content) {
        Inflater inflater = new Inflater(true);
        try {
            inflater.setInput(file.array(), data(entry), entry.packed);
            int length = inflater.inflate(content);
            return length == content.length
                    && inflater.inflate(new byte[1]) == 0
                    && inflater.finished()
                    && inflater.getRemaining() == 0;
        } catch (DataFormatException e) {
            return false;
        } finally {
            inflater.end();
        }
    }

    private String name(int at, int length) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(file.slice(at, length))
                    .toString();
        } catch (CharacterCodingException e) {
            return "?";
        }
    }

    private int unsigned(int at) {
        return file.getShort(at) & 0xFFFF;
    }
}
