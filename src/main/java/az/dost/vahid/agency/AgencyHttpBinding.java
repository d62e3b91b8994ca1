package az.dost.vahid.agency;

import az.dost.vahid.problem.Reason;
import io.vertx.core.Future;
import io.vertx.core.Handler;
import io.vertx.core.Promise;
import io.vertx.core.AsyncResult;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.streams.WriteStream;
import io.vertx.ext.web.client.HttpRequest;
import io.vertx.ext.web.client.HttpResponse;
import io.vertx.ext.web.codec.BodyCodec;
import io.vertx.ext.web.codec.spi.BodyStream;
import org.apache.camel.Exchange;
import org.apache.camel.component.vertx.http.DefaultVertxHttpBinding;
import org.apache.camel.component.vertx.http.VertxHttpEndpoint;

/**
 * Bounds each HTTP call to an agency: it ends when its own time or the lookup's is up (an endpoint's time-out is one
 * number for all calls), and its body is cut off at the connector's limit (the web client reads without one).
 */
final class AgencyHttpBinding extends DefaultVertxHttpBinding {
    @Override
    public HttpRequest<Buffer> prepareHttpRequest(VertxHttpEndpoint endpoint, Exchange exchange) throws Exception {
        Conversation conversation = Conversation.of(exchange);
        long remaining = conversation.remainingMs();
        if (remaining <= 0) {
            throw new AgencyException(Verdict.TIMED_OUT, Reason.NO_ANSWER_IN_TIME);
        }
        conversation.answering = false;
        HttpRequest<Buffer> request = super.prepareHttpRequest(endpoint, exchange);
        conversation.sentHeaders = request.headers().entries();
        conversation.sentBody = HttpWire.body(exchange.getMessage());
        return request.timeout(remaining).as(new Bounded(conversation));
    }

    @Override
    public void handleResponse(VertxHttpEndpoint endpoint, Exchange exchange, AsyncResult<HttpResponse<Buffer>> response) throws Exception {
        if (response.succeeded()) {
            // A header that the answer lacks must not be read from the request; without an answer it may go out once more.
            exchange.getMessage().removeHeaders("*");
        }
        super.handleResponse(endpoint, exchange, response);
    }

    private record Bounded(Conversation conversation) implements BodyCodec<Buffer> {
        /** Called when the head of the answer is there. */
        @Override
        public void create(Handler<AsyncResult<BodyStream<Buffer>>> handler) {
            conversation.answering = true;
            handler.handle(Future.succeededFuture(new BoundedBody(conversation.maxReplyBytes)));
        }
    }

    private static final class BoundedBody implements BodyStream<Buffer> {
        private final int limit;
        private final Buffer buffer = Buffer.buffer();
        private final Promise<Buffer> result = Promise.promise();
        private Handler<Throwable> failed;

        BoundedBody(int limit) {
            this.limit = limit;
        }

        @Override
        public Future<Buffer> result() {
            return result.future();
        }

        @Override
        public void handle(Throwable cause) {
            result.tryFail(cause);
        }

        @Override
        public Future<Void> write(Buffer data) {
            if (buffer.length() + data.length() > limit) {
                AgencyException tooLong = new AgencyException(Verdict.REJECTED, Reason.TOO_LONG);
                result.tryFail(tooLong);
                if (failed != null) {
                    failed.handle(tooLong);
                }
                return Future.failedFuture(tooLong);
            }
            buffer.appendBuffer(data);
            return Future.succeededFuture();
        }

        @Override
        public void write(Buffer data, Handler<AsyncResult<Void>> handler) {
            write(data).onComplete(handler);
        }

        @Override
        public void end(Handler<AsyncResult<Void>> handler) {
            result.tryComplete(buffer);
            if (handler != null) {
                handler.handle(Future.succeededFuture());
            }
        }

        @Override
        public WriteStream<Buffer> exceptionHandler(Handler<Throwable> handler) {
            failed = handler;
            return this;
        }

        @Override
        public WriteStream<Buffer> setWriteQueueMaxSize(int maxSize) {
            return this;
        }

        @Override
        public boolean writeQueueFull() {
            return false;
        }

        @Override
        public WriteStream<Buffer> drainHandler(Handler<Void> handler) {
            return this;
        }
    }
}
