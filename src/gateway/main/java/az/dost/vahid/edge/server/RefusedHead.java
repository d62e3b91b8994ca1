package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemException;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * A request is refused by its head and its connection ends. What comes of its body meanwhile is thrown away for a
 * moment: a connection that is closed on unread bytes is reset, and its sender would not read why (RFC 9112, section
 * 9.6).
 */
final class RefusedHead implements Invocable.Task {
    private static final int MOMENT_MS = 1000;
    private static final long MOST_BYTES = 16L * 1024 * 1024;
    private final Request request;
    private final Callback callback;
    private final Scheduler.Task end;
    private long thrown;

    private RefusedHead(Request request, Callback callback) {
        this.request = request;
        this.callback = callback;
        this.end = request.getComponents()
                .getScheduler()
                .schedule(() -> WholeRequest.hangUp(request), MOMENT_MS, TimeUnit.MILLISECONDS);
    }

    static void send(Request request, Response response, Callback callback, ProblemException problem) {
        response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        boolean body = request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
        boolean asks = request.getHeaders().contains(HttpHeader.EXPECT);
        ProblemAnswer.send(
                response,
                body && !asks
                        ? Callback.from(() -> new RefusedHead(request, callback).run(), callback::failed)
                        : callback,
                problem);
    }

    @Override
    public void run() {
        for (Content.Chunk chunk = request.read(); chunk != null; chunk = request.read()) {
            thrown += chunk.remaining();
            chunk.release();
            if (chunk.isLast() || Content.Chunk.isFailure(chunk) || thrown > MOST_BYTES) {
                end.cancel();
                callback.succeeded();
                return;
            }
        }
        request.demand(this);
    }

    /** The I/O thread throws away what has come: that waits for nothing. */
    @Override
    public InvocationType getInvocationType() {
        return InvocationType.NON_BLOCKING;
    }
}
