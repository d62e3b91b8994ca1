package az.dost.vahid.proof.trust;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.signature.key.RowSeals;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** Operators see for how long an upgrade's exception is still needed. */
class UnsealedRowsTest {
    private final SimpleMeterRegistry meters = new SimpleMeterRegistry();
    private final RowSeals seals = new RowSeals(new byte[RowSeals.LENGTH], Instant.EPOCH);

    private boolean believes(UnsealedUntil until, byte[] seal) {
        return new RowTrust(seals, new ChangedRows(meters), until).believes(seal, "exchange", "1", "column");
    }

    private double counted(String name) {
        return meters.find(name).tag("table", "exchange").counters().stream()
                .mapToDouble(counter -> counter.count())
                .sum();
    }

    @Test
    void a_row_that_is_believed_without_a_seal_is_counted() {
        assertThat(believes(new UnsealedUntil(Instant.now().plusSeconds(3600)), null))
                .isTrue();
        assertThat(counted("vahid.database.unsealed")).isEqualTo(1);
        assertThat(counted("vahid.database.changed")).isZero();
    }

    @Test
    void one_with_a_seal_is_not_counted() {
        assertThat(believes(new UnsealedUntil(Instant.now().plusSeconds(3600)), seals.of("exchange", "column")))
                .isTrue();
        assertThat(counted("vahid.database.unsealed")).isZero();
    }

    @Test
    void once_the_time_is_over_it_is_a_changed_row() {
        assertThat(believes(new UnsealedUntil(Instant.now().minusSeconds(1)), null))
                .isFalse();
        assertThat(counted("vahid.database.unsealed")).isZero();
        assertThat(counted("vahid.database.changed")).isEqualTo(1);
    }
}
