package az.dost.vahid.edge.server;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.nio.ByteBuffer;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpException;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.io.QuietException;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.ByteArrayOutputStream2;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Scheduler;

/**
 * Waits for a request's body without a worker thread, refuses one that is longer than its {@link Face} takes, and hangs
 * up on who takes too long: thousands of slow senders hold a few bytes and no thread. Of one that is streamed it waits
 * for the beginning. What comes is copied, for Jetty's own {@code EagerContentHandler} keeps a buffer for each piece
 * and has no end to the waiting.
 */
final class WholeRequest extends Handler.Wrapper {
    /** More than the longest lookup. */
    private static final int MOST_BYTES = 5 * 16 * 1024;

    private final int timeoutMs;
    private final HeldBodies held;

    WholeRequest(Handler next, int timeoutMs, HeldBodies held) {
        super(next);
        this.timeoutMs = timeoutMs;
        this.held = held;
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
        /** Null before {@link AllowList}. */
        private final Face face;

        private final ByteArrayOutputStream2 body = new ByteArrayOutputStream2();
        private final HeldBodies.Share share;
        /** Null while there was no need to wait. */
        private Scheduler.Task deadline;
        /** Null while it is awaited, and once it was read and more is to come. */
        private Content.Chunk come;

        private Awaited(Request request, Response response, Callback callback) {
            super(request);
            this.response = response;
            this.callback = callback;
            this.face = Face.of(request);
            this.share = held.share(() -> hangUp(request));
            Request.addCompletionListener(request, failure -> share.end());
        }

        @Override
        public void run() {
            for (Content.Chunk chunk = super.read(); chunk != null; chunk = super.read()) {
                if (Content.Chunk.isFailure(chunk)) {
                    fail(chunk);
                    return;
                }
                boolean last = chunk.isLast();
                keep(chunk);
                ProblemException problem = problem();
                if (problem != null) {
                    stopWaiting();
                    RefusedHead.send(this, response, callback, problem);
                    return;
                }
                if (last || body.size() >= MOST_BYTES) {
                    next(last);
                    return;
                }
            }
            if (deadline == null) {
                deadline =
                        getComponents().getScheduler().schedule(() -> hangUp(this), timeoutMs, TimeUnit.MILLISECONDS);
            }
            super.demand(this);
        }

        private void keep(Content.Chunk chunk) {
            byte[] piece = new byte[chunk.remaining()];
            chunk.get(piece, 0, piece.length);
            body.writeBytes(piece);
            chunk.release();
        }

        /** Null when it may go on. */
        private ProblemException problem() {
            if (face != null && body.size() > face.longest()) {
                return AllowList.tooLarge(face);
            }
            return share.grow(body.size()) ? null : new ProblemException(ProblemCode.OVERLOADED);
        }

        private void next(boolean last) {
            stopWaiting();
            share.come();
            come = Content.Chunk.from(ByteBuffer.wrap(body.getBuf(), 0, body.size()), last);
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
            if (failure.getFailure() instanceof ProblemException problem) {
                RefusedHead.send(this, response, callback, problem);
            } else if (failure.getFailure() instanceof HttpException) {
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
