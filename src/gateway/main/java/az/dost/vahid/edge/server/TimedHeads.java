package az.dost.vahid.edge.server;

import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.http.HttpParser;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.io.CyclicTimeout;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.internal.HttpConnection;

/**
 * Connections that end when the head of a request takes too long to come. Jetty's own time-out is for connections on
 * which nothing happens: one byte now and then would prolong it for ever.
 */
final class TimedHeads extends HttpConnectionFactory {
    private static final long FIRST = -1;
    private final int timeoutMs;

    TimedHeads(HttpConfiguration configuration, int timeoutMs) {
        super(configuration);
        this.timeoutMs = timeoutMs;
    }

    @Override
    public Connection newConnection(Connector connector, EndPoint endPoint) {
        return configure(new Timed(connector, endPoint), connector, endPoint);
    }

    private final class Timed extends HttpConnection {
        private final CyclicTimeout timer;
        /**
         * When the head began that is awaited, by the parser's clock; 0 for none, and {@link #FIRST} for the first one
         * and the handshake before it.
         */
        private volatile long awaited;

        private Timed(Connector connector, EndPoint endPoint) {
            super(TimedHeads.this.getHttpConfiguration(), connector, endPoint);
            setTransferEncodingChunkMaxLength(TimedHeads.this.getTransferEncodingChunkMaxLength());
            timer = new CyclicTimeout(connector.getScheduler()) {
                @Override
                public void onTimeoutExpired() {
                    if (awaited == FIRST || awaited != 0 && awaited == begun()) {
                        getEndPoint().close();
                    }
                }
            };
        }

        /**
         * Of a connection with TLS it is open before the handshake, which has no end of its own when it comes byte by
         * byte.
         */
        @Override
        public void onOpen() {
            awaited = FIRST;
            timer.schedule(timeoutMs, TimeUnit.MILLISECONDS);
            super.onOpen();
        }

        @Override
        public void onFillable() {
            super.onFillable();
            long begun = begun();
            if (begun == awaited || awaited == FIRST && begun == 0 && getBytesIn() == 0) {
                return;
            }
            awaited = begun;
            if (begun == 0) {
                timer.cancel();
            } else {
                timer.schedule(timeoutMs, TimeUnit.MILLISECONDS);
            }
        }

        /** 0 when no head has begun that is not whole. */
        private long begun() {
            HttpParser parser = getParser();
            return parser.inHeaderState() && !parser.isStart() ? parser.getBeginNanoTime() : 0;
        }

        @Override
        public void onClose(Throwable cause) {
            timer.destroy();
            super.onClose(cause);
        }
    }
}
