package az.dost.vahid.sources.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.stamp.CertificateAuthority;
import az.dost.vahid.signature.RevocationLists;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.slf4j.LoggerFactory;

/** A certificate of the demonstration, looked at so many days before its end. */
class ExpiringCertificatesTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final Logger logger = (Logger) LoggerFactory.getLogger(ExpiringCertificates.class);
    private final ListAppender<ILoggingEvent> logged = new ListAppender<>();

    @TempDir
    private Path folder;

    @BeforeEach
    void listen() {
        logged.start();
        logger.addAppender(logged);
    }

    @AfterEach
    void listenNoMore() {
        logger.detachAppender(logged);
    }

    private ExpiringCertificates watch(Duration before) {
        X509Certificate certificate = new DemoKeys(folder, new Faults()).gatewayCertificate("dossier");
        return watch(certificate, before, RevocationLists.none());
    }

    private ExpiringCertificates watch(X509Certificate certificate, Duration before, RevocationLists revocations) {
        SortedMap<String, X509Certificate> all = new TreeMap<>();
        all.put("agency:some", certificate);
        Instant now = certificate.getNotAfter().toInstant().minus(before);
        return new ExpiringCertificates(() -> all, revocations, 30, Clock.fixed(now, ZoneOffset.UTC), meters);
    }

    @ParameterizedTest
    @CsvSource({"P31D, 31", "P30D, 30", "P29DT23H, 29", "PT1H, 0", "PT0S, 0", "PT-1S, -1", "P-3D, -3"})
    void the_metric_gives_the_days_left_by_owner(Duration before, double days) {
        watch(before).measure();
        assertThat(meters.get("vahid.certificate.days.left")
                        .tag("owner", "agency:some")
                        .gauge()
                        .value())
                .isEqualTo(days);
    }

    @Test
    void a_certificate_with_time_left_is_no_warning() {
        ExpiringCertificates watch = watch(Duration.ofDays(30));
        watch.report();
        assertThat(watch.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(logged.list).isEmpty();
    }

    @Test
    void a_certificate_near_its_end_is_a_warning_and_a_log_line() {
        ExpiringCertificates watch = watch(Duration.ofDays(12));
        watch.report();
        assertThat(watch.health().getStatus().getCode()).isEqualTo("WARNING");
        assertThat(watch.health().getDetails()).hasToString("{daysLeft={agency:some=12}}");
        assertThat(logged.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("The certificate of agency:some ends in 12 days");
    }

    @Test
    void a_certificate_that_was_revoked_has_ended_and_a_list_that_is_not_at_hand_is_a_warning() throws IOException {
        DemoKeys demo = new DemoKeys(folder, new Faults());
        X509Certificate certificate = demo.gatewayCertificate("dossier");
        CertificateAuthority authority = new CertificateAuthority(demo);
        RevocationLists lists = new RevocationLists(
                List.of(demo.authority().certificate()),
                () -> Map.of("agency:some", certificate),
                List.of(),
                Clock.systemUTC());
        ExpiringCertificates watch = watch(certificate, Duration.ofDays(300), lists);
        assertThat(watch.health().getDetails())
                .hasToString("{noRevocationList=["
                        + certificate.getIssuerX500Principal().getName() + "]}");
        authority.revoke(certificate, Instant.now());
        lists.keep(new ByteArrayInputStream(authority.list(Instant.now())));
        assertThat(watch.health().getDetails()).hasToString("{daysLeft={agency:some=-1}}");
        watch.report();
        assertThat(logged.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("The certificate of agency:some was revoked by its authority");
    }

    @Test
    void a_certificate_that_has_ended_is_said_to_have() {
        watch(Duration.ofSeconds(-1)).report();
        assertThat(logged.list)
                .singleElement()
                .extracting(ILoggingEvent::getFormattedMessage)
                .asString()
                .contains("The certificate of agency:some has ended");
    }
}
