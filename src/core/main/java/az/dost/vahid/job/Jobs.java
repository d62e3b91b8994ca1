package az.dost.vahid.job;

import az.dost.vahid.definition.Troubles;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.function.LongSupplier;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * All that a program does by itself, by name: in metrics, and in the health, which is WARNING while a job fails or has
 * not ended well for longer than it takes.
 */
public final class Jobs implements HealthIndicator {
    private final Map<String, Job> jobs = new ConcurrentSkipListMap<>();
    private final MeterRegistry meters;
    private final LongSupplier nanos;

    public Jobs(MeterRegistry meters) {
        this(meters, System::nanoTime);
    }

    Jobs(MeterRegistry meters, LongSupplier nanos) {
        this.meters = meters;
        this.nanos = nanos;
    }

    /** Where nobody looks at metrics: their lines in the log are all that is told. */
    public static Jobs logged() {
        return new Jobs(new SimpleMeterRegistry());
    }

    /**
     * The job of a name; the same one each time.
     *
     * @param every how long after the end of a turn the next one begins; null where turns come as they come, so that
     *     none is missed
     */
    public Job of(String name, Duration every) {
        return jobs.computeIfAbsent(name, made -> {
            Job job = new Job(name, every, nanos);
            Gauge.builder("vahid.job.late", job, Job::late)
                    .description(
                            "Seconds by which a job's last good turn is older than it may be, or a turn longer; 0 when it is not")
                    .baseUnit("seconds")
                    .tag("what", name)
                    .register(meters);
            Gauge.builder("vahid.job.failing", job, Job::failures)
                    .description("Turns of a job that failed in a row")
                    .tag("what", name)
                    .register(meters);
            FunctionCounter.builder("vahid.job.failed", job, Job::failed)
                    .description("Turns of a job that failed, since the start")
                    .tag("what", name)
                    .register(meters);
            return job;
        });
    }

    /** Looks for those that hang. */
    void tellLate() {
        jobs.values().forEach(Job::tellLate);
    }

    /** All there are, by name. */
    public Collection<Job> all() {
        return List.copyOf(jobs.values());
    }

    @Override
    public Health health() {
        Health.Builder health = Health.up();
        for (Job job : jobs.values()) {
            if (job.troubled()) {
                health.status(Troubles.WARNING)
                        .withDetail(
                                job.name(),
                                Map.of(
                                        "secondsSinceGood",
                                        (long) job.age(),
                                        "failedInARow",
                                        job.failures(),
                                        "because",
                                        String.valueOf(job.because())));
            }
        }
        return health.build();
    }
}
