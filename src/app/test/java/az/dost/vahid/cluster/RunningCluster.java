package az.dost.vahid.cluster;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.mock.register.ComputedPopulation;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Writer;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * The cluster of {@code src/packages/cluster/cluster.py}, told what to do by its commands. It ends with this JVM at the
 * latest.
 */
final class RunningCluster implements AutoCloseable {
    static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> PROGRAMS =
            List.of("python3", "patroni", "etcd", "etcdctl", "haproxy", "pgbackrest", "openssl");
    private static final Path SCRIPT = Path.of("src/packages/cluster/cluster.py");
    private final Process script;
    private final Writer commands;
    private final BufferedReader answers;
    private final JsonNode described;
    private final Population population;

    /**
     * Returns once everything is ready; skips the test where a package is missing.
     *
     * @param folder for what it says beside its answers
     */
    RunningCluster(Path folder) throws IOException {
        PROGRAMS.forEach(program -> new OutsideTool(program, folder));
        String classes = System.getProperty("cluster.class-path", "");
        OutsideTool.needed(
                !classes.isEmpty()
                        || Files.exists(Path.of("target/vahid.jar")) && Files.exists(Path.of("target/vahid-demo.jar")),
                "The jars are not there (mvn -Pcluster verify makes them)");
        List<String> command = new ArrayList<>(List.of(
                "python3",
                "-B",
                SCRIPT.toString(),
                "--java",
                Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        if (!classes.isEmpty()) {
            command.addAll(List.of("--class-path", classes));
        }
        Arrays.stream(System.getProperty("cluster.arguments", "").split(" "))
                .filter(argument -> !argument.isEmpty())
                .forEach(command::add);
        script = new ProcessBuilder(command)
                .redirectError(folder.resolve("cluster.err").toFile())
                .start();
        commands = script.outputWriter(StandardCharsets.UTF_8);
        answers = new BufferedReader(new InputStreamReader(script.getInputStream(), StandardCharsets.UTF_8));
        String first = answers.readLine();
        described = first == null
                ? JSON.createObjectNode().put("error", Files.readString(folder.resolve("cluster.err")))
                : JSON.readTree(first);
        if (!described.path("ready").asBoolean()) {
            script.destroy();
            throw new IllegalStateException(
                    "The cluster does not start: " + described.path("error").asText() + "; logs are in "
                            + described.path("folder").asText());
        }
        population = new ComputedPopulation(described.path("population").asInt());
    }

    /** @return its answer, which is that it was done */
    synchronized JsonNode tell(String command) {
        try {
            commands.write(command + "\n");
            commands.flush();
            String line = answers.readLine();
            if (line == null) {
                throw new IllegalStateException("The cluster has ended: " + command);
            }
            JsonNode answer = JSON.readTree(line);
            if (!answer.path("ok").asBoolean()) {
                throw new IllegalStateException(
                        command + ": " + answer.path("error").asText() + "; logs are in "
                                + described.path("folder").asText());
            }
            return answer;
        } catch (IOException e) {
            throw new IllegalStateException(command, e);
        }
    }

    /** What haproxy gives to one gateway or another. */
    URI front(String path) {
        return URI.create(described.path("gateways").asText() + path);
    }

    /** Each gateway by itself. */
    List<URI> members(String path) {
        List<URI> members = new ArrayList<>();
        described.path("members").forEach(member -> members.add(URI.create(member.asText() + path)));
        return members;
    }

    List<String> gateways() {
        List<String> names = new ArrayList<>();
        described.path("members").fieldNames().forEachRemaining(names::add);
        return names;
    }

    URI mocks(String path) {
        return URI.create(described.path("mocks").asText() + path);
    }

    /** Of a requester. */
    String token(String requester) {
        return described.path("tokens").path(requester).asText();
    }

    /** Folder of what all gateways share. */
    Path shared(String name) {
        return Path.of(described.path("shared").asText(), name);
    }

    /** Folder of what is kept outside the database; it may be away. */
    Path anchors() {
        return Path.of(described.path("anchors").asText());
    }

    Path keys() {
        return Path.of(described.path("keys").asText());
    }

    /** Folder of one gateway's own keys. */
    Path keys(String gateway) {
        return Path.of(described.path("folder").asText(), gateway, "keys");
    }

    Population population() {
        return population;
    }

    int citizens() {
        return described.path("population").asInt();
    }

    JdbcTemplate database() {
        return new JdbcTemplate(
                new DriverManagerDataSource(described.path("database").asText()));
    }

    @Override
    public void close() throws IOException, InterruptedException {
        commands.close();
        if (!script.waitFor(3, TimeUnit.MINUTES)) {
            script.destroy();
        }
    }
}
