package az.dost.vahid.journeys.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.event.RetryRule;
import az.dost.vahid.journeys.lookup.BackgroundLookups;
import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Cluster;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.whole.RunningVahid;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** A job of which nothing is left to look up, where several gateways would complete it. */
class CompletedOnceTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    /** Due again at once, and as often as a test wants. */
    private static final RetryRule AT_ONCE = new RetryRule(1000, 0, 1, 0);

    private final RunningVahid vahid = RunningVahid.get();
    private final JdbcTemplate database = vahid.bean(JdbcTemplate.class);
    private final Office office = new Office(
            () -> vahid.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class),
            "demo-dost-centre-1");
    private final List<LeaseKeeper> keepers = new ArrayList<>();

    @BeforeEach
    void stop() throws Exception {
        vahid.bean(CamelContext.class).getRouteController().stopRoute("bulk-complete");
    }

    @AfterEach
    void start() throws Exception {
        keepers.forEach(LeaseKeeper::close);
        vahid.bean(CamelContext.class).getRouteController().startRoute("bulk-complete");
    }

    /** The jobs as one more gateway sees them, which renews no lease. */
    private Jobs gateway(Duration lease) {
        LeaseKeeper keeper = new LeaseKeeper(database, lease, lease);
        keepers.add(keeper);
        return new Jobs(
                database,
                keeper.of("bulk_job", "id"),
                vahid.bean(ActRecord.class),
                vahid.bean(BackgroundLookups.class),
                AT_ONCE,
                vahid.bean(BulkSeals.class));
    }

    private UUID lookedUp(int citizen) {
        String id = Office.json(office.csv("fin\n" + vahid.population().fin(citizen)))
                .path("bulkId")
                .asText();
        Awaitility.await()
                .atMost(LONGEST)
                .until(() ->
                        Office.json(office.get("/v1/bulk/" + id)).path("left").asInt() == 0);
        return UUID.fromString(id);
    }

    /** This job, while all others are put off: other tests may have left some. */
    private Optional<ClaimedRow<BulkJob>> take(Jobs gateway, UUID id) {
        database.update("update bulk_job set end_at = 'infinity' where state = 'RUNNING' and id <> ?", id);
        return gateway.lookedUp();
    }

    @Test
    void one_of_those_that_come_at_once_has_it() throws Exception {
        UUID id = lookedUp(3101);
        List<Callable<Optional<ClaimedRow<BulkJob>>>> work = new ArrayList<>();
        for (int n = 0; n < 4; n++) {
            Jobs gateway = gateway(Cluster.LONG);
            work.add(() -> take(gateway, id));
        }
        List<ClaimedRow<BulkJob>> taken =
                Cluster.atOnce(work).stream().flatMap(Optional::stream).toList();
        assertThat(taken).hasSize(1);
        assertThat(taken.get(0).row().id()).isEqualTo(id);
        taken.get(0).lease().end();
    }

    @Test
    void one_that_has_lost_it_to_another_signs_nothing_and_the_chain_has_one_entry() {
        UUID id = lookedUp(3102);
        Jobs late = gateway(Cluster.SHORT);
        Jobs other = gateway(Cluster.SHORT);
        ClaimedRow<BulkJob> lost = take(late, id).orElseThrow();
        ClaimedRow<BulkJob> its = Awaitility.await()
                .atMost(LONGEST)
                .until(() -> take(other, id), Optional::isPresent)
                .orElseThrow();
        late.complete(lost, new byte[32], new byte[] {1});
        assertThat(database.queryForObject("select state from bulk_job where id = ?", String.class, id))
                .isEqualTo("RUNNING");
        other.complete(its, new byte[32], new byte[] {2});
        late.complete(lost, new byte[32], new byte[] {3});
        assertThat(database.queryForObject(
                        "select state || encode(signature, 'hex') from bulk_job where id = ?", String.class, id))
                .isEqualTo("COMPLETED02");
        assertThat(database.queryForList(
                        "select entry ->> 'act' from audit where entry ->> 'bulk' = ? order by sequence",
                        String.class,
                        id.toString()))
                .containsExactly("bulk-accepted", "bulk-completed");
    }
}
