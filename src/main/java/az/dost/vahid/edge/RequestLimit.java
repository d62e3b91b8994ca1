package az.dost.vahid.edge;

import az.dost.vahid.problem.ProblemCode;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Gives requests to worker threads, and refuses the next one with OVERLOADED while so many are in progress. All before it is done by the I/O
 * threads, so that the refusal needs no worker. Jetty's {@code QoSHandler} takes no other number while it runs.
 */
final class RequestLimit extends Handler.Wrapper {
    private final AtomicInteger inProgress = new AtomicInteger();
    private volatile int most;

    RequestLimit(int most) {
        this.most = most;
    }

    /** Requests that may be in progress, those that wait for a thread among them. */
    int most() {
        return most;
    }

    /** From the next request on. */
    void most(int requests) {
        most = requests;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        if (inProgress.incrementAndGet() > most) {
            inProgress.decrementAndGet();
            ProblemAnswer.send(response, callback, ProblemCode.OVERLOADED);
            return true;
        }
        Request.addCompletionListener(request, failure -> inProgress.decrementAndGet());
        request.getContext().execute(() -> work(request, response, callback));
        return true;
    }

    private void work(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, 404);
            }
        } catch (Exception e) {
            Response.writeError(request, response, callback, e);
        }
    }

    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
