package az.dost.vahid.kinds;

import az.dost.vahid.process.FreePort;
import az.dost.vahid.signature.rehearsal.PlayedKey;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A register over TLS that is asked by GET. Byte by byte: on its side no library sees an address, so none can log it.
 */
final class RegisterPeer implements Peer {
    private static final Pattern OWNER = Pattern.compile("GET /base/owners/([^/? ]*)/herd\\?\\S+ HTTP/1.1\r\n");
    private final Example example;
    private final PlayedKey own;
    private final PlayedKey stranger;
    private final Path pinned;
    private final ServerSocket server;
    private final ExecutorService threads = Executors.newCachedThreadPool();
    /** As they came. */
    final List<String> heads = new CopyOnWriteArrayList<>();
    /** What goes out instead of the conduct's answer, by the request's head; null for nothing special. */
    volatile Function<String, String> instead;

    private volatile Conduct conduct = Conduct.ANSWERS;

    RegisterPeer(Example example) throws IOException {
        this.example = example;
        own = PlayedKey.of(example.id(), "EC");
        stranger = PlayedKey.of(example.id(), "EC");
        pinned = example.keys().resolve("agencies").resolve(example.id() + ".pem");
        own.pin(pinned);
        server = own.tls().getServerSocketFactory().createServerSocket(0, 50, InetAddress.getLoopbackAddress());
        threads.execute(this::accept);
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket caller = server.accept();
                threads.execute(() -> serve(caller));
            } catch (IOException e) {
                // Closed, and so are we.
            }
        }
    }

    private void serve(Socket caller) {
        try (caller) {
            String head = head(caller.getInputStream());
            if (head.isEmpty()) {
                return;
            }
            heads.add(head);
            Function<String, String> special = instead;
            String answer = special != null ? special.apply(head) : answer(head);
            if (answer == null) {
                // Silent until the caller has gone.
                caller.getInputStream().read();
                return;
            }
            caller.getOutputStream().write(answer.getBytes(StandardCharsets.UTF_8));
            caller.getOutputStream().flush();
        } catch (IOException e) {
            // Whoever asked has gone.
        }
    }

    private static String head(InputStream in) throws IOException {
        ByteArrayOutputStream head = new ByteArrayOutputStream();
        try {
            for (int one = in.read(); one >= 0; one = in.read()) {
                head.write(one);
                if (one == '\n' && head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
                    return head.toString(StandardCharsets.ISO_8859_1);
                }
            }
        } catch (SocketException e) {
            // Before it has asked.
        }
        return "";
    }

    private String answer(String head) throws IOException {
        Matcher asked = OWNER.matcher(head);
        String owner = asked.lookingAt() ? asked.group(1) : "nobody";
        return switch (conduct) {
            case SLEEPS -> null;
            case FAILS -> http("500 Internal Server Error", "", "");
            case REFUSES -> http("401 Unauthorized", "", "");
            case MUMBLES -> ok("{\"owner\": ");
            case TALKS_WITHOUT_END ->
                ok(said("found", owner).replaceFirst("}\\s*$", ", \"more\": \"" + "x".repeat(100_000) + "\"}"));
            case MEANS_ANOTHER_CITIZEN -> ok(said("found", OTHER_FIN));
            case KNOWS_NOBODY -> http("404 Not Found", "", said("no-record", owner));
            default -> ok(said("found", owner));
        };
    }

    /** The sample's reply about somebody. */
    String said(String sample, String owner) throws IOException {
        return Files.readString(example.folder().resolve("samples/" + sample + "/reply.json"))
                .replace(FIN, owner);
    }

    static String ok(String body) {
        return http("200 OK", "", body);
    }

    /** @param headers each with its line end */
    static String http(String status, String headers, String body) {
        return "HTTP/1.1 " + status + "\r\nContent-Type: application/json\r\nConnection: close\r\n" + headers
                + "Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n\r\n" + body;
    }

    @Override
    public Map<String, String> behave(Conduct next) throws IOException {
        conduct = next;
        (next == Conduct.IS_A_STRANGER ? stranger : own).pin(pinned);
        return Map.of(
                "vahid.endpoints." + example.id(),
                "https://localhost:" + (next == Conduct.IS_AWAY ? FreePort.next() : server.getLocalPort()) + "/base/");
    }

    @Override
    public void close() throws IOException {
        server.close();
        threads.shutdownNow();
    }
}
