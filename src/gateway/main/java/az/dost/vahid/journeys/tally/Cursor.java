package az.dost.vahid.journeys.tally;

import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.RowCallbackHandler;

/**
 * How far the chain was counted. Whoever counts holds it until the end of the transaction, so that nothing is counted
 * twice, whoever else counts.
 */
final class Cursor {
    /** Of a gateway that stands still in the middle: the database ends its transaction, and the others go on. */
    private static final String LONGEST_STANDSTILL = "60s";

    private final JdbcTemplate jdbc;

    /** @param entry id of the last entry that was counted, null for none */
    record Position(long sequence, UUID entry) {}

    Cursor(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    Position hold() {
        jdbc.query(
                "select set_config('idle_in_transaction_session_timeout', ?, true)",
                (RowCallbackHandler) row -> {},
                LONGEST_STANDSTILL);
        return jdbc.queryForObject(
                "select sequence, entry from report_cursor for update",
                (row, n) -> new Position(row.getLong(1), row.getObject(2, UUID.class)));
    }

    void move(ChainEntry last) {
        jdbc.update("update report_cursor set sequence = ?, entry = ?", last.sequence(), last.id());
    }
}
