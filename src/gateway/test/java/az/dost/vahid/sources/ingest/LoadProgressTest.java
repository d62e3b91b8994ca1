package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.Test;

class LoadProgressTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final LoadProgress progress = new LoadProgress("defence", meters);

    private double gauge(String name) {
        return meters.get(name).tag("agency", "defence").gauge().value();
    }

    @Test
    void tellsRowsRateAndTimeLeftWhileAFileIsLoaded() throws Exception {
        progress.start("f.xml");
        Thread.sleep(20);
        progress.at(2000, 0.25);
        assertThat(gauge("vahid.drop.rows")).isEqualTo(2000);
        double rate = gauge("vahid.drop.rows.per.second");
        assertThat(rate).isPositive().isLessThan(2000 / 0.02);
        assertThat(gauge("vahid.drop.seconds.left"))
                .as("three times the time of the first quarter")
                .isCloseTo(3 * 2000 / rate, within(1e-6));
    }

    @Test
    void countsWhatBecameOfFilesAndForgetsTheirRows() {
        progress.start("f.xml");
        progress.at(1000, 1);
        progress.end("f.xml", "loaded", 1000);
        assertThat(meters.counter("vahid.drop.files", "agency", "defence", "outcome", "loaded")
                        .count())
                .isOne();
        assertThat(gauge("vahid.drop.rows")).isZero();
        assertThat(gauge("vahid.drop.seconds.left")).isZero();
    }
}
