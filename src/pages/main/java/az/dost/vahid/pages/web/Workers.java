package az.dost.vahid.pages.web;

import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Gives requests to threads that make pages. They are none of the server's own, which go on to accept, to read and to
 * answer whether the program serves while all of these wait for the gateway.
 */
final class Workers extends Handler.Wrapper {
    private static final int THREADS = 16;
    private static final int LEAST_THREADS = 4;
    private static final int IDLE_MS = 30_000;
    private static final int MOST_WAITING = 256;
    private static final int READING_MS = 60_000;
    private static final String RETRY_S = "2";
    private final QueuedThreadPool threads =
            new QueuedThreadPool(THREADS, LEAST_THREADS, IDLE_MS, 0, new ArrayBlockingQueue<>(MOST_WAITING), null);
    private final Patience held;

    /** @param next makes pages. @param held for answers that are being read */
    Workers(Handler next, Patience held) {
        super(next);
        this.held = held;
        threads.setName("pages");
        installBean(threads);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        try {
            threads.execute(() -> work(request, response, callback));
        } catch (RejectedExecutionException e) {
            response.setStatus(HttpStatus.SERVICE_UNAVAILABLE_503);
            response.getHeaders().put(HttpHeader.RETRY_AFTER, RETRY_S);
            response.write(true, BufferUtil.EMPTY_BUFFER, callback);
        }
        return true;
    }

    private void work(Request request, Response response, Callback callback) {
        AtomicBoolean read = new AtomicBoolean();
        Request.addCompletionListener(request, failure -> read.set(true));
        HeldAnswer answer = new HeldAnswer(request, response, callback);
        try {
            if (!super.handle(request, answer, answer)) {
                Response.writeError(request, answer, answer, HttpStatus.NOT_FOUND_404);
            }
        } catch (Exception e) {
            Response.writeError(request, answer, answer, e);
        }
        held.begin(Edge.browser(request), READING_MS);
        if (read.get()) {
            held.end(Edge.browser(request));
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
