package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.access.Connection;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server with few workers, all of them taken. */
class RequestLimitTest {
    private static final int MOST = 40;
    private static final int WORKERS = 12;
    private final Server server = new Server(new QueuedThreadPool(8));
    private final RequestLimit limit = new RequestLimit(MOST, WORKERS);
    private final CountDownLatch held = new CountDownLatch(1);
    private final List<Socket> asking = new ArrayList<>();
    private final Queue<Long> waited = new ConcurrentLinkedQueue<>();

    private ServerConnector start() throws Exception {
        ServerConnector connector = new ServerConnector(server, 0, 1);
        server.addConnector(connector);
        limit.setHandler(new Handler.Abstract() {
            @Override
            public boolean handle(Request request, Response response, Callback callback) throws InterruptedException {
                waited.add(System.nanoTime() - (long) request.getAttribute(Connection.RECEIVED));
                held.await();
                callback.succeeded();
                return true;
            }
        });
        server.setHandler(new RequestShape(new WholeRequest(limit, 10_000, new HeldBodies(1 << 20))));
        server.start();
        return connector;
    }

    @AfterEach
    void stop() throws Exception {
        held.countDown();
        for (Socket socket : asking) {
            socket.close();
        }
        server.stop();
    }

    @Test
    void a_refusal_needs_no_worker_and_who_was_let_in_is_served() throws Exception {
        ServerConnector connector = start();
        for (int i = 0; i < MOST; i++) {
            ask(connector);
        }
        Awaitility.await().until(() -> limit.inProgress() == MOST);
        for (int i = 0; i < MOST; i++) {
            assertThat(answer(ask(connector))).startsWith("HTTP/1.1 503 ").contains("OVERLOADED", "Retry-After: 1");
        }
        held.countDown();
        for (Socket socket : asking.subList(0, MOST)) {
            assertThat(answer(socket)).startsWith("HTTP/1.1 200 ");
        }
        assertThat(answer(ask(connector))).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void a_request_that_waits_for_a_worker_has_come_before() throws Exception {
        ServerConnector connector = start();
        for (int i = 0; i <= WORKERS; i++) {
            ask(connector);
        }
        Awaitility.await().until(() -> limit.inProgress() == WORKERS + 1 && waited.size() == WORKERS);
        long all = System.nanoTime();
        Awaitility.await()
                .pollDelay(Duration.ofMillis(300))
                .until(() -> System.nanoTime() - all >= Duration.ofMillis(300).toNanos());
        held.countDown();
        Awaitility.await().until(() -> waited.size() == WORKERS + 1);
        assertThat(Collections.max(waited)).isGreaterThan(Duration.ofMillis(300).toNanos());
    }

    private Socket ask(ServerConnector connector) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), connector.getLocalPort());
        asking.add(socket);
        socket.setSoTimeout(5_000);
        socket.getOutputStream()
                .write("POST / HTTP/1.1\r\nHost: a\r\nConnection: close\r\nContent-Length: 2\r\n\r\n{}"
                        .getBytes(StandardCharsets.US_ASCII));
        return socket;
    }

    private static String answer(Socket socket) throws IOException {
        return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
    }
}
