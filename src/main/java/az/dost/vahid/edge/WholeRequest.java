package az.dost.vahid.edge;

import io.undertow.io.IoCallback;
import io.undertow.io.Sender;
import io.undertow.server.HttpHandler;
import io.undertow.server.HttpServerExchange;
import io.undertow.server.handlers.RequestBufferingHandler;
import io.undertow.server.protocol.http.HttpContinue;
import io.undertow.util.AttachmentKey;
import io.undertow.util.Headers;
import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.xnio.IoUtils;
import org.xnio.XnioExecutor;

/**
 * Waits for a request's body without a worker thread, as far as it is not longer than a lookup may be, and hangs up on
 * who takes too long: thousands of slow senders hold a few buffers and no thread.
 */
final class WholeRequest implements HttpHandler {
    /** Of 16 KiB each: more than the longest lookup. */
    private static final int BUFFERS = 5;
    private static final AttachmentKey<XnioExecutor.Key> TIMER = AttachmentKey.create(XnioExecutor.Key.class);
    private final HttpHandler buffering;
    private final int timeoutMs;

    WholeRequest(HttpHandler next, int timeoutMs) {
        this.timeoutMs = timeoutMs;
        this.buffering = new RequestBufferingHandler(exchange -> {
            XnioExecutor.Key timer = exchange.removeAttachment(TIMER);
            if (timer != null) {
                timer.remove();
            }
            next.handleRequest(exchange);
        }, BUFFERS);
    }

    @Override
    public void handleRequest(HttpServerExchange exchange) throws Exception {
        if (exchange.isRequestComplete()) {
            buffering.handleRequest(exchange);
            return;
        }
        XnioExecutor.Key timer = exchange.getIoThread().executeAfter(() -> IoUtils.safeClose(exchange.getConnection()), timeoutMs, TimeUnit.MILLISECONDS);
        exchange.putAttachment(TIMER, timer);
        if (HttpContinue.requiresContinueResponse(exchange)) {
            HttpContinue.sendContinueResponse(exchange, new Continued());
        } else {
            buffering.handleRequest(exchange);
        }
    }

    /** The body is on its way now; with the header still there nobody would wait for it. */
    private final class Continued implements IoCallback {
        @Override
        public void onComplete(HttpServerExchange exchange, Sender sender) {
            exchange.getRequestHeaders().remove(Headers.EXPECT);
            io.undertow.server.Connectors.executeRootHandler(buffering, exchange);
        }

        @Override
        public void onException(HttpServerExchange exchange, Sender sender, IOException exception) {
            IoUtils.safeClose(exchange.getConnection());
        }
    }
}
