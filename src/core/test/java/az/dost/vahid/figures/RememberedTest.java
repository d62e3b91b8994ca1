package az.dost.vahid.figures;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** However many look, it is put together once. */
class RememberedTest {
    private final AtomicInteger asked = new AtomicInteger();

    @Test
    void all_that_ask_at_once_get_one_answer() {
        CountDownLatch all = new CountDownLatch(1);
        Remembered<Integer> answer = new Remembered<>(() -> {
            try {
                all.await();
            } catch (InterruptedException e) {
                throw new AssertionError(e);
            }
            return asked.incrementAndGet();
        });
        List<CompletableFuture<Integer>> viewers = IntStream.range(0, 20)
                .mapToObj(n -> CompletableFuture.supplyAsync(answer::get, task -> new Thread(task).start()))
                .toList();
        all.countDown();
        assertThat(viewers).allSatisfy(viewer -> assertThat(viewer.join()).isEqualTo(1));
    }

    @Test
    void it_is_asked_again_after_a_second() {
        Remembered<Integer> answer = new Remembered<>(asked::incrementAndGet);
        assertThat(answer.get()).isEqualTo(1);
        assertThat(answer.get()).isEqualTo(1);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> answer.get() == 2);
    }

    @Test
    void a_question_that_failed_is_asked_again_at_once() {
        Remembered<Integer> answer = new Remembered<>(() -> {
            if (asked.incrementAndGet() == 1) {
                throw new IllegalStateException("away");
            }
            return asked.get();
        });
        assertThatThrownBy(answer::get).hasMessage("away");
        assertThat(answer.get()).isEqualTo(2);
    }
}
