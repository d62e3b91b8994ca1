package az.dost.vahid.journeys.citizen;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.proof.claim.Cluster;
import az.dost.vahid.proof.record.Correction;
import az.dost.vahid.proof.record.Corrections;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Corrections of which several gateways would tell the agency. */
class PostedOnceTest {
    private static final int CORRECTIONS = 12;
    private static final String KNOWN = "pensions";

    @TempDir
    Path keys;

    private final Cluster cluster = new Cluster(Cluster.LONG);
    private final List<Cluster.Member> gateways = cluster.join(4);
    private TestRecord record;
    private Corrections corrections;

    @BeforeEach
    void open() {
        record = new TestRecord(gateways.get(0).source(), keys);
        new DemoKeys(keys, new Faults()).agency(KNOWN, "RSA");
        corrections = record.corrections();
    }

    @AfterEach
    void close() throws InterruptedException {
        record.close();
        cluster.close();
    }

    private CorrectionPost post(Cluster.Member gateway) {
        return new CorrectionPost(
                corrections,
                gateway.jdbc(),
                gateway.leases().of("correction_post", "correction"),
                new PinnedCertificates(keys.resolve("agencies"), new CryptoProvider(false)),
                record.signer);
    }

    private UUID asked(String agency) {
        UUID id = RecordId.next();
        corrections.keep(
                id,
                "b2".repeat(32),
                agency,
                "{\"claim\":\"It is another street\"}".getBytes(java.nio.charset.StandardCharsets.UTF_8));
        return id;
    }

    private static Exchange take(CorrectionPost post) {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        post.take(exchange);
        return exchange;
    }

    /** What one gateway finds to send, turn by turn until there is nothing. */
    private static List<UUID> all(CorrectionPost post) {
        List<UUID> taken = new ArrayList<>();
        for (Exchange turn = take(post);
                turn.getProperty(Exchange.SCHEDULER_POLLED_MESSAGES, Boolean.class);
                turn = take(post)) {
            Correction correction = turn.getMessage().getBody(Correction.class);
            if (correction != null) {
                taken.add(correction.id());
            }
        }
        return taken;
    }

    @Test
    void each_is_sent_by_one_gateway() throws Exception {
        List<UUID> kept = new ArrayList<>();
        for (int n = 0; n < CORRECTIONS; n++) {
            kept.add(asked(KNOWN));
        }
        List<Callable<List<UUID>>> work = new ArrayList<>();
        gateways.forEach(gateway -> work.add(() -> all(post(gateway))));
        assertThat(Cluster.atOnce(work).stream().flatMap(List::stream)).containsExactlyInAnyOrderElementsOf(kept);
    }

    @Test
    void one_that_was_sent_before_its_gateway_was_lost_is_not_sent_again() {
        UUID sent = asked(KNOWN);
        record.jdbc.update("insert into correction_post (correction) values (?)", sent);
        corrections.step(sent, Correction.State.SENT, new byte[0]);
        assertThat(all(post(gateways.get(1)))).isEmpty();
        assertThat(record.jdbc.queryForObject("select count(*) from correction_post", Integer.class))
                .isZero();
    }

    @Test
    void one_whose_agency_has_no_certificate_waits_and_holds_up_no_other() {
        asked("nobody");
        UUID next = asked(KNOWN);
        assertThat(all(post(gateways.get(1)))).containsExactly(next);
    }
}
