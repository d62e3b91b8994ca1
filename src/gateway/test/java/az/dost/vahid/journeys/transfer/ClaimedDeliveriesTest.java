package az.dost.vahid.journeys.transfer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.proof.claim.ClaimedRow;
import az.dost.vahid.proof.claim.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** What is due into one partner's folder, where several gateways would write it. */
class ClaimedDeliveriesTest {
    private static final String PARTNER = "bank";

    private static Optional<ClaimedRow<String>> take(Cluster.Member gateway) {
        return gateway.leases()
                .of("file_delivery", "sequence")
                .take(Deliveries.NEXT, (row, n) -> row.getString(3), PARTNER);
    }

    /** A file that the store has, and its signature. */
    private static void file(Cluster.Member gateway, String name) {
        UUID id = UUID.randomUUID();
        gateway.jdbc()
                .update(
                        "insert into file_transfer (id, sender, type, name, state, mac) values (?, 'tax', 'payroll', ?, 'TAKEN', '\\x00')",
                        id,
                        name);
        gateway.jdbc().update("insert into blob (id, data_class, digest, bytes) values (?, 'exchange', 'none', 1)", id);
        for (String target : List.of(name, name + ".p7s")) {
            gateway.jdbc()
                    .update(
                            "insert into file_delivery (transfer, partner, target, mac) values (?, ?, ?, '\\x00')",
                            id,
                            PARTNER,
                            target);
        }
    }

    private static void delivered(Cluster.Member gateway, String target) {
        gateway.jdbc().update("update file_delivery set delivered_at = now() where target = ?", target);
    }

    @Test
    void each_is_written_by_one_and_a_signature_after_its_file() throws Exception {
        try (Cluster cluster = new Cluster(Cluster.LONG)) {
            List<Cluster.Member> gateways = cluster.join(3);
            for (int n = 0; n < 10; n++) {
                file(gateways.get(0), "file-" + n);
            }
            List<Callable<List<String>>> work = new ArrayList<>();
            gateways.forEach(gateway -> work.add(() -> {
                List<String> taken = new ArrayList<>();
                for (var next = take(gateway); next.isPresent(); next = take(gateway)) {
                    taken.add(next.get().row());
                }
                return taken;
            }));
            List<String> files =
                    Cluster.atOnce(work).stream().flatMap(List::stream).toList();
            assertThat(files).hasSize(10).doesNotHaveDuplicates().noneMatch(name -> name.endsWith(".p7s"));
            delivered(gateways.get(0), "file-7");
            assertThat(take(gateways.get(1)).orElseThrow().row()).isEqualTo("file-7.p7s");
            assertThat(take(gateways.get(2))).isEmpty();
        }
    }

    @Test
    void one_of_a_lost_gateway_is_written_by_another_when_the_lease_is_over_and_one_that_failed_when_its_time_comes() {
        try (Cluster cluster = new Cluster(Cluster.SHORT)) {
            Cluster.Member lost = cluster.join();
            Cluster.Member other = cluster.join();
            file(lost, "file");
            take(lost).orElseThrow();
            lost.die();
            ClaimedRow<String> again = await().atMost(Duration.ofSeconds(30))
                    .until(() -> take(other), Optional::isPresent)
                    .orElseThrow();
            assertThat(again.row()).isEqualTo("file");
            // As after a folder that was away: it is given back, and due later.
            again.lease().end();
            assertThat(take(other)).isEmpty();
            other.jdbc().update("update file_delivery set due_at = now()");
            assertThat(take(other)).isPresent();
        }
    }
}
