package az.dost.vahid.packages;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.process.FreePort;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** haproxy by the delivered file, with shorter times and a name server of the test's own. */
final class RunningBalancer implements AutoCloseable {
    private final int port = FreePort.next();
    private final Path log;
    private final Process process;

    /** @param nameServer its port. @param environment what the file takes from there */
    RunningBalancer(Path folder, int nameServer, Map<String, String> environment) throws IOException {
        new OutsideTool("haproxy", folder);
        Path file = folder.resolve("haproxy.cfg");
        Files.writeString(
                file,
                Files.readString(PackageFiles.FOLDER.resolve("haproxy/haproxy.cfg"))
                        .replace("parse-resolv-conf", "nameserver test 127.0.0.1:" + nameServer + "\n    hold valid 1s")
                        .replace("hold obsolete 30s", "hold obsolete 1s")
                        .replace("client 65s", "client 1s")
                        .replace("server 35s", "server 2s"));
        log = folder.resolve("haproxy.log");
        ProcessBuilder builder = new ProcessBuilder("haproxy", "-db", "-f", file.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        builder.environment().put("BIND", "127.0.0.1:" + port);
        builder.environment().put("STATISTICS", "127.0.0.1:" + FreePort.next());
        builder.environment().putAll(environment);
        process = builder.start();
        Awaitility.await("haproxy").failFast(() -> !process.isAlive()).until(() -> listens(port));
    }

    static boolean listens(int port) {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            return socket.isConnected();
        } catch (IOException e) {
            return false;
        }
    }

    HttpResponse<String> ask(String method, String path) {
        try {
            return HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                                    .timeout(Duration.ofSeconds(30))
                                    .method(method, HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Whoever answers, by name; empty when nobody does. */
    String whoAnswers() {
        HttpResponse<String> answer = ask("GET", "/who");
        return answer.statusCode() == 200 ? answer.body() : "";
    }

    /** What comes back until the connection is closed. */
    String raw(String text) throws IOException {
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }

    String log() throws IOException {
        return Files.readString(log);
    }

    @Override
    public void close() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(10, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
