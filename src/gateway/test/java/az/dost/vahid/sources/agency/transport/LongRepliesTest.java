package az.dost.vahid.sources.agency.transport;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Conversation;
import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** A long reply of one agency holds no event loop, and no lookup past its deadline. */
@Tag("attack")
class LongRepliesTest {
    private static final int MANY = 200;
    private final DefaultCamelContext context = new DefaultCamelContext();
    private final Vertx vertx = Vertx.vertx();
    private final CountDownLatch held = new CountDownLatch(1);
    private LongReplies replies;

    @BeforeEach
    void start() {
        context.start();
        replies = LongReplies.in(context, this);
    }

    @AfterEach
    void stop() {
        held.countDown();
        vertx.close();
        context.stop();
    }

    private record Ended(Exchange exchange, String thread) {
        Reason reason() {
            return exchange.getException() instanceof AgencyException agency ? agency.reason() : null;
        }
    }

    private CompletableFuture<Ended> reply(int timeoutMs, boolean costly) {
        CompletableFuture<Ended> ended = new CompletableFuture<>();
        Exchange exchange = new DefaultExchange(context);
        Conversation conversation = HttpCallTest.conversation(timeoutMs, Integer.MAX_VALUE);
        vertx.runOnContext(loop -> replies.goOn(exchange, conversation, sync -> {
            String thread = Thread.currentThread().getName();
            if (costly && exchange.getException() == null) {
                await();
            }
            ended.complete(new Ended(exchange, thread));
        }));
        return ended;
    }

    private void await() {
        try {
            held.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Test
    void it_goes_on_in_a_thread_that_no_other_agency_waits_for() throws Exception {
        Ended ended = reply(60_000, false).get(60, TimeUnit.SECONDS);
        assertThat(ended.reason()).isNull();
        assertThat(ended.thread()).contains("long-replies").doesNotContain("vert.x");
    }

    @Test
    void one_without_a_turn_by_its_deadline_has_its_row_and_one_too_many_is_told_so_at_once() throws Exception {
        List<CompletableFuture<Ended>> all =
                IntStream.range(0, MANY).mapToObj(i -> reply(1_000, true)).toList();
        List<CompletableFuture<Ended>> waited = all.subList(Runtime.getRuntime().availableProcessors() + 2, MANY);
        CompletableFuture.allOf(waited.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
        assertThat(waited.stream().map(one -> one.join().reason()).distinct())
                .containsExactlyInAnyOrder(Reason.NO_ANSWER_IN_TIME, Reason.BULKHEAD_FULL);
        held.countDown();
        CompletableFuture.allOf(all.toArray(CompletableFuture[]::new)).get(60, TimeUnit.SECONDS);
    }
}
