package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.drop.DropRefused;
import java.sql.SQLException;

/** Where a file's rows go, within one transaction. */
public interface RowTarget {
    /** The table into which the rows are copied. */
    String table() throws SQLException;

    /**
     * Takes the copied rows over.
     *
     * @param copied the sum of all rows that were copied
     * @param distinct whether it is known that no citizen stands in them twice
     * @return the state to stand from the commit on
     * @throws DropRefused when the rows cannot stand together
     */
    SnapshotState apply(RowSum copied, boolean distinct) throws SQLException;
}
