package az.dost.vahid.job;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Who waits for a bell is woken by that one alone. */
class BellsTest {
    private final Bells bells = new Bells();
    private final AtomicInteger woken = new AtomicInteger();
    private final Runnable wake = woken::incrementAndGet;

    @Test
    void a_ring_wakes_who_waits_for_it_and_nobody_else() {
        bells.wake("post", wake);
        bells.ring("door");
        assertThat(woken).hasValue(0);
        bells.ring("post");
        assertThat(woken).hasValue(1);
        bells.ringAll();
        assertThat(woken).hasValue(2);
        bells.wakeNoMore("post", wake);
        bells.ring("post");
        assertThat(woken).hasValue(2);
    }

    /** Any login of the database may tell something under any name. */
    @Test
    @Tag("attack")
    void a_name_that_nobody_waits_for_leaves_nothing() {
        bells.wake("post", wake);
        for (int i = 0; i < 1000; i++) {
            bells.ring("made up " + i);
        }
        assertThat(bells.known()).isEqualTo(1);
        assertThat(woken).hasValue(0);
    }

    @Test
    void a_bell_says_whether_it_rang_since_somebody_looked() {
        bells.wake("post", wake);
        bells.ring("post");
        long looked = System.nanoTime() + 1;
        assertThat(bells.rungSince("post", looked)).isFalse();
        while (System.nanoTime() <= looked) {
            Thread.onSpinWait();
        }
        bells.ring("post");
        assertThat(bells.rungSince("post", looked)).isTrue();
    }

    @Test
    void what_may_have_been_left_undone_wakes_all_and_lasts_as_long_as_it_may() {
        bells.wake("post", wake);
        bells.hurry(Duration.ofMillis(50));
        assertThat(woken).hasValue(1);
        assertThat(bells.hurried()).isTrue();
        Awaitility.await().until(() -> !bells.hurried());
    }
}
