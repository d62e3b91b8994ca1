package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Conversation;
import io.vertx.core.Vertx;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.apache.camel.AsyncCallback;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * Goes on with a long reply in one of a few threads of their own: what it takes to prove, read and map it would hold an
 * event loop, and with it other agencies and every timer. One that has not had its turn by the lookup's deadline has
 * its row all the same.
 */
final class LongReplies {
    /** Bytes of all replies of a call; what is shorter is done within a few milliseconds. */
    static final int LONG = 32 * 1024;

    private static final int MOST_WAITING = 64;
    private static final String NAME = "long-replies";
    private final ExecutorService threads;

    private LongReplies(ExecutorService threads) {
        this.threads = threads;
    }

    static LongReplies in(CamelContext context, Object owner) {
        int size = Math.max(2, Runtime.getRuntime().availableProcessors() / 2);
        ThreadPoolProfile profile = new ThreadPoolProfileBuilder(NAME)
                .poolSize(size)
                .maxPoolSize(size)
                .maxQueueSize(MOST_WAITING)
                .allowCoreThreadTimeOut(true)
                .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                .build();
        return new LongReplies(context.getExecutorServiceManager().newThreadPool(owner, NAME, profile));
    }

    /** From the event loop that the reply came in on. */
    void goOn(Exchange exchange, Conversation conversation, AsyncCallback callback) {
        AtomicBoolean taken = new AtomicBoolean();
        Vertx vertx = Vertx.currentContext().owner();
        long late = vertx.setTimer(
                Math.max(1, conversation.remainingMs()),
                over -> instead(exchange, taken, callback, Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME));
        try {
            threads.execute(() -> {
                if (taken.compareAndSet(false, true)) {
                    vertx.cancelTimer(late);
                    callback.done(false);
                }
            });
        } catch (RejectedExecutionException e) {
            vertx.cancelTimer(late);
            instead(exchange, taken, callback, Verdict.UNAVAILABLE, Reason.BULKHEAD_FULL);
        }
    }

    private static void instead(
            Exchange exchange, AtomicBoolean taken, AsyncCallback callback, Verdict verdict, Reason reason) {
        if (taken.compareAndSet(false, true)) {
            exchange.setException(new AgencyException(verdict, reason));
            callback.done(false);
        }
    }
}
