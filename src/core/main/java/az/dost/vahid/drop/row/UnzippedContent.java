package az.dost.vahid.drop.row;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.drop.DropRefused;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** The one entry of a zip archive. It is never written to a path of its own name, and still such a name is refused. */
final class UnzippedContent extends FilterInputStream {
    private final ZipInputStream zip;

    /** @throws DropRefused when the archive does not begin with a plain file */
    UnzippedContent(InputStream in) throws IOException {
        super(new ZipInputStream(in));
        zip = (ZipInputStream) this.in;
        ZipEntry entry = nextEntry();
        if (entry == null) {
            throw new DropRefused(Reason.MALFORMED, "The file is not a zip archive, or an empty one");
        }
        String name = entry.getName();
        if (entry.isDirectory()
                || name.contains("/")
                || name.contains("\\")
                || name.contains("..")
                || name.indexOf(0) >= 0) {
            throw new DropRefused(Reason.MALFORMED, "The archive's entry has a path for a name");
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] target, int offset, int length) throws IOException {
        int count = zip.read(target, offset, length);
        if (count < 0 && nextEntry() != null) {
            throw new DropRefused(Reason.MALFORMED, "The archive has more than one entry");
        }
        return count;
    }

    private ZipEntry nextEntry() throws IOException {
        try {
            return zip.getNextEntry();
        } catch (IllegalArgumentException e) {
            // The JDK's way to say that a name is no UTF-8.
            throw new DropRefused(Reason.MALFORMED, "The archive is damaged");
        }
    }
}
