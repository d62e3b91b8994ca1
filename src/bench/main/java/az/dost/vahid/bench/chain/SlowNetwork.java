package az.dost.vahid.bench.chain;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Arrays;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.locks.LockSupport;

/**
 * A way to a port of this machine that takes its time in both directions, as a network does: what follows closely
 * travels together.
 */
final class SlowNetwork implements AutoCloseable {
    private static final int PIECE = 1 << 16;
    private final ServerSocket door;
    private final int to;
    private final long nanos;

    private record Piece(byte[] bytes, long due) {}

    /** @param nanos one way */
    SlowNetwork(int to, long nanos) throws IOException {
        this.to = to;
        this.nanos = nanos;
        this.door = new ServerSocket(0, 64, InetAddress.getLoopbackAddress());
        start(this::accept);
    }

    int port() {
        return door.getLocalPort();
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "slow-network");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (true) {
                Socket in = door.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), to);
                in.setTcpNoDelay(true);
                out.setTcpNoDelay(true);
                pass(in, out);
                pass(out, in);
            }
        } catch (IOException e) {
            // Closed.
            Thread.currentThread().interrupt();
        }
    }

    private void pass(Socket from, Socket onward) {
        LinkedBlockingQueue<Piece> under = new LinkedBlockingQueue<>();
        start(() -> {
            byte[] piece = new byte[PIECE];
            try (InputStream in = from.getInputStream()) {
                for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                    under.add(new Piece(Arrays.copyOf(piece, read), System.nanoTime() + nanos));
                }
            } catch (IOException e) {
                under.clear();
            }
            under.add(new Piece(new byte[0], 0));
        });
        start(() -> {
            try (OutputStream out = onward.getOutputStream()) {
                for (Piece piece = under.take(); piece.bytes().length > 0; piece = under.take()) {
                    for (long left = piece.due() - System.nanoTime();
                            left > 0;
                            left = piece.due() - System.nanoTime()) {
                        LockSupport.parkNanos(left);
                    }
                    out.write(piece.bytes());
                    out.flush();
                }
            } catch (IOException | InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
    }

    @Override
    public void close() throws IOException {
        door.close();
    }
}
