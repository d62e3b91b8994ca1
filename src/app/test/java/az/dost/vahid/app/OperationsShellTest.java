package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.app.PageCommands.Command;
import az.dost.vahid.app.PageCommands.Proof;
import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.project.Checkout;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.sources.ingest.TestDatabase;
import com.zaxxer.hikari.HikariDataSource;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each command of the operators' pages is run, or says why it is not. Those that are run here go through a shell, page
 * by page in their order, on folders of the test's own and a database with a record. Machines and services that only an
 * installation has are played: {@code ssh}, {@code systemctl}, {@code journalctl} and {@code curl} of the readiness.
 */
class OperationsShellTest {
    private static final String SELF = OperationsShellTest.class.getSimpleName();
    private static final long LONGEST_S = 180;
    /** Folders of a gateway's machine. */
    private static final String PLACES = "/etc/vahid /var/lib/vahid /opt/vahid /backup /evidence /mnt/anchors";

    @TempDir
    private Path folder;

    private final ServerSocket commands = open();

    private static ServerSocket open() {
        try {
            return new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @AfterEach
    void close() throws IOException {
        commands.close();
    }

    static Stream<Path> pages() {
        return PageCommands.pages().stream().filter(page -> !run(page).isEmpty());
    }

    private static List<Command> run(Path page) {
        List<Proof> here = PageCommands.proofs().stream()
                .filter(proof -> SELF.equals(proof.run()))
                .toList();
        return PageCommands.of(page).stream()
                .filter(command -> here.stream().anyMatch(proof -> proof.is(command)))
                .toList();
    }

    @Test
    void each_command_of_a_page_is_run_or_says_why_not() {
        assertThat(PageCommands.all())
                .filteredOn(command -> PageCommands.proofs().stream()
                                .filter(proof -> proof.is(command))
                                .count()
                        != 1)
                .as("commands that have not one entry in commands.yaml")
                .isEmpty();
    }

    static List<Proof> proofs() {
        return PageCommands.proofs();
    }

    @ParameterizedTest
    @MethodSource("proofs")
    void an_entry_is_of_a_command_and_names_tests_that_there_are(Proof proof) throws IOException {
        assertThat(PageCommands.all()).anyMatch(proof::is);
        assertThat(Stream.of(proof.run(), proof.read(), proof.not()).filter(Objects::nonNull))
                .hasSize(1);
        List<Path> tests = Stream.concat(
                        Checkout.files("test/java", "Test.java").stream(),
                        Checkout.files("test/java", "IT.java").stream())
                .toList();
        for (String name : Stream.of(proof.run(), proof.read(), proof.like())
                .filter(Objects::nonNull)
                .flatMap(names -> Stream.of(names.split(", ")))
                .toList()) {
            Path test = tests.stream()
                    .filter(file -> file.getFileName().toString().equals(name + ".java"))
                    .findFirst()
                    .orElse(null);
            assertThat(test).as(name).isNotNull();
            if (!name.equals(proof.like())) {
                assertThat(proof.like() != null && proof.like().contains(name)
                                || Files.readString(test).contains("PageCommands"))
                        .as(name + " takes the command from the page")
                        .isTrue();
            }
        }
    }

    @ParameterizedTest
    @MethodSource("pages")
    @EnabledOnOs({OS.LINUX, OS.MAC})
    void the_commands_of_a_page_run_one_after_another(Path page) throws Exception {
        List<Command> shown = run(page);
        if (shown.stream().anyMatch(command -> command.text().startsWith("psql"))) {
            new OutsideTool("psql", folder);
        }
        String database = TestDatabase.create();
        record(database);
        play();
        StringBuilder script = new StringBuilder("set -euo pipefail\n");
        if (shown.stream().anyMatch(command -> command.text().startsWith("git"))) {
            new OutsideTool("git", folder);
            script.append(placed("git init -q /etc/vahid\ncd /etc/vahid\ngit commit -q --allow-empty -m before\n"
                    + "touch changed\ngit add changed\ngit commit -q -m 'before the upgrade'\n"));
        }
        for (Command command : shown) {
            script.append("echo '> ")
                    .append(command.text().replace("'", "'\\''"))
                    .append("'\n");
            script.append(placed(command.text())).append('\n');
        }
        Path written = folder.resolve("written");
        ProcessBuilder shell = new ProcessBuilder(
                        "bash",
                        Files.writeString(folder.resolve("page.sh"), script).toString())
                .directory(folder.resolve("here").toFile())
                .redirectErrorStream(true)
                .redirectOutput(written.toFile());
        shell.environment()
                .putAll(Map.of(
                        "PATH",
                        folder.resolve("bin") + ":" + System.getenv("PATH"),
                        "URL",
                        database.replace("jdbc:", ""),
                        "AUDITOR_URL",
                        database,
                        "NEW_TOKEN",
                        "a token",
                        "FINGERPRINT",
                        "12ab"));
        for (String who : List.of("AUTHOR", "COMMITTER")) {
            shell.environment()
                    .putAll(Map.of("GIT_" + who + "_NAME", "Test", "GIT_" + who + "_EMAIL", "test@example.com"));
        }
        Process process = shell.start();
        try {
            assertThat(process.waitFor(LONGEST_S, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue()).as(Files.readString(written)).isZero();
    }

    private String placed(String command) {
        String placed = command;
        for (String place : PLACES.split(" ")) {
            placed = placed.replace(place, folder + place);
        }
        return placed.replace("/tmp/vahid-new.jar", folder + "/tmp/vahid-new.jar");
    }

    /** A record, and the keys with which it was made where a gateway has them. */
    private void record(String url) throws Exception {
        Path keys = folder.resolve("etc/vahid/keys");
        try (HikariDataSource database = RecordDatabase.open(url);
                TestRecord record = new TestRecord(database, keys)) {
            record.fill();
            Path anchors = Files.createDirectories(folder.resolve("mnt/anchors/vahid"));
            Files.writeString(
                    anchors.resolve("root-000000000001.jws"),
                    record.jdbc.queryForObject("select jws from audit_root where number = 1", String.class));
        }
        for (String made : PLACES.split(" ")) {
            Files.createDirectories(folder.resolve(made.substring(1)));
        }
        Path here = Files.createDirectories(folder.resolve("here"));
        Files.createDirectories(keys.resolve("agencies"));
        Files.copy(keys.resolve("gateway-tls.pem"), keys.resolve("agencies/tax.pem"));
        Files.copy(keys.resolve("gateway-wss.pem"), here.resolve("tax-new.pem"));
        Files.copy(keys.resolve("gateway-wss-ec.pem"), here.resolve("new-time-stamps.pem"));
        Files.writeString(folder.resolve("etc/vahid/secrets"), "TRAFFIC_POLICE_KEY=old\n");
        Files.createDirectories(folder.resolve("tmp"));
        Files.createDirectories(folder.resolve("var/lib/vahid/archive"));
        Files.createDirectories(folder.resolve("opt/vahid.before"));
        Files.writeString(folder.resolve("password"), DemoKeys.PASSWORD);
        Files.createDirectories(folder.resolve("etc/vahid/requesters"));
    }

    private void play() throws IOException {
        Thread answering = new Thread(this::answer, "commands of a page");
        answering.setDaemon(true);
        answering.start();
        program("java", """
                case "$*" in
                *jarmode=tools*) for last; do :; done; mkdir -p "$last"; touch "$last/$(basename "$3")";;
                "-jar vahid.jar "* | "-jar target/vahid.jar "*) shift 2
                    exec 3<> /dev/tcp/127.0.0.1/%d
                    printf '%%s\\0' "$@" '' >&3
                    IFS= read -r code <&3
                    cat <&3
                    exit "$code";;
                *) echo "java $*"; exit 9;;
                esac
                """.formatted(commands.getLocalPort()));
        // Each machine has a version before.
        program(
                "ssh",
                "mkdir -p '%1$s/vahid' '%1$s/vahid.before'\ntouch '%1$s/vahid/jvm.options' '%1$s/vahid.before/jvm.options'\nrm -rf '%1$s/vahid.failed'\nshift\nexec bash -c \"$*\"\n"
                        .formatted(folder.resolve("opt")));
        program("rsync", "exit 0\n");
        program("systemctl", "exit 0\n");
        program("sleep", "exit 0\n");
        program("journalctl", "echo \"All keys of the record are under the master key $FINGERPRINT now\"\n");
        program("curl", "echo '{\"status\":\"UP\"}'\n");
    }

    /** Ours run in this JVM: to start one for each takes minutes on a busy machine. */
    private void answer() {
        try {
            while (true) {
                try (Socket asked = commands.accept()) {
                    List<String> words = new ArrayList<>();
                    DataInputStream in = new DataInputStream(asked.getInputStream());
                    for (String word = word(in); !word.isEmpty(); word = word(in)) {
                        // Paths of the shell's folder are none of this JVM's.
                        Path beside = folder.resolve("here").resolve(word);
                        words.add(word.endsWith(".pem") && Files.exists(beside) ? beside.toString() : word);
                    }
                    if (words.get(0).equals("keys")) {
                        // This JVM has no variable of its own for it.
                        words.addAll(List.of(
                                "--password-file", folder.resolve("password").toString()));
                    }
                    StringWriter said = new StringWriter();
                    PrintWriter out = new PrintWriter(said);
                    int code = CommandLineEntry.commandLine(settings -> 9)
                            .setOut(out)
                            .setErr(out)
                            .execute(words.toArray(String[]::new));
                    asked.getOutputStream().write((code + "\n" + said).getBytes(StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            // The test has ended.
        }
    }

    private static String word(DataInputStream in) throws IOException {
        ByteArrayOutputStream word = new ByteArrayOutputStream();
        for (byte one = in.readByte(); one != 0; one = in.readByte()) {
            word.write(one);
        }
        return word.toString(StandardCharsets.UTF_8);
    }

    private void program(String name, String does) throws IOException {
        Path file = Files.createDirectories(folder.resolve("bin")).resolve(name);
        Files.writeString(file, "#!/usr/bin/env bash\nset -eu\n" + does);
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwx------"));
    }
}
