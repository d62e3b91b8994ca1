package az.dost.vahid.proof.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Rows that several gateways want; one has each of them. */
class LeasesTest {
    private static final int ROWS = 16;
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final ClaimQuery ANY = new ClaimQuery("true", "r.lane", "", "lane");
    private static final ClaimQuery FIRST = new ClaimQuery("r.lane = ?", "r.lane", "", "lane");
    private Cluster cluster = new Cluster(Cluster.LONG);

    @AfterEach
    void close() {
        cluster.close();
    }

    private void shortLeases() {
        cluster.close();
        cluster = new Cluster(Cluster.SHORT);
    }

    private static Leases lanes(Cluster.Member gateway) {
        return gateway.leases().of("event_lane", "lane");
    }

    private static Optional<Lease> first(Cluster.Member gateway) {
        return lanes(gateway).take(FIRST, (row, n) -> row.getInt(1), 0).map(ClaimedRow::lease);
    }

    private static UUID holder(Cluster.Member gateway) {
        return gateway.jdbc().queryForObject("select lease from event_lane where lane = 0", UUID.class);
    }

    @Test
    void each_row_is_taken_once_by_gateways_that_come_at_once() throws Exception {
        List<Callable<List<Integer>>> work = new ArrayList<>();
        for (Cluster.Member gateway : cluster.join(4)) {
            work.add(() -> {
                List<Integer> taken = new ArrayList<>();
                for (var next = lanes(gateway).take(ANY, (row, n) -> row.getInt(1));
                        next.isPresent();
                        next = lanes(gateway).take(ANY, (row, n) -> row.getInt(1))) {
                    taken.add(next.get().row());
                }
                return taken;
            });
        }
        assertThat(Cluster.atOnce(work).stream().flatMap(List::stream))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, ROWS).boxed().toList());
    }

    @Test
    void a_row_with_a_key_of_two_columns_and_a_change_is_taken_as_it_is_then() {
        Cluster.Member gateway = cluster.join();
        UUID job = UUID.randomUUID();
        gateway.jdbc().update("insert into bulk_chunk (job, number, first_line, last_line) values (?, 7, 1, 50)", job);
        Leases chunks = gateway.leases().of("bulk_chunk", "job", "number");
        ClaimedRow<Integer> taken = chunks.take(
                        new ClaimQuery("r.job = ?", "r.number", "attempts = r.attempts + 1", "attempts"),
                        (row, n) -> row.getInt(1),
                        job)
                .orElseThrow();
        assertThat(taken.row()).isOne();
        taken.lease().renew();
        assertThat(taken.lease().lost()).isFalse();
        taken.lease().end();
        assertThat(gateway.jdbc()
                        .queryForObject(
                                "select lease is null and leased_until = '-infinity' from bulk_chunk where job = ?",
                                Boolean.class,
                                job))
                .isTrue();
    }

    @Test
    void a_lease_that_is_renewed_is_nobody_elses_however_long_the_work_takes() {
        shortLeases();
        Lease lease = first(cluster.join()).orElseThrow();
        lease.hold();
        Cluster.Member other = cluster.join();
        await().during(Cluster.SHORT.multipliedBy(3))
                .atMost(PATIENCE)
                .until(() -> first(other).isEmpty());
        assertThat(lease.lost()).isFalse();
        lease.end();
        assertThat(first(other)).isPresent();
    }

    @Test
    void a_gateway_that_has_died_loses_its_row_when_the_lease_is_over() {
        shortLeases();
        Cluster.Member dead = cluster.join();
        Cluster.Member other = cluster.join();
        first(dead).orElseThrow().hold();
        dead.die();
        Lease next = await().atMost(PATIENCE)
                .until(() -> first(other), Optional::isPresent)
                .orElseThrow();
        assertThat(next.interrupted()).isTrue();
    }

    @Test
    void one_that_stood_still_knows_that_it_may_have_lost_the_row_and_changes_nothing_of_it() {
        shortLeases();
        Cluster.Member frozen = cluster.join();
        Cluster.Member other = cluster.join();
        Lease lost = first(frozen).orElseThrow();
        lost.hold();
        frozen.freeze();
        Lease next = await().atMost(PATIENCE)
                .until(() -> first(other), Optional::isPresent)
                .orElseThrow();
        assertThat(lost.lost()).isTrue();
        lost.renew();
        lost.end();
        assertThat(holder(other)).isEqualTo(next.id());
        assertThat(lost.lost()).as("for ever").isTrue();
    }

    @Test
    void one_that_has_lost_the_database_knows_it_by_itself() {
        shortLeases();
        Cluster.Member cut = cluster.join();
        Lease lease = first(cut).orElseThrow();
        lease.hold();
        cut.source().close();
        await().atMost(PATIENCE).until(lease::lost);
    }

    @Test
    void whoever_takes_a_row_after_a_turn_that_failed_is_told_so_and_after_one_that_ended_is_not() {
        List<Cluster.Member> gateways = cluster.join(2);
        Lease lease = first(gateways.get(0)).orElseThrow();
        assertThat(lease.interrupted()).isFalse();
        lease.fail();
        Lease next = first(gateways.get(1)).orElseThrow();
        assertThat(next.interrupted()).isTrue();
        next.end();
        assertThat(first(gateways.get(0)).orElseThrow().interrupted()).isFalse();
    }

    @Test
    void an_end_is_the_database_clocks_and_not_a_gateways() {
        Cluster.Member gateway = cluster.join();
        first(gateway).orElseThrow();
        assertThat(gateway.jdbc()
                        .queryForObject(
                                "select leased_until > now() + interval '4 minutes' and leased_until <= now() + interval '5 minutes'"
                                        + " from event_lane where lane = 0",
                                Boolean.class))
                .isTrue();
        assertThat(new DatabaseClock(gateway.jdbc()).instant())
                .isBefore(gateway.jdbc()
                        .queryForObject("select clock_timestamp()", java.time.OffsetDateTime.class)
                        .toInstant());
    }
}
