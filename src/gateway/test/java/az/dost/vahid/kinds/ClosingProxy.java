package az.dost.vahid.kinds;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Stands before an agency and closes connections as servers do that have kept them for long enough, or that are about
 * to fall over.
 */
final class ClosingProxy implements AutoCloseable {
    enum When {
        /** As the second request of a connection comes, once it is read. */
        USED_AGAIN,
        /** As a request comes, before it is read: the caller sees a reset. */
        ASKED,
        /** Between the head and the body of the answer. */
        ANSWERING
    }

    final AtomicInteger connections = new AtomicInteger();
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final ServerSocket server;
    private final int agency;
    private final When when;

    ClosingProxy(int agency, When when) throws IOException {
        this.agency = agency;
        this.when = when;
        this.server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    /** @return the settings by which a gateway reaches the agency, through this */
    static Map<String, String> before(Example example, ClosingProxy proxy, Map<String, String> settings) {
        Map<String, String> through = new HashMap<>(settings);
        through.put("vahid.endpoints." + example.id(), "http://localhost:" + proxy.server.getLocalPort());
        return through;
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                connections.incrementAndGet();
                threads.execute(() -> pass(caller));
            } catch (IOException e) {
                // Closed, and so are we.
            }
        }
    }

    private void pass(Socket caller) {
        try (caller;
                Socket called = new Socket(InetAddress.getLoopbackAddress(), agency)) {
            boolean used = false;
            boolean answered = false;
            byte[] bytes = new byte[65_536];
            InputStream asks = caller.getInputStream();
            InputStream answers = called.getInputStream();
            while (true) {
                if (asks.available() > 0) {
                    if (when == When.ASKED) {
                        return;
                    }
                    int some = asks.read(bytes);
                    used |= answered;
                    if (when == When.USED_AGAIN && used) {
                        return;
                    }
                    called.getOutputStream().write(bytes, 0, some);
                }
                if (answers.available() > 0) {
                    answered = true;
                    int some = answers.read(bytes);
                    if (when == When.ANSWERING) {
                        caller.getOutputStream().write(bytes, 0, head(bytes, some));
                        return;
                    }
                    caller.getOutputStream().write(bytes, 0, some);
                }
                Thread.sleep(1);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static int head(byte[] bytes, int length) {
        return new String(bytes, 0, length, StandardCharsets.ISO_8859_1).indexOf("\r\n\r\n") + 4;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
