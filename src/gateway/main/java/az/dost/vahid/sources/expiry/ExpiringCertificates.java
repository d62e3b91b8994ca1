package az.dost.vahid.sources.expiry;

import az.dost.vahid.definition.Troubles;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells of certificates near their end: the metric {@code vahid.certificate.days.left} by owner, the health status
 * WARNING (which is still HTTP 200: a gateway that warns goes on serving), and a log line for each at every
 * {@link #report}.
 */
public final class ExpiringCertificates implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiringCertificates.class);
    private final Supplier<SortedMap<String, X509Certificate>> certificates;
    private final int warnDays;
    private final Clock clock;
    private final MultiGauge gauge;

    /** @param warnDays days before the end from which on it is told */
    ExpiringCertificates(
            Supplier<SortedMap<String, X509Certificate>> certificates,
            int warnDays,
            Clock clock,
            MeterRegistry meters) {
        this.certificates = certificates;
        this.warnDays = warnDays;
        this.clock = clock;
        this.gauge = MultiGauge.builder("vahid.certificate.days.left")
                .description("Days until a certificate ends; negative afterwards")
                .register(meters);
    }

    /** Looks at all certificates anew, for the metric. */
    public void measure() {
        gauge.register(
                daysLeft().entrySet().stream()
                        .map(left -> MultiGauge.Row.of(Tags.of("owner", left.getKey()), left.getValue()))
                        .toList(),
                true);
    }

    /** Logs those near their end. */
    public void report() {
        near().forEach((owner, days) ->
                LOG.warn("The certificate of {} {}", owner, days < 0 ? "has ended" : "ends in " + days + " days"));
    }

    @Override
    public Health health() {
        SortedMap<String, Long> near = near();
        return near.isEmpty()
                ? Health.up().build()
                : Health.status(Troubles.WARNING).withDetail("daysLeft", near).build();
    }

    private SortedMap<String, Long> near() {
        SortedMap<String, Long> near = daysLeft();
        near.values().removeIf(days -> days >= warnDays);
        return near;
    }

    /**
     * A certificate, and when it ends.
     *
     * @param owner {@code gateway:}, {@code agency:} or {@code requester:} and a name
     */
    public record End(String owner, String subject, Instant until, long daysLeft) {}

    /** Those that end first come first. */
    public List<End> ends() {
        SortedMap<String, Long> left = daysLeft();
        return certificates.get().entrySet().stream()
                .filter(each -> left.containsKey(each.getKey()))
                .map(each -> new End(
                        each.getKey(),
                        each.getValue().getSubjectX500Principal().getName(),
                        each.getValue().getNotAfter().toInstant(),
                        left.get(each.getKey())))
                .sorted(Comparator.comparing(End::until).thenComparing(End::owner))
                .toList();
    }

    /** By owner, whole days, -1 from the moment of the end. */
    public SortedMap<String, Long> daysLeft() {
        Instant now = clock.instant();
        SortedMap<String, Long> left = new TreeMap<>();
        certificates
                .get()
                .forEach((owner, certificate) -> left.put(
                        owner,
                        Math.floorDiv(
                                Duration.between(now, certificate.getNotAfter().toInstant())
                                        .toSeconds(),
                                Duration.ofDays(1).toSeconds())));
        return left;
    }
}
