package az.dost.vahid.event;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the broker has not got yet. A relay takes a lane for itself ({@code for update skip locked}) and sends from its
 * beginning: gateways share the work by lanes, and one citizen's events, all of one lane, stay in order.
 */
public final class Outbox {
    private static final int LANES = 16;
    private static final int BATCH = 500;
    private final JdbcTemplate jdbc;
    private List<Long> taken = List.of();
    private boolean careful;

    Outbox(JdbcTemplate jdbc) {
        this.jdbc = jdbc;
    }

    /** Adds a row in the transaction of what it speaks of. */
    static void add(Connection connection, OutboxRow row) throws SQLException {
        try (PreparedStatement insert = connection.prepareStatement(
                "insert into event_outbox (lane, event_id, citizen, delivery, subscription, version) values (?, ?, ?, ?, ?, ?)")) {
            insert.setInt(1, Math.floorMod(row.citizen().hashCode(), LANES));
            insert.setObject(2, row.event());
            insert.setString(3, row.citizen());
            insert.setObject(4, row.delivery());
            insert.setString(5, row.subscription());
            insert.setString(6, row.version());
            insert.executeUpdate();
        }
    }

    /** Takes the lane that has waited longest; puts its first rows into the body, none when there is nothing to do. */
    public void take(Exchange exchange) {
        // The broker may have got what was taken last and not removed: its duplicates would fail a whole transaction.
        careful = !taken.isEmpty();
        taken = new ArrayList<>();
        List<OutboxRow> rows = new ArrayList<>();
        jdbc.queryForList("""
                select lane from event_lane l where exists (select 1 from event_outbox o where o.lane = l.lane)
                order by (select min(sequence) from event_outbox o where o.lane = l.lane) limit 1 for update skip locked""", Integer.class)
                .forEach(lane -> jdbc.query("select sequence, event_id, citizen, delivery, subscription, version from event_outbox "
                        + "where lane = ? order by sequence limit " + BATCH, row -> {
                            taken.add(row.getLong(1));
                            rows.add(new OutboxRow(row.getObject(2, UUID.class), row.getString(3), row.getObject(4, UUID.class),
                                    row.getString(5), row.getString(6)));
                        }, lane));
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, !rows.isEmpty());
        exchange.getMessage().setBody(rows);
    }

    /** Whether each message is to be sent by itself: then the broker drops a duplicate and takes the rest. */
    public boolean careful() {
        return careful;
    }

    /** Writes the message of one row: ids only. */
    public void write(Exchange exchange) {
        OutboxRow row = exchange.getMessage().getBody(OutboxRow.class);
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader("JMSXGroupID", row.citizen());
        message.setHeader("_AMQ_DUPL_ID", row.delivery().toString());
        message.setHeader(Notice.DELIVERY, row.delivery().toString());
        message.setHeader(Notice.SUBSCRIPTION, row.subscription());
        message.setHeader(Notice.VERSION, row.version());
        message.setBody(row.event().toString());
    }

    /** Removes what was sent, in the transaction that took it. */
    public void remove(Exchange exchange) {
        jdbc.update("delete from event_outbox where sequence = any (?)", (Object) taken.toArray(Long[]::new));
        taken = List.of();
    }
}
