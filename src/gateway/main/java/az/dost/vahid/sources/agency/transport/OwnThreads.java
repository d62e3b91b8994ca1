package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.sources.agency.call.AgencyException;
import az.dost.vahid.sources.agency.call.Conversation;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import org.apache.camel.AsyncCallback;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.builder.ThreadPoolProfileBuilder;
import org.apache.camel.spi.ThreadPoolProfile;
import org.apache.camel.support.AsyncProcessorSupport;
import org.apache.camel.support.ExchangeHelper;
import org.apache.camel.support.service.ServiceSupport;
import org.apache.camel.util.concurrent.ThreadPoolRejectedPolicy;

/**
 * The part of a call whose client library holds its thread (a database driver, a broker's client), on threads of the
 * agency's own: no other agency waits for them, and at the deadline the call goes on without whatever still holds one.
 */
public final class OwnThreads extends AsyncProcessorSupport {
    private final AsyncProducer work;
    private final ExecutorService threads;

    OwnThreads(AsyncProducer work, ExecutorService threads) {
        this.work = work;
        this.threads = threads;
    }

    /**
     * @param endpoint that does the work
     * @param name of the threads
     * @param size how many at once
     */
    public static OwnThreads of(CamelContext context, String endpoint, String name, int size) {
        try {
            AsyncProducer work = context.getEndpoint(endpoint).createAsyncProducer();
            context.addService(work);
            ThreadPoolProfile profile = new ThreadPoolProfileBuilder(name)
                    .poolSize(size)
                    .maxPoolSize(size)
                    .maxQueueSize(size)
                    .allowCoreThreadTimeOut(true)
                    .rejectedPolicy(ThreadPoolRejectedPolicy.Abort)
                    .build();
            return new OwnThreads(work, context.getExecutorServiceManager().newThreadPool(work, name, profile));
        } catch (Exception e) {
            throw new IllegalStateException("The threads " + name + " cannot be had", e);
        }
    }

    /** Lets Camel close what the endpoint holds open. */
    static void closeWith(CamelContext context, AutoCloseable held) {
        try {
            context.addService(new ServiceSupport() {
                @Override
                protected void doStop() throws Exception {
                    held.close();
                }
            });
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public boolean process(Exchange exchange, AsyncCallback callback) {
        Conversation conversation = Conversation.of(exchange);
        // What comes after the deadline must find nothing that it could change.
        Exchange apart = ExchangeHelper.createCorrelatedCopy(exchange, false);
        CompletableFuture<Exchange> worked = new CompletableFuture<>();
        try {
            threads.execute(() -> {
                if (conversation.remainingMs() > 0) {
                    work.process(apart, doneSync -> worked.complete(apart));
                }
            });
        } catch (RejectedExecutionException e) {
            worked.completeExceptionally(new AgencyException(Verdict.UNAVAILABLE, Reason.BULKHEAD_FULL));
        }
        worked.completeOnTimeout(null, Math.max(0, conversation.remainingMs()), TimeUnit.MILLISECONDS)
                .whenComplete((done, thrown) -> {
                    if (thrown != null) {
                        exchange.setException(thrown);
                    } else if (done == null) {
                        exchange.setException(new AgencyException(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME));
                    } else if (done.getException() != null) {
                        // Nothing but the exception: the other route's marks would keep this one's from being handled.
                        exchange.setException(done.getException());
                    } else {
                        exchange.setMessage(done.getMessage());
                    }
                    callback.done(false);
                });
        return false;
    }
}
