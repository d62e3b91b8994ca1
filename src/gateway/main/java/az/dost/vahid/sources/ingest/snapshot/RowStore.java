package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.drop.row.HeldRow;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.sources.ingest.drop.DatabaseRefusal;
import az.dost.vahid.sources.ingest.drop.DropFile;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;

/** Rows on their way into a table, and the tree over them as they were read. */
public final class RowStore implements AutoCloseable {
    private final Connection connection;
    private final DropFile file;
    private final RowTree tree;
    private final RowCopy copy;
    private final RowSum sum;
    private final SeenFins seen = new SeenFins();

    /** @param table see {@link RowCopy} */
    public RowStore(Connection connection, String table, DropFile file, CryptoProvider crypto, DropSeals seals)
            throws SQLException, IOException {
        this.connection = connection;
        this.file = file;
        this.tree = new RowTree(crypto);
        this.sum = new RowSum(seals, null);
        RowSeals.Series series = seals.seals().series();
        this.copy = new RowCopy(connection, table, (row, facts, source) -> {
            byte[] mac = seals.row(series, file, row.number(), row.fin(), facts, source);
            sum.add(row.fin(), mac);
            return mac;
        });
    }

    /**
     * Takes every row of the file, in its order.
     *
     * @param source the row as it was read, JSON
     */
    public void add(HeldRow row, byte[] source) {
        tree.add(source);
        seen.add(row.fin());
        try {
            copy.add(row, source);
            if (tree.full()) {
                copy.pause();
                tree.write(connection, file);
            }
        } catch (SQLException e) {
            throw DatabaseRefusal.of(e, copy.before());
        }
    }

    /** After the last row; gives the root over all rows, null where there is none. */
    public byte[] finish() {
        try {
            copy.pause();
            return tree.finish(connection, file);
        } catch (SQLException e) {
            throw DatabaseRefusal.of(e, copy.before());
        }
    }

    /** Of all rows so far. */
    public RowSum sum() {
        return sum;
    }

    /** Whether it is known that no citizen stands in two rows. */
    public boolean distinct() {
        return seen.distinct();
    }

    /** From which the rows' salts come. */
    public byte[] secret() {
        return tree.secret();
    }

    /** Cancels what was not finished, so that the connection can be used again. */
    @Override
    public void close() throws SQLException {
        copy.close();
    }
}
