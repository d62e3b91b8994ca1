package az.dost.vahid.check.rehearse;

import java.io.IOException;
import javax.sql.DataSource;

/** A database with the gateway's tables, gone with its data when it is closed. */
public interface ScratchDatabase extends AutoCloseable {
    /** Closed with it. */
    DataSource source();

    @Override
    void close() throws IOException;
}
