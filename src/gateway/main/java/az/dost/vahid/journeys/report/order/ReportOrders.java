package az.dost.vahid.journeys.report.order;

import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What is wanted closed anew. The command {@code report close} leaves it at the gateways' database, as often as an
 * operator likes. Analysts order it at a gateway: one order of a period at a time, and one a day, as each version hides
 * what it differs in by a little.
 */
public final class ReportOrders {
    private static final String SELECT = "select " + ReportOrder.COLUMNS + " from report_order ";
    private static final String KEEP =
            "insert into report_order (id, period, because, asked_by) select ?, ?, ?, ? where exists (select 1 from report_version where period = ?)";
    private static final String ORDER =
            "insert into report_order (id, period, because, asked_by, requester, idempotency_key) select ?, ?, ?, ?, ?, ? where not exists"
                    + " (select 1 from report_order where period = ? and (done_at is null or requester is not null and asked_at > now() - interval '1 day')) on conflict do nothing";
    /** Who orders what nobody has ordered. */
    private static final String GATEWAYS = "vahid";

    private final JdbcTemplate jdbc;
    private final ActRecord acts;

    public ReportOrders(JdbcTemplate jdbc, ActRecord acts) {
        this.jdbc = jdbc;
        this.acts = acts;
    }

    /**
     * Keeps what an analyst orders, or finds what was ordered under this key.
     *
     * @param period that is closed
     * @param key of the requester
     * @throws ProblemException CLOSING_ORDERED where an order of the period waits, or an analyst's is of the last 24
     *     hours; IDEMPOTENCY_KEY_USED where the key is another order's
     */
    public ReportOrder order(String requester, String analyst, String period, String because, String key) {
        UUID id = RecordId.next();
        ObjectNode said = JsonNodeFactory.instance
                .objectNode()
                .put("by", requester)
                .put("official", analyst)
                .put("order", id.toString())
                .put("period", period)
                .put("because", because);
        acts.keep(
                RecordId.next(),
                "statistics-closing-ordered",
                said,
                connection -> insert(connection, id, period, because, analyst, requester, key));
        ReportOrder kept = jdbc
                .query(
                        SELECT + "where requester = ? and idempotency_key = ?",
                        (row, n) -> ReportOrder.of(row),
                        requester,
                        key)
                .stream()
                .findFirst()
                .orElseThrow(() -> new ProblemException(ProblemCode.CLOSING_ORDERED, "period", null));
        if (!kept.period().equals(period) || !kept.because().equals(because)) {
            throw new ProblemException(ProblemCode.IDEMPOTENCY_KEY_USED, IdempotencyKey.HEADER, null);
        }
        return kept;
    }

    private static boolean insert(Connection connection, Object... values) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(ORDER)) {
            int column = 0;
            for (Object value : values) {
                insert.setObject(++column, value);
            }
            insert.setObject(++column, values[1]);
            return insert.executeUpdate() > 0;
        }
    }

    /** A closed period is closed anew by the gateways themselves. One that is not closed needs no order. */
    public void correct(String period, String because) {
        jdbc.update(KEEP, RecordId.next(), period, because, GATEWAYS, period);
    }

    /** The oldest first. */
    public List<ReportOrder> waiting() {
        return jdbc.query(SELECT + "where done_at is null order by asked_at", (row, n) -> ReportOrder.of(row));
    }

    /** The last one of each period that has any. */
    public List<ReportOrder> last() {
        return jdbc.query(
                "select distinct on (period) " + ReportOrder.COLUMNS
                        + " from report_order order by period, asked_at desc",
                (row, n) -> ReportOrder.of(row));
    }

    /** Nothing came of it. What comes to a version is done with it. */
    public void done(ReportOrder order) {
        jdbc.update(
                "update report_order set done_at = statement_timestamp() where id = ? and done_at is null", order.id());
    }

    /**
     * @param url of the database, JDBC
     * @param period as {@code report.schema.json} has it
     * @return false where the period was never closed: then nothing is kept
     * @throws CommandFailure when the database does not take it
     */
    public static boolean keep(String url, String period, String by, String because) {
        try (Connection connection = DriverManager.getConnection(url);
                PreparedStatement insert = connection.prepareStatement(KEEP)) {
            insert.setObject(1, UUID.randomUUID());
            insert.setString(2, period);
            insert.setString(3, because);
            insert.setString(4, by);
            insert.setString(5, period);
            return insert.executeUpdate() > 0;
        } catch (SQLException e) {
            throw new CommandFailure("The database does not take the order (SQL state " + e.getSQLState()
                    + "): look whether it runs, and whether the gateways have started with this version");
        }
    }
}
