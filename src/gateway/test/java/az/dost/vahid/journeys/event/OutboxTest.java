package az.dost.vahid.journeys.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.proof.claim.Cluster;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.camel.support.UnitOfWorkHelper;
import org.junit.jupiter.api.Test;

/** The outbox's lanes, from which relays of several gateways send. */
class OutboxTest {
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static Outbox outbox(Cluster.Member gateway) {
        return new Outbox(gateway.jdbc(), gateway.leases().of("event_lane", "lane"));
    }

    private static UUID add(Cluster.Member gateway, String citizen) throws SQLException {
        UUID event = UUID.randomUUID();
        try (Connection connection = gateway.source().getConnection()) {
            Outbox.add(connection, new OutboxRow(event, citizen, event, null, null));
        }
        return event;
    }

    private static Exchange take(Outbox outbox) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        outbox.take(exchange);
        return exchange;
    }

    /** The next turn in which there is something to do. */
    private static Exchange next(Outbox outbox) {
        return await().atMost(PATIENCE).until(() -> take(outbox), outbox::due);
    }

    private static int left(Cluster.Member gateway) {
        return gateway.jdbc().queryForObject("select count(*) from event_outbox", Integer.class);
    }

    @SuppressWarnings("unchecked")
    private static List<UUID> events(Exchange exchange) {
        return ((List<OutboxRow>) exchange.getMessage().getBody(List.class))
                .stream().map(OutboxRow::event).toList();
    }

    @Test
    void each_row_is_sent_by_one_relay_and_the_rows_of_a_lane_in_their_order() throws Exception {
        try (Cluster cluster = new Cluster(Cluster.LONG)) {
            List<Cluster.Member> gateways = cluster.join(3);
            List<UUID> all = new ArrayList<>();
            for (int n = 0; n < 60; n++) {
                all.add(add(gateways.get(0), "citizen-" + n % 20));
            }
            List<Callable<List<List<UUID>>>> work = new ArrayList<>();
            gateways.forEach(gateway -> work.add(() -> {
                Outbox outbox = outbox(gateway);
                List<List<UUID>> sent = new ArrayList<>();
                while (left(gateway) > 0) {
                    Exchange turn = take(outbox);
                    if (outbox.due(turn)) {
                        assertThat(outbox.careful(turn)).isFalse();
                        sent.add(events(turn));
                        outbox.remove(turn);
                    }
                }
                return sent;
            }));
            List<List<UUID>> lanes =
                    Cluster.atOnce(work).stream().flatMap(List::stream).toList();
            assertThat(lanes.stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(all);
            assertThat(lanes)
                    .allSatisfy(
                            lane -> assertThat(lane.stream().map(all::indexOf)).isSorted());
        }
    }

    @Test
    void the_lane_of_a_relay_that_was_lost_is_sent_by_another_with_care() throws Exception {
        try (Cluster cluster = new Cluster(Cluster.SHORT)) {
            Cluster.Member lost = cluster.join();
            Outbox other = outbox(cluster.join());
            List<UUID> events = new ArrayList<>();
            for (int n = 0; n < 3; n++) {
                events.add(add(lost, "one citizen"));
            }
            assertThat(events(take(outbox(lost)))).isEqualTo(events);
            assertThat(other.due(take(other))).as("as long as the lease lasts").isFalse();
            lost.die();
            Exchange turn = next(other);
            assertThat(events(turn)).isEqualTo(events);
            assertThat(other.careful(turn)).isTrue();
        }
    }

    @Test
    void a_turn_that_failed_is_made_again_with_care_and_one_after_that_without() throws Exception {
        try (Cluster cluster = new Cluster(Cluster.LONG)) {
            Cluster.Member gateway = cluster.join();
            Outbox outbox = outbox(gateway);
            add(gateway, "one citizen");
            Exchange failed = next(outbox);
            UnitOfWorkHelper.doneSynchronizations(
                    failed, failed.getExchangeExtension().handoverCompletions());
            Exchange again = next(outbox);
            assertThat(outbox.careful(again)).isTrue();
            outbox.remove(again);
            add(gateway, "one citizen");
            assertThat(outbox.careful(next(outbox))).isFalse();
        }
    }

    @Test
    void a_gateway_that_adds_nothing_looks_seldom_and_finds_what_others_left_all_the_same() throws Exception {
        try (Cluster cluster = new Cluster(Cluster.LONG)) {
            Cluster.Member gateway = cluster.join();
            Outbox outbox = outbox(gateway);
            take(outbox);
            IntStream.range(0, 3).forEach(n -> take(outbox));
            gateway.jdbc()
                    .update(
                            "insert into event_outbox (lane, event_id, citizen, delivery) values (3, gen_random_uuid(), 'c', gen_random_uuid())");
            await().atMost(PATIENCE).until(() -> outbox.due(take(outbox)));
        }
    }
}
