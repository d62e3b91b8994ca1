package az.dost.vahid.bench;

import az.dost.vahid.bench.floor.Floor;
import az.dost.vahid.bench.floor.PassFloor;
import az.dost.vahid.bench.stub.StubAgencies;
import az.dost.vahid.bench.usual.Usual;
import az.dost.vahid.connector.Catalogue;
import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.Vertx;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Everything that runs during the measurement: database, stub agencies, peers. */
final class Stage implements AutoCloseable {
    private static final int START_SECONDS = 180;
    /**
     * The gateway's promise: this heap is enough for 64 callers; collector and generations are those that README names
     * for production, for all alike.
     */
    static final List<String> HEAP = List.of(
            "-Xms256m",
            "-Xmx256m",
            "-XX:+UseParallelGC",
            "-XX:NewRatio=1",
            "-XX:-UseAdaptiveSizePolicy",
            "-XX:SurvivorRatio=3");

    private static final List<String> STUB_HEAP = List.of("-Xmx512m");
    private final Run run;
    private final Path unpacked;
    private final Database database;
    private final List<AutoCloseable> closing = new ArrayList<>();
    private final List<String> questions;
    private final Endpoints endpoints = new Endpoints();
    private final Path keys;
    private final Path settings;
    private final Launched stub;
    private final Map<String, JsonNode> dossiers;
    /** Null until somebody wants them. */
    private EventPeers events;

    private Newer newer;

    Stage(Run run) throws IOException, InterruptedException {
        this.run = run;
        clean(run.folder());
        unpacked = Unpacked.of(run.jar(), run.folder().resolve("unpacked"));
        database = new Database(run.folder().resolve("postgresql"));
        closing.add(database);
        Catalogue catalogue = Parts.catalogue();
        Recording recording = new Recording(run, unpacked, database);
        dossiers = recording.record(catalogue, endpoints);
        questions = List.copyOf(dossiers.keySet());
        database.prepare();
        keys = recording.data().resolve("keys");
        settings = endpoints.settings(run, catalogue, database.url(), recording.data());
        List<String> arguments = new ArrayList<>(List.of(
                keys.toString(), "changeit", recording.replies().toString(), Integer.toString(endpoints.http())));
        arguments.addAll(endpoints.tls());
        stub = start(
                Launched.java(
                        "stub",
                        run.folder(),
                        run.options(STUB_HEAP),
                        run.classpath(),
                        StubAgencies.class.getName(),
                        arguments),
                endpoints.http());
    }

    private static void clean(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (var files = Files.walk(folder)) {
                files.sorted(Comparator.reverseOrder()).map(Path::toFile).forEach(java.io.File::delete);
            }
        }
        Files.createDirectories(folder);
    }

    Launched start(Launched process, int port) {
        closing.add(process);
        return process.awaitPort(port, START_SECONDS);
    }

    /** Starts a peer, which ends with its process or with this. */
    Peer start(PeerKind kind) {
        try {
            return kind.start(this);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(kind.label() + " does not start", e);
        }
    }

    /** The broker of events and the webhook that they go to, started when they are first wanted. */
    EventPeers events() throws Exception {
        if (events == null) {
            Vertx vertx = Vertx.vertx();
            closing.add(vertx::close);
            Webhook webhook = new Webhook(vertx);
            closing.add(webhook);
            events = new EventPeers(this, webhook);
        }
        return events;
    }

    /** Peers on a newer JDK; its caches are made when they are first wanted. */
    Newer newer() {
        if (newer == null) {
            newer = new Newer(this);
        }
        return newer;
    }

    /** @param more settings that differ from the others' */
    Peer gateway(String name, String crypto, String... more) {
        return gateway(name, crypto, unpacked, more);
    }

    /** @param jar of the version to run, taken apart */
    Peer gateway(String name, String crypto, Path jar, String... more) {
        return gateway(Launched.executable(), List.of(), name, crypto, jar, more);
    }

    /**
     * @param program the Java that runs it
     * @param options of its Java machine, beside those that all peers have
     */
    Peer gateway(String program, List<String> options, String name, String crypto, Path jar, String... more) {
        int port = Run.freePort();
        List<String> arguments = new ArrayList<>(List.of(
                "--server.port=" + port,
                "--spring.profiles.active=production",
                "--spring.config.additional-location=file:" + settings,
                "--vahid.crypto=" + crypto,
                "--vahid.data=" + run.folder().resolve(name)));
        arguments.add("--vahid.drain.seconds=0");
        // The bench warms up itself; a setting that is given twice would be a list.
        if (List.of(more).stream().noneMatch(one -> one.startsWith("--vahid.warm-up."))) {
            arguments.add("--vahid.warm-up.longest-ms=0");
        }
        arguments.addAll(List.of(more));
        List<String> all =
                Stream.concat(run.options(HEAP).stream(), options.stream()).toList();
        return peer(name, port, start(Launched.jar(program, name, run.folder(), all, jar, arguments), port));
    }

    /** @param bare without judging, and without a record: the lookup as it was before it had to be trusted */
    Peer floor(String name, String crypto, boolean bare) {
        int port = Run.freePort();
        return peer(
                name,
                port,
                start(
                        Launched.java(
                                name,
                                run.folder(),
                                run.options(HEAP),
                                run.classpath(),
                                Floor.class.getName(),
                                List.of(settings.toString(), Integer.toString(port), crypto, Boolean.toString(bare))),
                        port));
    }

    /** What passes calls between members on, hashed and recorded, and does nothing else. */
    Peer passing(String name, Ask ask) {
        int port = Run.freePort();
        return new Peer(
                name,
                start(
                        Launched.java(
                                name,
                                run.folder(),
                                run.options(HEAP),
                                run.classpath(),
                                PassFloor.class.getName(),
                                List.of(settings.toString(), Integer.toString(port), Integer.toString(stubPort()))),
                        port),
                port,
                ask);
    }

    Peer usual() {
        int port = Run.freePort();
        return peer(
                "usual",
                port,
                start(
                        Launched.java(
                                "usual",
                                run.folder(),
                                run.options(HEAP),
                                run.classpath(),
                                Usual.class.getName(),
                                List.of(settings.toString(), Integer.toString(port))),
                        port));
    }

    private Peer peer(String name, int port, Launched process) {
        return new Peer(name, process, port, Ask.lookup(questions));
    }

    /** Lookup requests about citizens whom the stub knows. */
    List<String> questions() {
        return questions;
    }

    /** What the demonstration answered to such a request, with the agencies' own replies. */
    JsonNode dossier(String question) {
        return dossiers.get(question);
    }

    Run run() {
        return run;
    }

    /** The gateway to start, with the demonstration. */
    Path unpacked() {
        return unpacked;
    }

    Launched stub() {
        return stub;
    }

    /** Where the stub agencies listen without TLS. */
    int stubPort() {
        return endpoints.http();
    }

    /** Folder of the gateway's keys, the agencies' certificates and the mocks' own keys. */
    Path keys() {
        return keys;
    }

    Path settings() {
        return settings;
    }

    Database database() {
        return database;
    }

    /** Makes an agency, or with {@code *} all, take that long; -1 lets it hang for ever. */
    void delay(String agency, int millis) {
        try {
            HttpClient.newHttpClient()
                    .send(
                            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + endpoints.http() + "/stub?agency="
                                            + agency + "&delay=" + millis))
                                    .POST(HttpRequest.BodyPublishers.noBody())
                                    .build(),
                            HttpResponse.BodyHandlers.discarding());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() throws Exception {
        for (int i = closing.size() - 1; i >= 0; i--) {
            closing.get(i).close();
        }
    }
}
