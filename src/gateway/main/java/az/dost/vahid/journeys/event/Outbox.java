package az.dost.vahid.journeys.event;

import az.dost.vahid.proof.claim.ClaimQuery;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Lease;
import az.dost.vahid.proof.claim.Leases;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * What the broker has not got yet. A relay leases a lane and sends from its beginning: gateways share the work by
 * lanes, and one citizen's events, all of one lane, stay in order. A relay that has lost its lane and goes on sends
 * what the broker has, which drops it, in the same order as the next one.
 */
public final class Outbox {
    private static final String BATCH = "vahid.event.batch";
    private static final int LANES = 16;
    private static final int MOST = 500;
    private static final ClaimQuery LANE = new ClaimQuery(
            "exists (select 1 from event_outbox o where o.lane = r.lane)",
            "(select min(sequence) from event_outbox o where o.lane = r.lane)",
            "",
            "lane");
    /** Rung once a row is committed. */
    static final String BELL = "events";

    private final JdbcTemplate jdbc;
    private final Leases lanes;

    private record Batch(Lease lane, List<Long> rows) {}

    Outbox(JdbcTemplate jdbc, Leases lanes) {
        this.jdbc = jdbc;
        this.lanes = lanes.ring(BELL, LANE.due());
    }

    /** Adds a row in the transaction of what it speaks of; {@link #BELL} is to be rung after it. */
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
        Optional<ClaimedRow<Integer>> lane = lanes.take(LANE, (row, n) -> row.getInt(1));
        List<Long> taken = new ArrayList<>();
        List<OutboxRow> rows = new ArrayList<>();
        lane.ifPresent(its -> {
            its.lease().failWith(exchange);
            jdbc.query(
                    "select sequence, event_id, citizen, delivery, subscription, version from event_outbox where lane = ? order by sequence limit "
                            + MOST,
                    row -> {
                        taken.add(row.getLong(1));
                        rows.add(new OutboxRow(
                                row.getObject(2, UUID.class),
                                row.getString(3),
                                row.getObject(4, UUID.class),
                                row.getString(5),
                                row.getString(6)));
                    },
                    its.row());
            exchange.setProperty(BATCH, new Batch(its.lease(), taken));
        });
        exchange.setProperty(Exchange.SCHEDULER_POLLED_MESSAGES, lane.isPresent());
        exchange.getMessage().setBody(rows);
    }

    public boolean due(Exchange exchange) {
        return exchange.getProperty(BATCH) != null;
    }

    /**
     * Whether each message is to be sent by itself: the broker may have got what the last turn took and did not remove,
     * and duplicates would fail a whole transaction, while one by one it drops them and takes the rest.
     */
    public boolean careful(Exchange exchange) {
        return exchange.getProperty(BATCH, Batch.class).lane().interrupted();
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

    /** Removes what was sent, and gives the lane back. */
    public void remove(Exchange exchange) {
        Batch batch = exchange.getProperty(BATCH, Batch.class);
        jdbc.update("delete from event_outbox where sequence = any (?)", (Object)
                batch.rows().toArray(Long[]::new));
        batch.lane().end();
    }
}
