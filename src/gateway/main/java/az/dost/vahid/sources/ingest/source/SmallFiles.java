package az.dost.vahid.sources.ingest.source;

import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.component.file.GenericFile;
import org.apache.camel.component.file.GenericFileFilter;

/**
 * How a signature is fetched from somebody else's SFTP server: one that is listed as longer than any is, is not, and
 * what comes all the same goes to the disk, not into memory.
 */
public final class SmallFiles implements GenericFileFilter<Object> {
    /** Longer than any signature. */
    static final int LONGEST = 1 << 16;

    private static final String NAME = "smallFiles";

    @Override
    public boolean accept(GenericFile<Object> file) {
        return file.getFileLength() <= LONGEST;
    }

    /**
     * What an SFTP address needs for it; begins with {@code &}.
     *
     * @param work a folder of the gateway's own
     */
    public static String query(CamelContext context, Path work) {
        if (context.getRegistry().lookupByName(NAME) == null) {
            context.getRegistry().bind(NAME, new SmallFiles());
        }
        return "&filter=#" + NAME + "&localWorkDirectory=" + work.toAbsolutePath();
    }
}
