package az.dost.vahid.proof.record;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A way to a database that loses all that is sent, from some moment on, as when the other machine has no power: no
 * connection ends.
 */
final class SilentNetwork implements AutoCloseable {
    private static final Pattern PORT = Pattern.compile("(localhost:)(\\d+)");
    private final ServerSocket door = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();
    private final String url;
    private final int to;
    private volatile boolean silent;

    SilentNetwork(String url) throws IOException {
        Matcher port = PORT.matcher(url);
        port.find();
        this.to = Integer.parseInt(port.group(2));
        this.url = port.replaceFirst("$1" + door.getLocalPort());
        start(this::accept);
    }

    /** To the same database, by this way. */
    String url() {
        return url;
    }

    void fallSilent() {
        silent = true;
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "silent-network");
        thread.setDaemon(true);
        thread.start();
    }

    private void accept() {
        try {
            while (!door.isClosed()) {
                Socket in = door.accept();
                Socket out = new Socket(InetAddress.getLoopbackAddress(), to);
                sockets.addAll(List.of(in, out));
                start(() -> pass(in, out));
                start(() -> pass(out, in));
            }
        } catch (IOException e) {
            silent = true;
        }
    }

    private void pass(Socket from, Socket onward) {
        byte[] piece = new byte[1 << 16];
        try {
            InputStream in = from.getInputStream();
            OutputStream out = onward.getOutputStream();
            for (int read = in.read(piece); read >= 0; read = in.read(piece)) {
                if (!silent) {
                    out.write(piece, 0, read);
                }
            }
            if (!silent) {
                onward.shutdownOutput();
            }
        } catch (IOException e) {
            sockets.remove(from);
        }
    }

    @Override
    public void close() throws IOException {
        door.close();
        for (Socket socket : sockets) {
            socket.close();
        }
    }
}
