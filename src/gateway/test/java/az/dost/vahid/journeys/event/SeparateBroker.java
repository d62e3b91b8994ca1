package az.dost.vahid.journeys.event;

import az.dost.vahid.process.FreePort;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/**
 * An Artemis broker from its own distribution, in a process of its own, with the settings that administrators are told
 * of. The endurance profile unpacks the distribution below {@code target}.
 */
final class SeparateBroker implements AutoCloseable {
    private static final Path HOME = Path.of(System.getProperty("artemis.home", "target/apache-artemis-2.40.0"))
            .toAbsolutePath();
    private static final String USER = "vahid";
    private final Path instance;
    private final int port;
    private Process process;

    static boolean available() {
        return Files.isDirectory(HOME);
    }

    SeparateBroker(Path folder) throws IOException, InterruptedException {
        instance = folder.resolve("broker");
        port = FreePort.next();
        run(
                        folder,
                        HOME.resolve("bin/artemis"),
                        "create",
                        instance.toString(),
                        "--user",
                        USER,
                        "--password",
                        USER,
                        "--role",
                        "gateway",
                        "--require-login",
                        "--nio",
                        "--no-web",
                        "--no-autotune",
                        "--no-amqp-acceptor",
                        "--no-mqtt-acceptor",
                        "--no-hornetq-acceptor",
                        "--no-stomp-acceptor",
                        "--host",
                        "localhost",
                        "--default-port",
                        String.valueOf(port),
                        "--silent")
                .waitFor(2, TimeUnit.MINUTES);
        start();
    }

    void start() throws IOException {
        process = run(
                instance,
                instance.resolve("bin/artemis"),
                "run",
                "--properties",
                Path.of("src/docs/broker.properties").toAbsolutePath().toString());
        Awaitility.await("broker, whose log is in " + instance)
                .atMost(Duration.ofMinutes(2))
                .until(this::listens);
    }

    private boolean listens() {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress("localhost", port), 500);
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    private static Process run(Path folder, Path script, String... arguments) throws IOException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(Arrays.asList(arguments));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(
                        folder.resolve("broker.log").toFile()));
        // The script becomes the broker by exec, so that the process killed is the broker itself.
        builder.environment().put("JAVA_ARGS", "-Xmx512m -Dlog4j2.disableJmx=true");
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        return builder.start();
    }

    String address() {
        return "tcp://localhost:" + port;
    }

    /** The gateway's settings for it. */
    List<String> settings() {
        return List.of(
                "--spring.artemis.mode=native",
                "--spring.artemis.broker-url=" + address(),
                "--spring.artemis.user=" + USER,
                "--spring.artemis.password=" + USER);
    }

    jakarta.jms.ConnectionFactory connections() {
        return new org.apache.activemq.artemis.jms.client.ActiveMQConnectionFactory(address(), USER, USER);
    }

    /** Kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    void stop() {
        process.destroyForcibly();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
