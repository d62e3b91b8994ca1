package az.dost.vahid.journeys.exchange;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A provider that shows the head of a request as it came over the wire, and answers with the headers that it is told;
 * bytes are characters of ISO-8859-1.
 */
final class RawProvider {
    private final ServerSocket server;
    private final BlockingQueue<String> heads = new LinkedBlockingQueue<>();
    private volatile List<String> answered = List.of();

    RawProvider() {
        try {
            server = new ServerSocket(0, 0, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw provider");
        thread.setDaemon(true);
        thread.start();
    }

    String address() {
        return "http://localhost:" + server.getLocalPort();
    }

    /** @param headers of each answer from now on; heads that nobody asked for are forgotten */
    void answer(String... headers) {
        answered = List.of(headers);
        heads.clear();
    }

    /** Values of a header of the next request, in their order. */
    List<String> next(String name) {
        try {
            String head = heads.poll(30, TimeUnit.SECONDS);
            if (head == null) {
                throw new AssertionError("no request came");
            }
            return values(head, name).toList();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new AssertionError(e);
        }
    }

    /** Values of a header, without the space that may stand before and after them (RFC 9110, section 5.5). */
    static Stream<String> values(String head, String name) {
        return Stream.of(head.split("\r\n"))
                .filter(line -> line.regionMatches(true, 0, name + ":", 0, name.length() + 1))
                .map(line -> line.substring(name.length() + 1).replaceAll("^[ \t]+|[ \t]+$", ""));
    }

    private void serve() {
        while (true) {
            try (Socket socket = server.accept()) {
                String head = head(socket.getInputStream());
                if (!head.isEmpty()) {
                    heads.add(head);
                    socket.getOutputStream()
                            .write(("HTTP/1.1 200 OK\r\n"
                                            + Stream.concat(
                                                            answered.stream(),
                                                            Stream.of("Content-Length: 0", "Connection: close"))
                                                    .map(header -> header + "\r\n")
                                                    .reduce("", String::concat)
                                            + "\r\n")
                                    .getBytes(StandardCharsets.ISO_8859_1));
                }
            } catch (IOException e) {
                // The next one may do.
            }
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        for (int c = in.read(); c >= 0; c = in.read()) {
            head.write(c);
            if (c == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                return head.toString(StandardCharsets.ISO_8859_1);
            }
        }
        return "";
    }
}
