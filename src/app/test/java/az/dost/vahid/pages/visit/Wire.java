package az.dost.vahid.pages.visit;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Connections to running pages, byte for byte; what was begun stays until the end of a test. */
public final class Wire implements AutoCloseable {
    private static final int WAIT_MS = 30_000;
    private final int port;
    private final List<Socket> begun = new ArrayList<>();

    public Wire(RunningPages pages) {
        port = URI.create(pages.address()).getPort();
    }

    /** Sends some of a request. */
    public Socket begin(String text) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        begun.add(socket);
        socket.setSoTimeout(WAIT_MS);
        write(socket, text);
        return socket;
    }

    public static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** All that is answered until the pages hang up. */
    public static String read(Socket socket) {
        StringBuilder answer = new StringBuilder();
        byte[] block = new byte[8192];
        try {
            for (int length = socket.getInputStream().read(block);
                    length >= 0;
                    length = socket.getInputStream().read(block)) {
                answer.append(new String(block, 0, length, StandardCharsets.UTF_8));
            }
        } catch (IOException e) {
            // What came before counts.
            return answer.toString();
        }
        return answer.toString();
    }

    /**
     * @param head the first line without its version
     * @param headers each with its end of line
     */
    public static String head(String head, String headers) {
        return head + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n" + headers + "\r\n";
    }

    public String ask(String head, String headers) throws IOException {
        return read(begin(head(head, headers)));
    }

    @Override
    public void close() throws IOException {
        for (Socket socket : begun) {
            socket.close();
        }
    }
}
