package az.dost.vahid.edge.server;

import az.dost.vahid.edge.access.ContentDigest;
import az.dost.vahid.edge.access.HttpComponents;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Holds a body to the digest that its request names (RFC 9530): whoever reads it comes to no end of one that is
 * another. Of a call between members the exchange does so, in its protocol.
 */
final class DigestedBodies extends Handler.Wrapper {
    DigestedBodies(Handler next) {
        super(next);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (Face.of(request).member()) {
            return super.handle(request, response, callback);
        }
        ContentDigest digest =
                ContentDigest.of(HttpComponents.field(request.getHeaders().getValuesList(ContentDigest.HEADER)));
        return super.handle(digest.binds() ? new Digested(request, digest) : request, response, callback);
    }

    private static final class Digested extends Request.Wrapper {
        private final ContentDigest digest;
        private boolean ended;

        private Digested(Request request, ContentDigest digest) {
            super(request);
            this.digest = digest;
        }

        @Override
        public Content.Chunk read() {
            Content.Chunk chunk = super.read();
            if (chunk == null || Content.Chunk.isFailure(chunk) || ended) {
                return chunk;
            }
            digest.update(chunk.getByteBuffer());
            ended = chunk.isLast();
            if (ended && !digest.holds()) {
                chunk.release();
                return Content.Chunk.from(
                        new ProblemException(
                                ProblemCode.REQUEST_MALFORMED, null, "The body is not what Content-Digest says."),
                        true);
            }
            return chunk;
        }
    }
}
