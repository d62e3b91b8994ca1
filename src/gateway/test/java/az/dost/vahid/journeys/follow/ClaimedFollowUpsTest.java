package az.dost.vahid.journeys.follow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Cluster;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Follow-ups that several gateways would take up. */
class ClaimedFollowUpsTest {
    private static final RetryRule RULE = new RetryRule(3, 60_000, 2, 600_000);
    private static final String WAITING =
            "insert into follow_up (dossier, latest, requester, channel, until, next_at) values (?, ?, 'office', 'told', now() + ?::interval, now())";
    private Cluster cluster = new Cluster(Cluster.LONG);

    @AfterEach
    void close() {
        cluster.close();
    }

    private static FollowUps followUps(Cluster.Member gateway) {
        return new FollowUps(gateway.jdbc(), gateway.leases().of("follow_up", "dossier"), null, RULE, RULE);
    }

    private static UUID waiting(Cluster.Member gateway, String until) {
        UUID dossier = UUID.randomUUID();
        gateway.jdbc().update(WAITING, dossier, dossier, until);
        return dossier;
    }

    private static String state(Cluster.Member gateway, UUID dossier) {
        return gateway.jdbc().queryForObject("select state from follow_up where dossier = ?", String.class, dossier);
    }

    private static boolean end(Cluster.Member gateway, ClaimedRow<FollowUp> taken) throws SQLException {
        try (Connection connection = gateway.source().getConnection()) {
            return FollowUps.end(connection, taken, FollowUp.State.COMPLETED, null);
        }
    }

    @Test
    void each_is_taken_up_by_one() throws Exception {
        List<Cluster.Member> gateways = cluster.join(4);
        List<UUID> waiting = IntStream.range(0, 20)
                .mapToObj(n -> waiting(gateways.get(0), "1 day"))
                .toList();
        List<Callable<List<UUID>>> work = new ArrayList<>();
        gateways.forEach(gateway -> work.add(() -> {
            List<UUID> taken = new ArrayList<>();
            for (var next = followUps(gateway).take();
                    next.isPresent();
                    next = followUps(gateway).take()) {
                taken.add(next.get().row().dossier());
            }
            return taken;
        }));
        assertThat(Cluster.atOnce(work).stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(waiting);
    }

    @Test
    void one_is_put_off_by_the_databases_clock_and_never_past_its_end() {
        Cluster.Member gateway = cluster.join();
        UUID far = waiting(gateway, "1 day");
        UUID near = waiting(gateway, "10 seconds");
        UUID over = waiting(gateway, "-1 second");
        FollowUps followUps = followUps(gateway);
        assertThat(List.of(
                        followUps.take().orElseThrow().row(),
                        followUps.take().orElseThrow().row(),
                        followUps.take().orElseThrow().row()))
                .allSatisfy(
                        row -> assertThat(row.over()).isEqualTo(row.dossier().equals(over)));
        String put = "select next_at - now() between ?::interval and ?::interval from follow_up where dossier = ?";
        assertThat(gateway.jdbc().queryForObject(put, Boolean.class, "100 seconds", "120 seconds", far))
                .as("two pauses of the rule")
                .isTrue();
        assertThat(gateway.jdbc().queryForObject(put, Boolean.class, "-30 seconds", "10 seconds", near))
                .isTrue();
        assertThat(gateway.jdbc().queryForObject(put, Boolean.class, "30 seconds", "60 seconds", over))
                .as("by the rule of ends")
                .isTrue();
    }

    @Test
    void whoever_has_lost_one_ends_it_no_more() throws Exception {
        cluster.close();
        cluster = new Cluster(Cluster.SHORT);
        Cluster.Member late = cluster.join();
        Cluster.Member other = cluster.join();
        UUID dossier = waiting(late, "1 day");
        ClaimedRow<FollowUp> lost = followUps(late).take().orElseThrow();
        ClaimedRow<FollowUp> its = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> {
                            other.jdbc().update("update follow_up set next_at = now()");
                            return followUps(other).take();
                        },
                        Optional::isPresent)
                .orElseThrow();
        assertThat(end(late, lost)).isFalse();
        assertThat(state(other, dossier)).isEqualTo("WAITING");
        assertThat(end(other, its)).isTrue();
        assertThat(state(other, dossier)).isEqualTo("COMPLETED");
    }
}
