package az.dost.vahid.sources.repeat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Of requests under one key a gateway has one in hand at a time. */
@Timeout(60)
class UnderWayTest {
    private static final long LONG = TimeUnit.MINUTES.toNanos(1);
    private final UnderWay underWay = new UnderWay();

    private CompletableFuture<Runnable> begin(String requester, String key) {
        return CompletableFuture.supplyAsync(
                () -> underWay.begin(requester, key, LONG), task -> new Thread(task).start());
    }

    @Test
    void a_repetition_waits_until_the_first_has_ended() {
        Runnable first = underWay.begin("a", "key", LONG);
        CompletableFuture<Runnable> second = begin("a", "key");
        assertThat(second).isNotDone();
        first.run();
        assertThat(second).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void other_keys_and_other_requesters_wait_for_nobody() {
        underWay.begin("a", "key", LONG);
        assertThat(begin("a", "other")).succeedsWithin(Duration.ofSeconds(30));
        assertThat(begin("b", "key")).succeedsWithin(Duration.ofSeconds(30));
    }

    @Test
    void who_has_no_time_left_is_told_to_come_again() {
        underWay.begin("a", "key", LONG);
        assertThatThrownBy(() -> underWay.begin("a", "key", -1))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.OVERLOADED));
    }

    @Test
    void of_many_at_once_one_is_in_hand_at_a_time() {
        AtomicInteger inHand = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        CompletableFuture.allOf(IntStream.range(0, 20)
                        .mapToObj(i -> begin("a", "key").thenAccept(end -> {
                            most.accumulateAndGet(inHand.incrementAndGet(), Math::max);
                            inHand.decrementAndGet();
                            end.run();
                        }))
                        .toArray(CompletableFuture[]::new))
                .join();
        assertThat(most).hasValue(1);
    }
}
