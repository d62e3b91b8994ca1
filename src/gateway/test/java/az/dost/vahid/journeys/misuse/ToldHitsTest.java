package az.dost.vahid.journeys.misuse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.proof.claim.Cluster;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Test;

/** Hits that several gateways are to tell the bus of. */
class ToldHitsTest {
    private static final int HITS = 40;

    private static HitEvents events(Cluster.Member gateway) {
        return new HitEvents(new HitRows(gateway.jdbc(), null), gateway.leases().of("misuse_hit", "id"));
    }

    private static void hit(Cluster.Member gateway) {
        gateway.jdbc()
                .update(
                        "insert into misuse_hit (id, rule, action, subject, requester, official, times, first_at, last_at)"
                                + " values (?, 'many', 'FLAG', 'a', 'office', 'a.b', 1, now(), now())",
                        UUID.randomUUID());
    }

    private static Exchange exchange() {
        return new DefaultExchange(new DefaultCamelContext());
    }

    private static List<UUID> tell(HitEvents events) {
        List<UUID> told = new ArrayList<>();
        while (true) {
            Exchange exchange = exchange();
            events.take(exchange);
            if (exchange.getMessage().getBody() == null) {
                return told;
            }
            told.add(exchange.getMessage().getBody(Hit.class).id());
            events.write(exchange);
            events.told(exchange);
        }
    }

    @Test
    void each_is_told_by_one_gateway() throws Exception {
        try (Cluster cluster = new Cluster(Cluster.LONG)) {
            List<Cluster.Member> gateways = cluster.join(4);
            for (int n = 0; n < HITS; n++) {
                hit(gateways.get(0));
            }
            List<Callable<List<UUID>>> work = new ArrayList<>();
            gateways.forEach(gateway -> work.add(() -> tell(events(gateway))));
            assertThat(Cluster.atOnce(work).stream().flatMap(List::stream))
                    .hasSize(HITS)
                    .doesNotHaveDuplicates();
        }
    }

    @Test
    void one_that_a_lost_gateway_did_not_tell_is_told_by_another() {
        try (Cluster cluster = new Cluster(Cluster.SHORT)) {
            Cluster.Member lost = cluster.join();
            hit(lost);
            events(lost).take(exchange());
            lost.die();
            HitEvents other = events(cluster.join());
            await().atMost(Duration.ofSeconds(30)).until(() -> tell(other).size() == 1);
        }
    }
}
