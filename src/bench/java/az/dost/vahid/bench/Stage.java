package az.dost.vahid.bench;

import az.dost.vahid.bench.floor.Floor;
import az.dost.vahid.bench.stub.StubAgencies;
import az.dost.vahid.bench.usual.Usual;
import az.dost.vahid.connector.Catalogue;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** Everything that runs during the measurement: database, stub agencies, peers. */
final class Stage implements AutoCloseable {
    private static final int START_SECONDS = 180;
    /** The gateway's promise: this heap is enough for 64 callers. */
    private static final List<String> HEAP = List.of("-Xmx256m", "-Xms256m");
    private static final List<String> STUB_HEAP = List.of("-Xmx512m");
    private final Run run;
    private final Database database;
    private final List<AutoCloseable> closing = new ArrayList<>();
    private final List<String> questions;
    private final Endpoints endpoints = new Endpoints();
    private final Path settings;

    Stage(Run run) throws IOException, InterruptedException {
        this.run = run;
        clean(run.folder());
        database = new Database(run.folder().resolve("postgresql"));
        closing.add(database);
        Catalogue catalogue = Parts.catalogue();
        Recording recording = new Recording(run, database);
        questions = recording.record(catalogue, endpoints);
        database.prepare();
        settings = endpoints.settings(run, catalogue, database.url(), recording.data());
        List<String> arguments = new ArrayList<>(List.of(recording.data().resolve("keys").toString(), "changeit",
                recording.replies().toString(), Integer.toString(endpoints.http())));
        arguments.addAll(endpoints.tls());
        start(Launched.java("stub", run.folder(), STUB_HEAP, run.classpath(), StubAgencies.class.getName(), arguments), endpoints.http());
    }

    private static void clean(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
        Files.createDirectories(folder);
    }

    private Launched start(Launched process, int port) {
        closing.add(process);
        return process.awaitPort(port, START_SECONDS);
    }

    Peer gateway() {
        int port = Run.freePort();
        Launched process = start(Launched.jar("gateway", run.folder(), HEAP, run.jar(), List.of("--server.port=" + port,
                "--spring.profiles.active=production", "--spring.config.additional-location=file:" + settings)), port);
        return new Peer("gateway", process, port);
    }

    Peer floor() {
        int port = Run.freePort();
        Launched process = start(Launched.java("floor", run.folder(), HEAP, run.classpath(), Floor.class.getName(),
                List.of(settings.toString(), Integer.toString(port))), port);
        return new Peer("floor", process, port);
    }

    Peer usual() {
        int port = Run.freePort();
        Launched process = start(Launched.java("usual", run.folder(), HEAP, run.classpath(), Usual.class.getName(),
                List.of(settings.toString(), Integer.toString(port))), port);
        return new Peer("usual", process, port);
    }

    /** Lookup requests about citizens whom the stub knows. */
    List<String> questions() {
        return questions;
    }

    Database database() {
        return database;
    }

    /** Makes an agency, or with {@code *} all, take that long; -1 lets it hang for ever. */
    void delay(String agency, int millis) throws IOException, InterruptedException {
        HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoints.http() + "/stub?agency=" + agency
                + "&delay=" + millis)).POST(HttpRequest.BodyPublishers.noBody()).build(), HttpResponse.BodyHandlers.discarding());
    }

    @Override
    public void close() throws Exception {
        for (int i = closing.size() - 1; i >= 0; i--) {
            closing.get(i).close();
        }
    }
}
