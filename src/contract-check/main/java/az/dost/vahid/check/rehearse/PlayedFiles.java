package az.dost.vahid.check.rehearse;

import java.io.IOException;

/** A played agency's file server, over SFTP on the loopback interface. */
public interface PlayedFiles extends AutoCloseable {
    /** Value of the setting {@code vahid.endpoints.<key>}. @param folder below the root */
    String endpoint(String folder);

    /** @param times how often the connection ends in the middle of a file from now on */
    void cut(int times);

    /** How many cuts are still to come. */
    int uncut();

    @Override
    void close() throws IOException;
}
