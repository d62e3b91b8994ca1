package az.dost.vahid.bench;

import java.io.IOException;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Settings of a run, from system properties.
 *
 * @param quick     {@code bench.quick}: fewer and shorter rounds, three minutes in all
 * @param folder    for everything that the run writes but its results
 * @param jar       the gateway
 * @param classpath Vahid's classes, those of the bench and their dependencies
 * @param crypto    {@code bench.crypto}: native or jdk, for gateway and floor alike
 */
record Run(boolean quick, Path folder, Path results, Path jar, String classpath, String crypto) {
    private static final int LOWEST_PORT = 20_000;
    private static final int HIGHEST_PORT = 32_000;

    static Run fromProperties() {
        String quick = System.getProperty("bench.quick");
        return new Run(quick != null && !quick.equals("false"), Path.of(System.getProperty("bench.folder", "target/bench")).toAbsolutePath(),
                Path.of(System.getProperty("bench.results", "src/bench/results")).toAbsolutePath(),
                Path.of(System.getProperty("bench.jar", "target/vahid.jar")).toAbsolutePath(),
                System.getProperty("bench.classpath", System.getProperty("java.class.path")), System.getProperty("bench.crypto", "native"));
    }

    /** Below the range from which outgoing connections take theirs: a client that waits there could connect to itself. */
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
