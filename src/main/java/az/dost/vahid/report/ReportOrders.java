package az.dost.vahid.report;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators want closed anew, by the command {@code report close}. */
final class ReportOrders {
    private final JdbcTemplate jdbc;

    record Order(UUID id, ReportPeriod period, String because) { }

    ReportOrders(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** The oldest first. */
    List<Order> waiting() {
        return jdbc.query("select id, period, because from report_order where done_at is null order by asked_at", (row, n) -> {
            UUID id = row.getObject(1, UUID.class);
            String because = row.getString(3);
            return ReportPeriod.of(row.getString(2)).map(period -> new Order(id, period, because));
        }).stream().flatMap(Optional::stream).toList();
    }

    /** Nothing came of it. What comes to a version is done with it. */
    void done(Order order) {
        jdbc.update("update report_order set done_at = statement_timestamp() where id = ?", order.id());
    }
}
