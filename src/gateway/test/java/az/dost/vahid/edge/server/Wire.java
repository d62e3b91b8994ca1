package az.dost.vahid.edge.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Requests byte for byte, and what is answered until the gateway hangs up. */
final class Wire {
    private static final int WAIT_MS = 30_000;

    static Socket connect(int port) throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setSoTimeout(WAIT_MS);
        return socket;
    }

    static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }

    /** Empty when it hung up without a word. */
    static String read(Socket socket) {
        StringBuilder answer = new StringBuilder();
        byte[] block = new byte[8192];
        try {
            for (int length = socket.getInputStream().read(block);
                    length >= 0;
                    length = socket.getInputStream().read(block)) {
                answer.append(new String(block, 0, length, StandardCharsets.ISO_8859_1));
            }
        } catch (IOException e) {
            // What came before counts.
            return answer.toString();
        }
        return answer.toString();
    }

    /** @param request with Connection: close */
    static String ask(int port, String request) throws IOException {
        try (Socket socket = connect(port)) {
            try {
                write(socket, request);
            } catch (IOException e) {
                // It did not wait for all of it.
                return read(socket);
            }
            return read(socket);
        }
    }

    private Wire() {}
}
