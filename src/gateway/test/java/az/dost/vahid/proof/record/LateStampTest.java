package az.dost.vahid.proof.record;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.job.Jobs;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.stamp.TimeStampAuthority;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.claim.OnceInCluster;
import az.dost.vahid.proof.claim.RouteJobs;
import az.dost.vahid.proof.record.body.DictionaryMaker;
import az.dost.vahid.proof.record.body.FirstDictionaries;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.spi.CamelEvent;
import org.apache.camel.support.EventNotifierSupport;
import org.apache.camel.support.PluginHelper;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The route that has roots stamped, with the mock authority in every kind of trouble: the stamp is late, and nothing
 * else is.
 */
class LateStampTest {
    private static final Duration LONGEST = Duration.ofSeconds(30);
    private final HikariDataSource database = RecordDatabase.create();
    private final DefaultCamelContext camel = new DefaultCamelContext();
    private final Faults faults = new Faults();
    private final Asked asked = new Asked();
    private TestRecord test;
    private MockServer authority;
    private LeaseKeeper leases;

    @BeforeEach
    void startRoutesWithoutAnAuthority(@TempDir Path keys) throws Exception {
        test = new TestRecord(database, keys);
        int port = FreePort.next();
        DemoKeys demo = new DemoKeys(keys, faults);
        authority =
                new MockServer(new MockSettings(port, Map.of(), 0, 0, keys, keys, Map.of(), List.of()), demo, faults);
        new TimeStampAuthority(authority, demo);
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "vahid.record.root-every-ms",
                "50",
                "vahid.record.time-stamps.every-ms",
                "50",
                "vahid.record.time-stamps.timeout-ms",
                "300",
                "vahid.record.retention-every-ms",
                "100000",
                "vahid.record.partitions-every-ms",
                "100000",
                "vahid.record.dictionaries-every-ms",
                "100000"));
        camel.getPropertiesComponent().setInitialProperties(settings);
        leases = new LeaseKeeper(test.jdbc, Duration.ofSeconds(10), Duration.ofSeconds(3));
        camel.getRegistry().bind("onceInCluster", new OnceInCluster(test.jdbc, leases));
        camel.getRegistry().bind("routeJobs", new RouteJobs(Jobs.logged()));
        camel.getRegistry().bind("stampRenewal", new StampRenewal(test.jdbc, test.commit, test.digests));
        camel.getRegistry().bind("auditRoots", new AuditRoots(test.jdbc, test.signer, test.digests, test.entries));
        camel.getRegistry()
                .bind(
                        "timeStamping",
                        new TimeStamping(
                                test.jdbc,
                                test.commit,
                                test.digests,
                                "http://localhost:" + port + "/time-stamps",
                                keys.resolve("time-stamps.pem")));
        camel.getRegistry()
                .bind(
                        "retention",
                        new Retention(test.jdbc, test.commit, test.keys, test.partitions, Map.of(), Clock.systemUTC()));
        camel.getRegistry().bind("partitions", test.partitions);
        camel.getRegistry().bind("dictionaries", test.dictionaries);
        camel.getRegistry()
                .bind(
                        "dictionaryMaker",
                        new DictionaryMaker(test.jdbc, test.bodies, test.dictionaries, Clock.systemUTC(), true));
        camel.getRegistry()
                .bind("firstDictionaries", new FirstDictionaries(test.dictionaries, Map::of, Clock.systemUTC(), true));
        camel.getRegistry().bind("unknownCallers", test.unknown);
        camel.getManagementStrategy().addEventNotifier(asked);
        for (String routes : new String[] {"errors", "audit"}) {
            PluginHelper.getRoutesLoader(camel)
                    .loadRoutes(PluginHelper.getResourceLoader(camel)
                            .resolveResource("classpath:routes/" + routes + ".camel.yaml"));
        }
        camel.getShutdownStrategy().setTimeout(1);
        camel.start();
    }

    @AfterEach
    void stop() throws Exception {
        camel.close();
        leases.close();
        authority.stop();
        test.close();
        database.close();
    }

    @Test
    void of_an_authority_that_is_down_until_it_is_back() {
        delaysTheStampAndNothingElse();
        authority.start();
        comesWithTheAuthority();
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DELAY", "RESET", "HTTP_500", "TRUNCATED", "GARBAGE", "HUGE"})
    void of_an_authority_with_a_fault_until_it_is_over(Fault fault) {
        authority.start();
        faults.set("time-stamps", fault);
        delaysTheStampAndNothingElse();
        faults.clear();
        comesWithTheAuthority();
    }

    private void delaysTheStampAndNothingElse() {
        RecordedDossier first = test.keep();
        await("a signed root").atMost(LONGEST).until(() -> count("audit_root") > 0);
        asked.failures = 0;
        await("failed questions").atMost(LONGEST).until(() -> asked.failures >= 2);
        RecordedDossier second = test.keep();
        await("a root over what came meanwhile").atMost(LONGEST).until(() -> covered() >= 2);
        assertThat(count("audit_root where stamp is not null")).isZero();
        assertThat(test.record.find(first.id(), first.requester())).isPresent();
        assertThat(test.record.find(second.id(), second.requester())).isPresent();
        assertThat(test.checkWhileWritten(database).wrong()).isEmpty();
        assertThat(test.checkWhileWritten(database).holds())
                .noneMatch(line -> line.startsWith("A time-stamp authority saw"));
    }

    private void comesWithTheAuthority() {
        await("the stamp").atMost(LONGEST).until(() -> count("audit_root where stamp is not null") > 0);
        assertThat(test.checkWhileWritten(database).wrong()).isEmpty();
        assertThat(test.checkWhileWritten(database).holds())
                .anyMatch(line -> line.startsWith("A time-stamp authority saw the chain at "));
    }

    private long count(String what) {
        return test.jdbc.queryForObject("select count(*) from " + what, Long.class);
    }

    private long covered() {
        return AuditRoot.of(test.jdbc.queryForObject(
                        "select jws from audit_root order by number desc limit 1", String.class))
                .last();
    }

    /** Counts the questions to the authority that came to nothing. */
    private static final class Asked extends EventNotifierSupport {
        private volatile int failures;

        @Override
        public void notify(CamelEvent event) {
            Exchange exchange = ((CamelEvent.ExchangeEvent) event).getExchange();
            if ("audit-stamps".equals(exchange.getFromRouteId())) {
                failures++;
            }
        }

        @Override
        public boolean isEnabled(CamelEvent event) {
            return event instanceof CamelEvent.ExchangeFailureHandledEvent;
        }
    }
}
