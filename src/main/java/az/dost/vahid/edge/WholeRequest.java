package az.dost.vahid.edge;

import az.dost.vahid.problem.ProblemCode;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Waits for a request's body without a worker thread, as far as it is not longer than a lookup may be, and hangs up on
 * who takes too long: thousands of slow senders hold a few bytes and no thread. What comes is copied, for Jetty's own
 * {@code EagerContentHandler} keeps a buffer for each piece and has no end to the waiting.
 */
final class WholeRequest extends Handler.Wrapper {
    /** More than the longest lookup. */
    private static final int MOST_BYTES = 5 * 16 * 1024;
    private final int timeoutMs;

    WholeRequest(Handler next, int timeoutMs) {
        super(next);
        this.timeoutMs = timeoutMs;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getLength() <= 0 && !request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
            return super.handle(request, response, callback);
        }
        new Awaited(request, response, callback).run();
        return true;
    }

    static void hangUp(Request request) {
        request.getConnectionMetaData().getConnection().getEndPoint().close();
    }

    /** A request with what has come of its body so far; whoever is next reads that first. */
    private final class Awaited extends Request.Wrapper implements Invocable.Task {
        private final Response response;
        private final Callback callback;
        private final ByteArrayOutputStream body = new ByteArrayOutputStream();
        /** Null while there was no need to wait. */
        private Scheduler.Task deadline;
        /** Null while it is awaited, and once it was read and more is to come. */
        private Content.Chunk come;

        private Awaited(Request request, Response response, Callback callback) {
            super(request);
            this.response = response;
            this.callback = callback;
        }

        @Override
        public void run() {
            for (Content.Chunk chunk = super.read(); chunk != null; chunk = super.read()) {
                if (Content.Chunk.isFailure(chunk)) {
                    fail(chunk);
                    return;
                }
                keep(chunk);
                if (chunk.isLast() || body.size() >= MOST_BYTES) {
                    next(chunk.isLast());
                    return;
                }
            }
            if (deadline == null) {
                deadline = getComponents().getScheduler().schedule(() -> hangUp(this), timeoutMs, TimeUnit.MILLISECONDS);
            }
            super.demand(this);
        }

        private void keep(Content.Chunk chunk) {
            byte[] piece = new byte[chunk.remaining()];
            chunk.get(piece, 0, piece.length);
            body.writeBytes(piece);
            chunk.release();
        }

        private void next(boolean last) {
            stopWaiting();
            come = Content.Chunk.from(ByteBuffer.wrap(body.toByteArray()), last);
            try {
                if (!getHandler().handle(this, response, callback)) {
                    Response.writeError(this, response, callback, ProblemCode.NOT_FOUND.status());
                }
            } catch (Exception e) {
                Response.writeError(this, response, callback, e);
            }
        }

        private void fail(Content.Chunk failure) {
            stopWaiting();
            if (failure.getFailure() instanceof HttpException) {
                Response.writeError(this, response, callback, failure.getFailure());
            } else {
                hangUp(this);
                callback.failed(new QuietException.Exception(failure.getFailure()));
            }
        }

        private void stopWaiting() {
            if (deadline != null) {
                deadline.cancel();
            }
        }

        /** The I/O thread looks at what has come: that waits for nothing. */
        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk first = come;
            if (first == null) {
                return super.read();
            }
            come = Content.Chunk.next(first);
            return first;
        }

        @Override
        public void demand(Runnable available) {
            if (come == null) {
                super.demand(available);
            } else {
                getContext().execute(available);
            }
        }
    }
}
