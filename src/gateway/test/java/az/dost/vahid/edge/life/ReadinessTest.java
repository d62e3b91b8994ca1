package az.dost.vahid.edge.life;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.availability.ApplicationAvailabilityBean;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.boot.health.contributor.Status;

/** Who may be asked: a gateway that has started, has its database and was not told to stop. */
class ReadinessTest {
    private final AtomicLong now = new AtomicLong();
    private final ApplicationAvailabilityBean availability = new ApplicationAvailabilityBean();
    private final Outside database = new Outside("database", () -> {}, Status.DOWN, Duration.ofSeconds(5), now::get);
    private final Readiness readiness = new Readiness(availability, database);

    @AfterEach
    void close() {
        database.close();
    }

    private void state(ReadinessState state) {
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, state));
    }

    @Test
    void it_is_not_ready_before_its_start_has_ended() {
        assertThat(readiness.ready()).isFalse();
        state(ReadinessState.ACCEPTING_TRAFFIC);
        assertThat(readiness.ready()).isTrue();
    }

    @Test
    void it_is_not_ready_once_it_is_told_to_stop() {
        state(ReadinessState.ACCEPTING_TRAFFIC);
        state(ReadinessState.REFUSING_TRAFFIC);
        assertThat(readiness.ready()).isFalse();
    }

    @Test
    void without_its_database_it_is_not_ready_and_lives() {
        state(ReadinessState.ACCEPTING_TRAFFIC);
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, LivenessState.CORRECT));
        now.addAndGet(Duration.ofSeconds(6).toNanos());
        assertThat(readiness.ready()).isFalse();
        assertThat(readiness.alive()).isTrue();
        database.look();
        assertThat(readiness.ready()).isTrue();
    }

    @Test
    void a_process_that_says_it_is_broken_does_not_live() {
        availability.onApplicationEvent(new AvailabilityChangeEvent<>(this, LivenessState.BROKEN));
        assertThat(readiness.alive()).isFalse();
    }
}
