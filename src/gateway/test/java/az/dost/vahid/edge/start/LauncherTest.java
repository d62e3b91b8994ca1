package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The launcher {@code vahid}, with a small jar in the gateway's place: it finds its jar, and what it keeps for later
 * never stops it.
 */
@DisabledOnOs(OS.WINDOWS)
class LauncherTest {
    private static final Path SCRIPT = Path.of("src/app/main/launcher/vahid").toAbsolutePath();

    @TempDir
    private Path place;

    @BeforeEach
    void installed() throws IOException {
        Path home = Files.createDirectories(place.resolve("with a blank"));
        Files.copy(SCRIPT, home.resolve("vahid"));
        home.resolve("vahid").toFile().setExecutable(true);
        jar();
    }

    private void jar() throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().put(Attributes.Name.MAIN_CLASS, LauncherProbe.class.getName());
        String file = LauncherProbe.class.getName().replace('.', '/') + ".class";
        try (OutputStream out = Files.newOutputStream(place.resolve("with a blank/vahid.jar"));
                JarOutputStream made = new JarOutputStream(out, manifest);
                InputStream in = LauncherProbe.class.getClassLoader().getResourceAsStream(file)) {
            made.putNextEntry(new JarEntry(file));
            in.transferTo(made);
        }
    }

    private record Ran(int code, String out, String err) {}

    private Ran run(Map<String, String> variables, Path script, String... arguments)
            throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(script.toString()));
        command.addAll(List.of(arguments));
        ProcessBuilder builder = new ProcessBuilder(command).directory(place.toFile());
        builder.environment().keySet().removeAll(List.of("VAHID_JAR", "VAHID_OPTS", "VAHID_CACHE", "NO_COLOR"));
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.environment().put("XDG_CACHE_HOME", place.resolve("cache").toString());
        builder.environment().putAll(variables);
        Path err = place.resolve("err");
        Process process = builder.redirectError(err.toFile()).start();
        process.getOutputStream().close();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        return new Ran(process.waitFor(), out, Files.readString(err));
    }

    private Ran run(String... arguments) throws IOException, InterruptedException {
        return run(Map.of(), place.resolve("with a blank/vahid"), arguments);
    }

    private List<String> kept() throws IOException {
        Path cache = place.resolve("cache/vahid");
        if (!Files.isDirectory(cache)) {
            return List.of();
        }
        try (var files = Files.list(cache)) {
            return files.map(file -> file.getFileName().toString()).sorted().toList();
        }
    }

    private String packed() throws IOException {
        return "from " + place.resolve("with a blank/vahid.jar").toRealPath();
    }

    private String unpacked() throws IOException {
        return "from " + place.resolve("cache").toRealPath().resolve("vahid/unpacked.");
    }

    @Test
    void arguments_and_exit_code_pass_unchanged() throws Exception {
        Ran ran = run("exits", "7", "a b", "", "*", "quo'te", "--json");
        assertThat(ran.out()).endsWith("[exits]\n[7]\n[a b]\n[]\n[*]\n[quo'te]\n[--json]\n");
        assertThat(ran.code()).isEqualTo(7);
        assertThat(ran.err()).isEmpty();
    }

    /** The shell is no process of its own any more. */
    @Test
    void a_signal_reaches_the_command_and_gives_its_exit_code() throws Exception {
        ProcessBuilder builder =
                new ProcessBuilder(place.resolve("with a blank/vahid").toString(), "waits");
        builder.environment().putAll(Map.of("VAHID_CACHE", "", "JAVA_HOME", System.getProperty("java.home")));
        Process process = builder.start();
        try (BufferedReader out = process.inputReader()) {
            assertThat(out.readLine()).startsWith(packed());
            assertThat(out.readLine()).isEqualTo("[waits]");
            process.destroy();
            assertThat(process.waitFor()).isEqualTo(143);
        }
    }

    @Test
    void links_to_links_lead_to_the_jar() throws Exception {
        Path first = Files.createSymbolicLink(place.resolve("first"), Path.of("with a blank/vahid"));
        Path second = Files.createSymbolicLink(
                Files.createDirectories(place.resolve("bin")).resolve("v"), Path.of("../" + first.getFileName()));
        assertThat(run(Map.of("VAHID_CACHE", ""), second, "version").out()).startsWith(packed());
    }

    @Test
    void the_second_command_runs_from_what_the_first_has_unpacked() throws Exception {
        assertThat(run("version").out()).startsWith(unpacked());
        List<String> kept = kept();
        assertThat(kept).hasSize(2);
        assertThat(run("version").out()).startsWith(unpacked());
        assertThat(kept()).isEqualTo(kept);
        assertThat(Files.getPosixFilePermissions(place.resolve("cache/vahid")))
                .isEqualTo(PosixFilePermissions.fromString("rwx------"));
    }

    @Test
    void another_jar_is_unpacked_anew() throws Exception {
        run("version");
        String before = run("version").out();
        jar();
        Files.setLastModifiedTime(
                place.resolve("with a blank/vahid.jar"),
                FileTime.from(Instant.now().plusSeconds(2)));
        assertThat(run("version").out()).startsWith(unpacked()).isNotEqualTo(before);
    }

    @Test
    void a_folder_in_which_others_may_write_is_not_used() throws Exception {
        run("version");
        Files.setPosixFilePermissions(place.resolve("cache/vahid"), PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThat(run("version").out()).startsWith(packed());
    }

    @Test
    void what_cannot_be_unpacked_runs_packed_and_is_not_tried_each_time() throws Exception {
        Files.createFile(place.resolve("with a blank/unpacks-nothing"));
        assertThat(run("version").out()).startsWith(packed());
        assertThat(kept()).hasSize(1);
        Files.delete(place.resolve("with a blank/unpacks-nothing"));
        Ran again = run("version");
        assertThat(again.out()).startsWith(packed());
        assertThat(again.err()).isEmpty();
    }

    @Test
    void a_mark_that_names_another_place_is_not_followed() throws Exception {
        run("version");
        Path mark = place.resolve("cache/vahid")
                .resolve(kept().stream()
                        .filter(name -> name.matches("\\d+-\\d+"))
                        .findFirst()
                        .orElseThrow());
        Files.writeString(mark, Files.readString(mark).replaceFirst("unpacked\\.\\w+", "../../elsewhere"));
        assertThat(run("version").out()).startsWith(unpacked());
    }

    @ParameterizedTest
    @ValueSource(strings = {"err/no/folder", "/proc/none", ""})
    void a_cache_that_cannot_be_made_stops_nothing(String cache) throws Exception {
        Ran ran = run(Map.of("VAHID_CACHE", cache), place.resolve("with a blank/vahid"), "version");
        assertThat(ran.out()).startsWith(packed());
        assertThat(ran.err()).isEmpty();
        assertThat(ran.code()).isZero();
    }

    @ParameterizedTest
    @ValueSource(strings = {"--server.port=8081", "--debug"})
    void the_gateway_is_started_as_it_is(String setting) throws Exception {
        assertThat(run(setting).out()).startsWith(packed());
        assertThat(run().out()).startsWith(packed());
        assertThat(kept()).isEmpty();
    }

    /** The command would set it itself, which takes a quarter of its time. */
    @Test
    void java_itself_makes_no_objects_of_bytes_in_a_short_command() throws Exception {
        assertThat(run("version").out()).startsWith(unpacked()).contains(" objects !*");
        assertThat(run("--debug").out()).startsWith(packed()).contains(" objects null");
    }

    /** Each of its classes would otherwise be looked for in all libraries whose names come before its own. */
    @Test
    void the_parser_is_looked_into_before_all_libraries() throws Exception {
        assertThat(run("version").out())
                .contains("-Xbootclasspath/a:" + place.resolve("cache") + "/vahid/unpacked.")
                .contains("/lib/picocli-0.jar");
        assertThat(run("--debug").out()).doesNotContain("-Xbootclasspath");
    }

    @Test
    void without_a_terminal_there_are_no_colours() throws Exception {
        assertThat(run("version").out()).contains(" ansi false");
    }

    @Test
    @EnabledOnOs(OS.LINUX)
    void colours_come_where_both_outputs_are_a_terminal_and_nobody_forbids_them() throws Exception {
        OutsideTool script = new OutsideTool("script", Files.createDirectories(place.resolve("terminal")));
        String launcher = "JAVA_HOME='" + System.getProperty("java.home") + "' VAHID_CACHE= '"
                + place.resolve("with a blank/vahid") + "' version";
        for (String[] way : new String[][] {
            {"env -u NO_COLOR TERM=xterm ", "", "true"},
            {"env NO_COLOR=1 TERM=xterm ", "", "false"},
            {"env -u NO_COLOR TERM=dumb ", "", "false"},
            {"env -u NO_COLOR TERM=xterm ", " 2>/dev/null", "false"}
        }) {
            assertThat(script.accepts("-qec", way[0] + launcher + way[1], "/dev/null"))
                    .isTrue();
            assertThat(script.output()).as(way[0] + way[1]).contains(" ansi " + way[2]);
        }
    }

    @Test
    void options_for_java_may_choose_another_collector() throws Exception {
        Ran ran =
                run(Map.of("VAHID_OPTS", "-XX:+UseParallelGC -Xmx64m"), place.resolve("with a blank/vahid"), "version");
        assertThat(ran.out()).startsWith(unpacked());
    }

    @Test
    void without_a_jar_or_a_java_it_says_so_in_one_line() throws Exception {
        Ran without = run(Map.of("JAVA_HOME", "/nowhere"), place.resolve("with a blank/vahid"), "version");
        assertThat(without.code()).isEqualTo(1);
        assertThat(without.err()).startsWith("vahid: there is no Java").hasLineCount(1);
        Files.delete(place.resolve("with a blank/vahid.jar"));
        Ran nothing = run("version");
        assertThat(nothing.code()).isEqualTo(1);
        assertThat(nothing.err()).startsWith("vahid: there is no vahid.jar").hasLineCount(1);
    }
}
