package az.dost.vahid.sources.expiry;

import az.dost.vahid.definition.Troubles;
import az.dost.vahid.signature.RevocationLists;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.MultiGauge;
import io.micrometer.core.instrument.Tags;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Tells of certificates near their end, and of those that their authority revoked, for which it has come: the metric
 * {@code vahid.certificate.days.left} by owner, the health status WARNING (which is still HTTP 200: a gateway that
 * warns goes on serving), and a log line for each at every {@link #report}.
 */
public final class ExpiringCertificates implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(ExpiringCertificates.class);
    private final Supplier<SortedMap<String, X509Certificate>> certificates;
    private final RevocationLists revocations;
    private final int warnDays;
    private final Clock clock;
    private final MultiGauge gauge;

    /** @param warnDays days before the end from which on it is told */
    ExpiringCertificates(
            Supplier<SortedMap<String, X509Certificate>> certificates,
            RevocationLists revocations,
            int warnDays,
            Clock clock,
            MeterRegistry meters) {
        this.certificates = certificates;
        this.revocations = revocations;
        this.warnDays = warnDays;
        this.clock = clock;
        this.gauge = MultiGauge.builder("vahid.certificate.days.left")
                .description("Days until a certificate ends; negative afterwards, and once it was revoked")
                .register(meters);
        Gauge.builder(
                        "vahid.certificate.lists.missing",
                        revocations,
                        lists -> lists.missing().size())
                .description("Authorities whose revocation list is wanted and not at hand")
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

    /** Logs those near their end, and authorities whose list is not at hand. */
    public void report() {
        Set<String> revoked = revocations.revoked();
        near().forEach((owner, days) -> LOG.warn(
                "The certificate of {} {}",
                owner,
                revoked.contains(owner)
                        ? "was revoked by its authority"
                        : days < 0 ? "has ended" : "ends in " + days + " days"));
        revocations
                .missing()
                .forEach(authority -> LOG.warn(
                        "There is no revocation list of {}: containers do not show that no certificate was revoked",
                        authority));
    }

    @Override
    public Health health() {
        SortedMap<String, Long> near = near();
        Set<String> missing = revocations.missing();
        if (near.isEmpty() && missing.isEmpty()) {
            return Health.up().build();
        }
        Health.Builder warning = Health.status(Troubles.WARNING);
        if (!near.isEmpty()) {
            warning.withDetail("daysLeft", near);
        }
        if (!missing.isEmpty()) {
            warning.withDetail("noRevocationList", missing);
        }
        return warning.build();
    }

    private SortedMap<String, Long> near() {
        SortedMap<String, Long> near = daysLeft();
        near.values().removeIf(days -> days >= warnDays);
        return near;
    }

    /**
     * A certificate, and when it ends.
     *
     * @param owner {@code gateway:}, {@code agency:}, {@code requester:} or {@code authority:} and a name
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

    /** By owner, whole days, -1 from the moment of the end, and for one that was revoked. */
    public SortedMap<String, Long> daysLeft() {
        Instant now = clock.instant();
        Set<String> revoked = revocations.revoked();
        SortedMap<String, Long> left = new TreeMap<>();
        certificates
                .get()
                .forEach((owner, certificate) -> left.put(
                        owner,
                        revoked.contains(owner)
                                ? -1
                                : Math.floorDiv(
                                        Duration.between(
                                                        now,
                                                        certificate
                                                                .getNotAfter()
                                                                .toInstant())
                                                .toSeconds(),
                                        Duration.ofDays(1).toSeconds())));
        return left;
    }
}
