package az.dost.vahid.signature.container;

import java.nio.ByteBuffer;
import java.util.HashSet;
import java.util.Set;

/**
 * Fields beside a part of a ZIP file (APPNOTE, section 4.5). Nothing signs them, and some change what a reader takes
 * the part for: its name, its length, its place. Those that common tools write for times and owners do not.
 */
final class ExtraFields {
    private static final int HEADER = 4;
    private static final int TIMES = 0x5455;
    private static final int MOST_TIMES = 13;
    private static final int NTFS = 0x000a;
    private static final int NTFS_LENGTH = 32;
    private static final int OWNER = 0x7875;
    private static final int MOST_OWNER = 19;

    /** Whether they are such fields and no others, each once and as long as it must be. */
    static boolean plain(ByteBuffer fields) {
        Set<Integer> seen = new HashSet<>();
        while (fields.remaining() >= HEADER) {
            int id = fields.getShort() & 0xFFFF;
            int length = fields.getShort() & 0xFFFF;
            if (length > fields.remaining() || !seen.add(id) || !plain(id, length, fields)) {
                return false;
            }
            fields.position(fields.position() + length);
        }
        return !fields.hasRemaining();
    }

    private static boolean plain(int id, int length, ByteBuffer fields) {
        int at = fields.position();
        return switch (id) {
            // A byte that says which times follow, and up to three of four bytes each.
            case TIMES -> length <= MOST_TIMES && length % Integer.BYTES == 1;
            // Nothing, then the one attribute that there is: three times.
            case NTFS ->
                length == NTFS_LENGTH
                        && fields.getInt(at) == 0
                        && fields.getShort(at + 4) == 1
                        && fields.getShort(at + 6) == 24;
            // The version, then a user's and a group's number, each with its length before it.
            case OWNER -> length > 2 && length <= MOST_OWNER && fields.get(at) == 1 && owner(fields, at, length);
            default -> false;
        };
    }

    private static boolean owner(ByteBuffer fields, int at, int length) {
        int user = fields.get(at + 1) & 0xFF;
        return 2 + user < length && 2 + user + 1 + (fields.get(at + 2 + user) & 0xFF) == length;
    }

    private ExtraFields() {}
}
