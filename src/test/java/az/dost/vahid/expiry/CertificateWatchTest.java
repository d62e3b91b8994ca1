package az.dost.vahid.expiry;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** A certificate of the demonstration, looked at so many days before its end. */
@ExtendWith(OutputCaptureExtension.class)
class CertificateWatchTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    @TempDir
    private Path folder;

    private CertificateWatch watch(Duration before) {
        X509Certificate certificate = new DemoKeys(folder, new Faults()).gatewayCertificate("dossier");
        SortedMap<String, X509Certificate> all = new TreeMap<>();
        all.put("agency:some", certificate);
        Instant now = certificate.getNotAfter().toInstant().minus(before);
        return new CertificateWatch(() -> all, 30, Clock.fixed(now, ZoneOffset.UTC), meters);
    }

    @ParameterizedTest
    @CsvSource({"P31D, 31", "P30D, 30", "P29DT23H, 29", "PT1H, 0", "PT0S, 0", "PT-1S, -1", "P-3D, -3"})
    void the_metric_gives_the_days_left_by_owner(Duration before, double days) {
        watch(before).measure();
        assertThat(meters.get("vahid.certificate.days.left").tag("owner", "agency:some").gauge().value()).isEqualTo(days);
    }

    @Test
    void a_certificate_with_time_left_is_no_warning(CapturedOutput output) {
        CertificateWatch watch = watch(Duration.ofDays(30));
        watch.report();
        assertThat(watch.health().getStatus().getCode()).isEqualTo("UP");
        assertThat(output).doesNotContain("agency:some");
    }

    @Test
    void a_certificate_near_its_end_is_a_warning_and_a_log_line(CapturedOutput output) {
        CertificateWatch watch = watch(Duration.ofDays(12));
        watch.report();
        assertThat(watch.health().getStatus().getCode()).isEqualTo("WARNING");
        assertThat(watch.health().getDetails()).hasToString("{daysLeft={agency:some=12}}");
        assertThat(output).contains("The certificate of agency:some ends in 12 days");
    }

    @Test
    void a_certificate_that_has_ended_is_said_to_have(CapturedOutput output) {
        watch(Duration.ofSeconds(-1)).report();
        assertThat(output).contains("The certificate of agency:some has ended");
    }
}
