package az.dost.vahid.sources.ingest;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * How far an agency's load is, in the log every ten seconds and in the gauges {@code vahid.drop.rows},
 * {@code vahid.drop.rows.per.second} and {@code vahid.drop.seconds.left} (0 while nothing is loaded).
 */
final class LoadProgress {
    private static final Logger LOG = LoggerFactory.getLogger(LoadProgress.class);
    private static final long LOG_EVERY = Duration.ofSeconds(10).toNanos();
    private static final double SECOND = 1e9;
    private final String agency;
    private final MeterRegistry meters;
    private volatile long rows;
    private volatile double rate;
    private volatile double secondsLeft;
    private String file;
    private long started;
    private long logged;

    LoadProgress(String agency, MeterRegistry meters) {
        this.agency = agency;
        this.meters = meters;
        Gauge.builder("vahid.drop.rows", this, p -> p.rows)
                .tag("agency", agency)
                .description("Rows read of the file that is being loaded")
                .register(meters);
        Gauge.builder("vahid.drop.rows.per.second", this, p -> p.rate)
                .tag("agency", agency)
                .register(meters);
        Gauge.builder("vahid.drop.seconds.left", this, p -> p.secondsLeft)
                .tag("agency", agency)
                .register(meters);
    }

    void start(String name) {
        file = name;
        started = System.nanoTime();
        logged = started;
    }

    /** @param share of the file that has been read, from 0 to 1 */
    void at(long row, double share) {
        rows = row;
        if (row % 1000 != 0) {
            return;
        }
        long now = System.nanoTime();
        double seconds = (now - started) / SECOND;
        rate = row / seconds;
        secondsLeft = share == 0 ? 0 : seconds * (1 - share) / share;
        if (now - logged > LOG_EVERY) {
            logged = now;
            LOG.info(
                    "{} of {}: {} rows, {} rows/s, {} s left",
                    file,
                    agency,
                    row,
                    Math.round(rate),
                    Math.round(secondsLeft));
        }
    }

    /** The file's end, with what became of it: loaded, repeated, late, quarantined. */
    void end(String name, String outcome, long itsRows) {
        LOG.info(
                "{} of {}: {}{}",
                name,
                agency,
                outcome,
                itsRows == 0
                        ? ""
                        : ", " + itsRows + " rows in " + Math.round((System.nanoTime() - started) / SECOND) + " s");
        meters.counter("vahid.drop.files", "agency", agency, "outcome", outcome).increment();
        stop();
    }

    void stop() {
        rows = 0;
        rate = 0;
        secondsLeft = 0;
    }
}
