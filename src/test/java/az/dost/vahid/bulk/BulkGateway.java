package az.dost.vahid.bulk;

import az.dost.vahid.Vahid;
import az.dost.vahid.ingest.TestDatabase;
import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.io.Writer;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import org.awaitility.Awaitility;
import org.awaitility.core.TerminalFailureException;
import org.springframework.beans.factory.config.YamlPropertiesFactoryBean;
import org.springframework.core.env.Environment;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** A gateway in a process of its own, to be killed, that asks the mock agencies of the running system. */
final class BulkGateway {
    final JdbcTemplate database;
    private final Path folder;
    private final int port;
    private Process process;

    /** In a process of its own; it ends with its parent at the latest. */
    public static void main(String[] args) throws IOException {
        var context = new org.springframework.boot.SpringApplication(Vahid.class).run(args);
        while (System.in.read() >= 0) {
            Thread.onSpinWait();
        }
        context.close();
    }

    BulkGateway(Path folder, RunningVahid vahid) throws IOException {
        this.folder = folder;
        String url = TestDatabase.create();
        this.database = new JdbcTemplate(new DriverManagerDataSource(url));
        try (ServerSocket socket = new ServerSocket(0)) {
            this.port = socket.getLocalPort();
        }
        Environment running = vahid.bean(Environment.class);
        YamlPropertiesFactoryBean mocks = new YamlPropertiesFactoryBean();
        mocks.setResources(new ClassPathResource("application-mocks.yaml"));
        Properties settings = new Properties();
        mocks.getObject().keySet().stream().map(Object::toString).filter(name -> name.matches("vahid\\.(endpoints|secrets|keys-password|requesters).*"))
                .forEach(name -> settings.put(name, running.getProperty(name)));
        settings.put("vahid.keys", vahid.data().resolve("keys").toString());
        settings.put("vahid.data", folder.resolve("data").toString());
        settings.put("vahid.drops.every-ms", "3600000");
        settings.put("vahid.bulk.lease-ms", "4000");
        settings.put("vahid.bulk.renew-every-ms", "500");
        settings.put("spring.datasource.url", url);
        settings.put("spring.profiles.active", "production");
        settings.put("server.port", String.valueOf(port));
        try (Writer file = Files.newBufferedWriter(folder.resolve("settings.properties"))) {
            settings.store(file, null);
        }
    }

    Office office() {
        return new Office(() -> port, "demo-dost-centre-1");
    }

    Path log() {
        return folder.resolve("gateway.log");
    }

    /** Returns once it serves. */
    void start() throws IOException {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx256m", "-XX:+ExitOnOutOfMemoryError", "-XX:TieredStopAtLevel=1", "-cp", ChildProcess.classPath()));
        String logback = System.getProperty("logback.configurationFile");
        if (logback != null) {
            command.add("-Dlogback.configurationFile=" + logback);
        }
        command.addAll(List.of(BulkGateway.class.getName(), "--spring.config.additional-location=file:" + folder.resolve("settings.properties")));
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile())).start();
        try {
            Awaitility.await("start of the gateway").atMost(Duration.ofSeconds(120)).ignoreExceptions().failFast(() -> !process.isAlive())
                    .until(() -> office().get("/v1/keys").statusCode() == 200);
        } catch (TerminalFailureException e) {
            throw new IllegalStateException("It ended: " + Files.readString(log()), e);
        }
    }

    /** As by kill -9. */
    void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }
}
