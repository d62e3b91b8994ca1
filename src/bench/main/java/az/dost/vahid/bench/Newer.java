package az.dost.vahid.bench;

import az.dost.vahid.bench.empty.Empty;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;

/**
 * Peers on a JDK that has ahead-of-time caches, without a cache and with one, which is made as
 * {@code src/packages/train} makes it: by a start and some hundred lookups.
 */
final class Newer {
    private static final String WANTS = "no JDK 25 or later is named by bench.jdk25, and this one is older";
    private static final String MAKE = "-XX:AOTCacheOutput=";
    private static final String USE = "-XX:AOTCache=";
    private static final int LOOKUPS = 600;
    private static final int TRIAL_LOOKUPS = 20;
    private static final int CALLERS = 4;
    /** What the process has seen is put in order as it ends. */
    private static final long LONGEST_END_SECONDS = 600;

    private final Stage stage;
    private final Path home;
    /** Null until it was made, as the other. */
    private Path ofGateway;

    private Path ofEmpty;

    Newer(Stage stage) {
        this.stage = stage;
        this.home = stage.run().newerJava();
    }

    /** What is not there for these peers; null for nothing. */
    static String wants() {
        return Run.newerJavaHome() == null ? WANTS : null;
    }

    String program() {
        return Launched.executable(home);
    }

    /** Without a cache. */
    Peer gateway(String name, String... more) {
        return gateway(List.of(), name, more);
    }

    /** With its cache. */
    Peer cached(String name, String... more) throws Exception {
        return gateway(withCache(), name, more);
    }

    /** Options by which a gateway uses its cache. */
    List<String> withCache() throws Exception {
        if (ofGateway == null) {
            Path cache = stage.run().folder().resolve("gateway.aot");
            Peer trained = gateway(List.of(MAKE + cache), "training");
            try {
                PeerKind.GATEWAY.answer(trained, stage);
                int turns = (stage.run().trial() ? TRIAL_LOOKUPS : LOOKUPS) / CALLERS;
                List<String> questions = stage.questions();
                together(() -> {
                    for (int i = 0; i < turns; i++) {
                        Ask one = Ask.lookup(List.of(questions.get(i % questions.size())));
                        PeerKind.GATEWAY.answer(trained.asked("training", one), stage);
                    }
                    return null;
                });
            } finally {
                trained.process().end(LONGEST_END_SECONDS);
            }
            ofGateway = there(cache);
        }
        return List.of(USE + ofGateway);
    }

    private static void together(Callable<Void> caller) throws Exception {
        ExecutorService callers = Executors.newFixedThreadPool(CALLERS);
        try {
            List<Future<Void>> turns = new ArrayList<>();
            for (int i = 0; i < CALLERS; i++) {
                turns.add(callers.submit(caller));
            }
            for (Future<Void> turn : turns) {
                turn.get();
            }
        } finally {
            callers.shutdownNow();
        }
    }

    /** Options by which the empty application of {@link #emptyJar} uses its cache. */
    List<String> withEmptysCache() throws Exception {
        if (ofEmpty == null) {
            Path cache = stage.run().folder().resolve("empty.aot");
            int port = Run.freePort();
            List<String> command = new ArrayList<>(List.of(program()));
            command.addAll(Stage.HEAP);
            command.add(MAKE + cache);
            command.addAll(Starts.emptyApart(stage, emptyJar()));
            command.add("--server.port=" + port);
            new Launched("empty-training", stage.run().folder(), command)
                    .awaitOk("http://127.0.0.1:" + port + Starts.READY, Starts.PATIENCE_SECONDS)
                    .end(LONGEST_END_SECONDS);
            ofEmpty = there(cache);
        }
        return List.of(USE + ofEmpty);
    }

    /** The empty application in a jar: no cache is made of classes in a folder. */
    Path emptyJar() throws IOException {
        Path jar = stage.run().folder().resolve("empty.jar");
        if (Files.notExists(jar)) {
            Path classes = Path.of(stage.run().ownClasses());
            List<Path> wanted = new ArrayList<>(List.of(classes.resolve("bench-logback.xml")));
            try (var files =
                    Files.list(classes.resolve(Empty.class.getPackageName().replace('.', '/')))) {
                files.sorted().forEach(wanted::add);
            }
            try (OutputStream out = Files.newOutputStream(jar);
                    JarOutputStream entries = new JarOutputStream(out)) {
                for (Path file : wanted) {
                    entries.putNextEntry(new JarEntry(classes.relativize(file).toString()));
                    Files.copy(file, entries);
                }
            }
        }
        return jar;
    }

    private Peer gateway(List<String> options, String name, String... more) {
        return stage.gateway(program(), options, name, "native", stage.unpacked(), more);
    }

    private static Path there(Path cache) {
        if (Files.notExists(cache)) {
            throw new IllegalStateException("No cache " + cache + " was made, see the log beside it");
        }
        return cache;
    }
}
