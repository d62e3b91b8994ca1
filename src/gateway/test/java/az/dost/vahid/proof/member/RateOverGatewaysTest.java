package az.dost.vahid.proof.member;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.sources.agency.call.Pace;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** An agency is never asked more often than it was promised, whoever joins or dies; what can wait gets all of it. */
class RateOverGatewaysTest {
    private static final int RATE = 200;
    private static final long SECOND = 1_000_000_000L;
    private final String url = TestMember.database();
    private final List<TestMember> gateways = new CopyOnWriteArrayList<>();
    private final List<Pace> paces = new CopyOnWriteArrayList<>();
    private final List<Long> asked = new ArrayList<>();

    /** A gateway asks from the moment on at which it has joined. */
    private void join(String name) {
        TestMember member = new TestMember(url, name);
        gateways.add(member);
        member.started();
        paces.add(new Pace(RATE, rate -> member.calls.left("cars", rate), () -> member.calls.add("cars")));
    }

    private void ask(Duration time) throws InterruptedException {
        for (long end = System.nanoTime() + time.toNanos(); System.nanoTime() < end; ) {
            for (Pace pace : paces) {
                while (pace.free()) {
                    pace.spend();
                    asked.add(System.nanoTime());
                }
            }
            Thread.sleep(2);
        }
    }

    private int most() {
        int most = 0;
        for (int first = 0, last = 0; last < asked.size(); last++) {
            while (asked.get(last) - asked.get(first) >= SECOND) {
                first++;
            }
            most = Math.max(most, last - first + 1);
        }
        return most;
    }

    private long lately() {
        long now = System.nanoTime();
        return asked.stream().filter(at -> now - at < 2 * SECOND).count() / 2;
    }

    @Test
    void gateways_that_join_leave_and_die_keep_the_rate_together() throws Exception {
        join("one");
        join("two");
        ask(Duration.ofSeconds(2));
        CompletableFuture<Void> third = CompletableFuture.runAsync(() -> join("three"));
        ask(Duration.ofSeconds(3));
        third.get();
        assertThat(paces).hasSize(3);
        assertThat(lately()).as("of three").isBetween(RATE * 7L / 10, RATE * 11L / 10);
        // It is cut off from the database and still asks for as long as it may.
        gateways.get(0).kill();
        ask(Duration.ofSeconds(5));
        assertThat(lately()).as("of two").isBetween(RATE * 7L / 10, RATE * 11L / 10);
        gateways.get(1).close();
        ask(Duration.ofSeconds(4));
        assertThat(lately()).as("of one").isBetween(RATE * 7L / 10, RATE * 11L / 10);
        gateways.forEach(TestMember::close);
        assertThat(most()).isLessThanOrEqualTo(RATE * 11 / 10 + 3);
    }
}
