package az.dost.vahid.edge.start;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/** Hangs up on whoever comes, until it is open: then it leads to a port of this machine. */
final class LateProxy implements AutoCloseable {
    private final ServerSocket server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final ExecutorService threads = Executors.newCachedThreadPool();
    private final AtomicInteger refused = new AtomicInteger();
    private volatile boolean open;

    LateProxy(int target) throws IOException {
        threads.execute(() -> {
            try {
                while (!server.isClosed()) {
                    Socket caller = server.accept();
                    if (open) {
                        Socket behind = new Socket(InetAddress.getLoopbackAddress(), target);
                        threads.execute(() -> copy(caller, behind));
                        threads.execute(() -> copy(behind, caller));
                    } else {
                        refused.incrementAndGet();
                        caller.close();
                    }
                }
            } catch (IOException e) {
                // Closed.
            }
        });
    }

    private static void copy(Socket from, Socket to) {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        } catch (IOException e) {
            // One of them hung up.
        }
    }

    int port() {
        return server.getLocalPort();
    }

    int refused() {
        return refused.get();
    }

    void open() {
        open = true;
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
