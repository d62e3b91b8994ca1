package az.dost.vahid.process;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Ports at which a test may start a server a moment later.
 *
 * <p>They lie below the range from which the system takes the ports of outgoing connections: one that the system itself
 * gives, closed again, may be taken by a connection of another test before the server binds it.
 */
public final class FreePort {
    private static final int LOWEST = 10_000;
    private static final int HIGHEST = 32_000;
    private static final Set<Integer> GIVEN = ConcurrentHashMap.newKeySet();

    /** One that nobody listens at, and that this JVM was not given before. */
    public static int next() {
        while (true) {
            int port = ThreadLocalRandom.current().nextInt(LOWEST, HIGHEST);
            try (ServerSocket socket = new ServerSocket()) {
                socket.bind(new InetSocketAddress(port));
                if (GIVEN.add(port)) {
                    return port;
                }
            } catch (IOException e) {
                // Taken: another.
            }
        }
    }

    private FreePort() {}
}
