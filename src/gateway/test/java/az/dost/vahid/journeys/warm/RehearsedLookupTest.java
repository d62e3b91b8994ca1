package az.dost.vahid.journeys.warm;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.Protocol;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.whole.RunningVahid;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** A gateway's lookups of its own exercise what a lookup does, and nobody notices. */
class RehearsedLookupTest {
    private final RunningVahid vahid = RunningVahid.get();
    private final CamelContext context = vahid.bean(CamelContext.class);

    private final SelfCall self = new SelfCall(
            context,
            vahid.bean(ProducerTemplate.class),
            "127.0.0.1",
            vahid.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class));

    private RehearsedLookup lookup() {
        return new RehearsedLookup(
                context,
                vahid.bean(ProducerTemplate.class),
                self,
                vahid.bean(Catalogue.class),
                new Parts(
                        vahid.bean(GatewayKeys.class),
                        vahid.bean(CryptoProvider.class),
                        vahid.bean(PersonHash.class),
                        vahid.bean(FactCheck.class)));
    }

    /**
     * But one whose samples say in pieces of when they are: they cannot be of now, and old answers are not believed.
     */
    @Test
    void every_agency_that_is_called_is_rehearsed_from_its_samples() {
        assertThat(lookup().called())
                .containsExactlyElementsOf(vahid.connectors().stream()
                        .filter(connector -> connector.protocol() != Protocol.FILE
                                && !connector.id().equals("property"))
                        .map(Connector::id)
                        .toList());
    }

    @Test
    void nothing_is_recorded_and_no_agency_asked() {
        RehearsedLookup lookup = lookup();
        Map<String, Long> before = noticed();
        lookup.once();
        lookup.once();
        assertThat(self.answered()).as("it asks itself as well").isTrue();
        assertThat(noticed()).isEqualTo(before);
    }

    /**
     * Calls by agency, and rows by table; of the tables into which others write all the time, those of the rehearsal.
     */
    private Map<String, Long> noticed() {
        Map<String, Long> noticed = new TreeMap<>();
        vahid.bean(MeterRegistry.class)
                .find("vahid.source")
                .timers()
                .forEach(timer -> noticed.merge(timer.getId().getTag("agency"), timer.count(), Long::sum));
        for (String table : new String[] {
            "dossier",
            "evidence",
            "open_answers",
            "audit where entry ->> 'official' = 'rehearsal'",
            "misuse_seen where official = 'rehearsal'"
        }) {
            noticed.put(
                    table, vahid.bean(JdbcTemplate.class).queryForObject("select count(*) from " + table, Long.class));
        }
        return noticed;
    }

    @Test
    void where_nobody_listens_it_asks_once() {
        SelfCall nobody = new SelfCall(context, vahid.bean(ProducerTemplate.class), "127.0.0.1", 1);
        nobody.once();
        assertThat(nobody.answered()).isFalse();
        nobody.once();
    }

    @Test
    void a_warm_up_ends_within_its_time() {
        new WarmUp(context, this::lookup, Duration.ofMillis(500)).run(null);
        assertThat(context.isStarted()).isTrue();
    }

    @Test
    void what_goes_wrong_stops_no_start() {
        new WarmUp(
                        context,
                        () -> {
                            throw new IllegalStateException("no samples");
                        },
                        Duration.ofMillis(500))
                .run(null);
        assertThat(context.isStarted()).isTrue();
    }
}
