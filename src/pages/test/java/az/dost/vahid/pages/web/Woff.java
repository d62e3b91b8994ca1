package az.dost.vahid.pages.web;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/** A typeface as browsers get it (WOFF 1.0), unpacked to one that Java reads. */
final class Woff {
    private static final int SIGNATURE = 0x774F4646;
    private static final int HEAD = 44;
    private static final int ENTRY = 20;

    private Woff() {}

    static Font read(byte[] file) throws IOException, FontFormatException, DataFormatException {
        ByteBuffer from = ByteBuffer.wrap(file);
        if (from.getInt(0) != SIGNATURE) {
            throw new IOException("It is no WOFF");
        }
        int tables = from.getShort(12);
        ByteBuffer to = ByteBuffer.allocate(from.getInt(16));
        int power = Integer.highestOneBit(tables);
        to.putInt(from.getInt(4))
                .putShort((short) tables)
                .putShort((short) (power * 16))
                .putShort((short) Integer.numberOfTrailingZeros(power))
                .putShort((short) ((tables - power) * 16));
        int at = 12 + tables * 16;
        for (int i = 0; i < tables; i++) {
            int entry = HEAD + i * ENTRY;
            int length = from.getInt(entry + 12);
            to.putInt(from.getInt(entry))
                    .putInt(from.getInt(entry + 16))
                    .putInt(at)
                    .putInt(length);
            byte[] table = unpacked(file, from.getInt(entry + 4), from.getInt(entry + 8), length);
            to.duplicate().position(at).put(table);
            at += (length + 3) / 4 * 4;
        }
        return Font.createFont(Font.TRUETYPE_FONT, new ByteArrayInputStream(to.array()));
    }

    /** A table that would not get smaller is there as it is. */
    private static byte[] unpacked(byte[] file, int offset, int packed, int length) throws DataFormatException {
        byte[] table = new byte[length];
        if (packed == length) {
            System.arraycopy(file, offset, table, 0, length);
            return table;
        }
        Inflater inflater = new Inflater();
        try {
            inflater.setInput(file, offset, packed);
            inflater.inflate(table);
            return table;
        } finally {
            inflater.end();
        }
    }
}
