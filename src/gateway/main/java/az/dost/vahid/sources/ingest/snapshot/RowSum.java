package az.dost.vahid.sources.ingest.snapshot;

import az.dost.vahid.signature.key.RowSeals;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;

/**
 * The sum of a snapshot's rows, modulo 2^256: of what each row's place and seal give under the key. It changes with
 * each row that is taken out, put in, replaced or put back, and a file of changes moves it by its own rows alone, so
 * that what was done from outside meanwhile stays to be found.
 */
public final class RowSum {
    private static final int PIECE = 10_000;
    private static final int BITS = 8;
    private static final int MASK = 0xff;
    private final RowSeals.Series series;
    private final byte[] sum;

    /** @param before null for that of no row */
    RowSum(DropSeals seals, byte[] before) {
        this.series = seals.seals().series();
        this.sum = before == null ? new byte[RowSeals.LENGTH] : before.clone();
    }

    /**
     * @param rows a query that gives fin and mac
     * @param taken whether the rows are taken out of the sum
     * @param connection in a transaction, without which the driver would read all at once
     */
    RowSum with(Connection connection, String rows, boolean taken) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(rows)) {
            query.setFetchSize(PIECE);
            try (ResultSet row = query.executeQuery()) {
                while (row.next()) {
                    add(DropSeals.place(series, row.getString(1), row.getBytes(2)), taken);
                }
            }
        }
        return this;
    }

    /** One row more. */
    void add(String fin, byte[] mac) {
        add(DropSeals.place(series, fin, mac), false);
    }

    private void add(byte[] term, boolean taken) {
        int carry = 0;
        for (int i = sum.length - 1; i >= 0; i--) {
            int digit = (sum[i] & MASK) + carry + (taken ? -(term[i] & MASK) : term[i] & MASK);
            sum[i] = (byte) digit;
            carry = digit >> BITS;
        }
    }

    byte[] bytes() {
        return sum.clone();
    }
}
