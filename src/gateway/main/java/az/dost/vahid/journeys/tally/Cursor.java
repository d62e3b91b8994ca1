package az.dost.vahid.journeys.tally;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * How far the chain was read, by whoever makes something of its entries. Figures hold it until the end of the
 * transaction, so that nothing is counted twice, whoever else counts.
 */
public final class Cursor {
    /** Of a gateway that stands still in the middle: the database ends its transaction, and the others go on. */
    private static final String LONGEST_STANDSTILL = "60s";

    private final JdbcTemplate jdbc;
    private final String table;

    /** @param entry id of the last entry that was counted, null for none */
    public record Position(long sequence, UUID entry) {}

    /** @param table of one row, a word of our own */
    public Cursor(JdbcTemplate jdbc, String table) {
        this.jdbc = jdbc;
        this.table = table;
    }

    /** For a reader whose steps bear to be taken twice. */
    public Position read() {
        return position("");
    }

    Position hold() {
        jdbc.query(
                "select set_config('idle_in_transaction_session_timeout', ?, true)",
                (RowCallbackHandler) row -> {},
                LONGEST_STANDSTILL);
        return position(" for update");
    }

    private Position position(String locked) {
        return jdbc.queryForObject(
                "select sequence, entry from " + table + locked,
                (row, n) -> new Position(row.getLong(1), row.getObject(2, UUID.class)));
    }

    /** Never back. */
    public void move(ChainEntry last) {
        jdbc.update(
                "update " + table + " set sequence = ?, entry = ? where sequence < ?",
                last.sequence(),
                last.id(),
                last.sequence());
    }
}
