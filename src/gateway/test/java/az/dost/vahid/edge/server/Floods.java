package az.dost.vahid.edge.server;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.zip.GZIPOutputStream;

/** Everything at once that needs no token, each kind by a thread of its own that never rests, until it is closed. */
final class Floods implements AutoCloseable {
    private static final int SLOW = 300;
    private static final int HELD = 200;
    private static final int MEGABYTE = 1 << 20;
    private static final int LARGE = 32;
    private static final String JWT = "eyJhbGciOiJFUzI1NiIsImtpZCI6IjEifQ.eyJpc3MiOiJ4In0.";
    private static final List<String> FACES = Faces.read().all().stream()
            .filter(face -> face.at() == null)
            .flatMap(face -> face.methods().stream()
                    .map(method ->
                            method + " " + face.path().replace("{id}", "1").replace("**", "AZ/GOV/a/b/c")))
            .toList();
    private final int port;
    private final List<Thread> threads = new ArrayList<>();
    private final Map<String, AtomicLong> tried = new TreeMap<>();
    private final List<String> malformed = new ArrayList<>();
    private volatile boolean ended;

    /** One turn of a flood. */
    private interface Turn {
        void take(Random random) throws IOException;
    }

    Floods(int port) throws IOException {
        this.port = port;
        for (JsonNode request : new YAMLMapper()
                .readTree(
                        Path.of("src/gateway/test/resources/edge/requests.yaml").toFile())) {
            malformed.add(request.path("raw").asText());
        }
        byte[] bomb = bomb();
        start(
                "large",
                random -> large(
                        random,
                        "Content-Length: 300000000\r\n\r\n",
                        " ".repeat(MEGABYTE).getBytes(StandardCharsets.US_ASCII),
                        LARGE));
        start(
                "large in pieces",
                random -> large(
                        random,
                        "Transfer-Encoding: chunked\r\n\r\n",
                        ("100000\r\n" + " ".repeat(MEGABYTE) + "\r\n").getBytes(StandardCharsets.US_ASCII),
                        LARGE));
        start(
                "compressed",
                random -> large(
                        random, "Content-Encoding: gzip\r\nContent-Length: " + bomb.length + "\r\n\r\n", bomb, 1));
        start("malformed", random -> ask(malformed.get(random.nextInt(malformed.size()))));
        start("unknown addresses", random -> ask("GET /" + Long.toString(random.nextLong(), 36) + rest() + "\r\n"));
        start(
                "bad tokens",
                random -> ask(any(random) + rest() + "Authorization: Bearer " + random.nextLong() + "\r\n\r\n"));
        start(
                "forged tokens",
                random -> ask(any(random) + rest() + "Authorization: Bearer " + JWT
                        + Long.toString(random.nextLong(), 36).replace("-", "A") + "A".repeat(70) + "\r\n\r\n"));
        start("nested envelopes", random -> {
            String envelope = "<a>".repeat(20_000);
            ask("POST " + (random.nextBoolean() ? "/soap/lookup" : "/") + rest()
                    + "Content-Type: text/xml\r\nContent-Length: " + envelope.length() + "\r\n\r\n" + envelope);
        });
        start("slow", random -> slow(SLOW, "POST /v1/dossiers HTTP/1.1\r\nHost: a\r\nX: ", "x"));
        start(
                "held",
                random -> slow(
                        HELD,
                        "POST /v1/dossiers HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 65000\r\n\r\n"
                                + " ".repeat(64_000),
                        " "));
    }

    private static String rest() {
        return " HTTP/1.1\r\nHost: a\r\nConnection: close\r\n";
    }

    private static String any(Random random) {
        return FACES.get(random.nextInt(FACES.size()));
    }

    private void start(String kind, Turn turn) {
        AtomicLong turns = tried.computeIfAbsent(kind, name -> new AtomicLong());
        Thread thread = new Thread(
                () -> {
                    Random random = new Random(kind.hashCode());
                    while (!ended) {
                        try {
                            turn.take(random);
                        } catch (IOException e) {
                            // It hung up, or had no room: what a flood is for.
                            Thread.onSpinWait();
                        }
                        turns.incrementAndGet();
                    }
                },
                kind);
        thread.setDaemon(true);
        thread.start();
        threads.add(thread);
    }

    private void ask(String request) throws IOException {
        Wire.ask(port, request);
    }

    private void large(Random random, String head, byte[] piece, int pieces) throws IOException {
        try (Socket socket = Wire.connect(port)) {
            Wire.write(socket, any(random) + rest() + "Content-Type: application/json\r\n" + head);
            for (int i = 0; i < pieces && !ended; i++) {
                socket.getOutputStream().write(piece);
            }
            Wire.read(socket);
        }
    }

    /** As many connections, on each of which something comes twice a second, until the gateway hangs up. */
    private void slow(int connections, String begin, String drop) throws IOException {
        List<Socket> open = new ArrayList<>();
        try {
            while (open.size() < connections && !ended) {
                Socket socket = Wire.connect(port);
                open.add(socket);
                Wire.write(socket, begin);
            }
            while (!ended && !open.isEmpty()) {
                Thread.sleep(500);
                open.removeIf(socket -> !alive(socket, drop));
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            for (Socket socket : open) {
                socket.close();
            }
        }
    }

    private static boolean alive(Socket socket, String drop) {
        try {
            Wire.write(socket, drop);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** 256 MiB that take a quarter of one. */
    private static byte[] bomb() throws IOException {
        ByteArrayOutputStream bomb = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(bomb)) {
            byte[] nothing = new byte[MEGABYTE];
            for (int i = 0; i < 256; i++) {
                gzip.write(nothing);
            }
        }
        return bomb.toByteArray();
    }

    /** How often each was tried. */
    Map<String, AtomicLong> tried() {
        return tried;
    }

    @Override
    public void close() throws InterruptedException {
        ended = true;
        for (Thread thread : threads) {
            thread.join(60_000);
        }
    }
}
