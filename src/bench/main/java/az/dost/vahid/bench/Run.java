package az.dost.vahid.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.Stream;

/**
 * Settings of a run, from system properties.
 *
 * @param quick {@code bench.quick}: fewer and shorter rounds, ten minutes in all
 * @param folder for everything that the run writes but its results
 * @param jar the gateway
 * @param classpath Vahid's classes, those of the bench and their dependencies
 * @param only {@code bench.only}: names of the measurements to make, by commas; empty for all
 * @param before {@code bench.before}: jar of an earlier version to measure beside this one, null for none
 * @param newerJava {@code bench.jdk25}: home of a JDK of 25 or later, whose peers are measured too; without it this
 *     one's own, where it is one, else null
 * @param hangSeconds {@code bench.hang}: how long an agency hangs
 * @param trial whether peers are only started and asked once, so that nothing is to become fast: few citizens are
 *     recorded, and nothing is compiled twice
 */
record Run(
        boolean quick,
        Path folder,
        Path results,
        Path jar,
        String classpath,
        Set<String> only,
        Path before,
        Path newerJava,
        int hangSeconds,
        boolean trial) {
    /** Nothing is compiled twice; and passwords of key stores are worth one round, not ten thousand. */
    private static final List<String> TRIAL = List.of(
            "-XX:TieredStopAtLevel=1",
            "-Dkeystore.pkcs12.keyPbeIterationCount=1",
            "-Dkeystore.pkcs12.certPbeIterationCount=1",
            "-Dkeystore.pkcs12.macIterationCount=1");

    private static final int FIRST_WITH_CACHE = 25;
    private static final int HANG_SECONDS = 600;
    private static final int QUICK_HANG_SECONDS = 20;
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;

    static Run fromProperties() {
        return new Run(
                quickly(),
                Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath(),
                Path.of(System.getProperty("bench.results", "src/bench/results"))
                        .toAbsolutePath(),
                Path.of(System.getProperty("bench.jar", "target/vahid-demo.jar"))
                        .toAbsolutePath(),
                System.getProperty("bench.classpath", System.getProperty("java.class.path")),
                only(System.getProperty("bench.only", "")),
                before(System.getProperty("bench.before", "")),
                newerJavaHome(),
                quickly() ? QUICK_HANG_SECONDS : Integer.getInteger("bench.hang", HANG_SECONDS),
                Boolean.getBoolean("bench.trial"));
    }

    private static boolean quickly() {
        String quick = System.getProperty("bench.quick");
        return quick != null && !quick.equals("false");
    }

    private static Path before(String jar) {
        return jar.isBlank() ? null : Path.of(jar).toAbsolutePath();
    }

    private static Set<String> only(String names) {
        return names.isBlank() ? Set.of() : Set.of(names.split(","));
    }

    /** A JDK that has ahead-of-time caches; null where there is none. */
    static Path newerJavaHome() {
        String home = System.getProperty("bench.jdk25", "");
        if (!home.isBlank()) {
            return Path.of(home).toAbsolutePath();
        }
        return Runtime.version().feature() >= FIRST_WITH_CACHE ? Path.of(System.getProperty("java.home")) : null;
    }

    /** The first folder of the class path that holds this class. */
    String ownClasses() {
        return Path.of(URI.create(Run.class
                        .getProtectionDomain()
                        .getCodeSource()
                        .getLocation()
                        .toString()))
                .toString();
    }

    /** A peer's options of its Java machine. */
    List<String> options(String... own) {
        return options(List.of(own));
    }

    List<String> options(List<String> own) {
        return trial ? Stream.concat(own.stream(), TRIAL.stream()).toList() : own;
    }

    boolean includes(String measurement) {
        return only.isEmpty() || only.contains(measurement);
    }

    /**
     * Below the range from which outgoing connections take theirs: a client that waits there could connect to itself.
     */
    static int freePort() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST_PORT, HIGHEST_PORT);
            try (ServerSocket socket = new ServerSocket(port)) {
                return socket.getLocalPort();
            } catch (IOException e) {
                // taken: another
            }
        }
    }
}
