package az.dost.vahid.edge.server;

import az.dost.vahid.edge.access.Connection;
import az.dost.vahid.problem.ProblemCode;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;

/**
 * Gives requests to worker threads, and refuses the next one with OVERLOADED while so many are in progress. The workers
 * are none of the server's own threads, which accept connections, read requests and refuse them: that goes on when
 * every worker is taken. Jetty's {@code QoSHandler} holds back instead, and takes no other number while it runs.
 */
final class RequestLimit extends Handler.Wrapper {
    private final AtomicInteger inProgress = new AtomicInteger();
    private final QueuedThreadPool workers;
    private volatile int most;

    /** @param most requests in progress, those that wait for a worker among them */
    RequestLimit(int most, int workers) {
        this.most = most;
        this.workers = new QueuedThreadPool(workers);
        this.workers.setName("worker");
        this.workers.setReservedThreads(0);
        installBean(this.workers);
    }

    int most() {
        return most;
    }

    int inProgress() {
        return inProgress.get();
    }

    /** How many workers have a request. */
    int workedOn() {
        return workers.getUtilizedThreads();
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
        request.setAttribute(Connection.RECEIVED, System.nanoTime());
        Request.addCompletionListener(request, failure -> inProgress.decrementAndGet());
        workers.execute(() -> work(request, response, callback));
        return true;
    }

    private void work(Request request, Response response, Callback callback) {
        try {
            if (!super.handle(request, response, callback)) {
                Response.writeError(request, response, callback, ProblemCode.NOT_FOUND.status());
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
