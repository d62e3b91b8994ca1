package az.dost.vahid.packages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.edge.start.GatewaySettings;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.sources.ingest.TestDatabase;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/**
 * The image's file system, put together without an engine, and the gateway in it: as nobody, with a read-only root, on
 * the modules of its list.
 */
@Tag("endurance")
@EnabledOnOs(OS.LINUX)
class ImageIT {
    private static final String SCRIPT =
            PackageFiles.FOLDER.resolve("container/by-hand").toString();
    private static final int FIRST_WITH_CACHE = 25;
    /** The gateway is used once for its cache. */
    private static final long LONGEST_BUILD_S = cached() ? 900 : 180;

    @TempDir
    static Path folder;

    private static Path root;

    private static String run(List<String> command) throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, "output", null);
        ProcessBuilder builder =
                new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(output.toFile());
        builder.environment().putIfAbsent("JAVA_HOME", System.getProperty("java.home"));
        Process process = builder.start();
        assertThat(process.waitFor(LONGEST_BUILD_S, TimeUnit.SECONDS)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(output)).isZero();
        return Files.readString(output);
    }

    @BeforeAll
    static void build() throws Exception {
        Assumptions.assumeTrue(
                "root".equals(System.getProperty("user.name")),
                "SKIPPED, not passed: only root may make namespaces here");
        root = folder.resolve("root");
        System.out.println(
                run(List.of("bash", SCRIPT, "build", root.toString(), "target/vahid.jar", "target/vahid-demo.jar")));
    }

    /** Of a JDK that makes one; the image goes without it otherwise. */
    private static boolean cached() {
        return Runtime.version().feature() >= FIRST_WITH_CACHE;
    }

    @Test
    void an_ahead_of_time_cache_is_in_it_where_the_jdk_makes_one() throws Exception {
        assertThat(Files.exists(root.resolve("opt/vahid/vahid.aot"))).isEqualTo(cached());
        assertThat(Files.readString(root.resolve("opt/vahid/jvm.options")).contains("-XX:AOTCache="))
                .isEqualTo(cached());
    }

    /** The gateway writes there as another user, so the folders are not the test's any more. */
    @AfterAll
    static void giveBack() throws Exception {
        if (root != null) {
            run(List.of("chown", "-R", "0:0", folder.toString()));
        }
    }

    @Test
    void the_list_of_modules_has_all_that_the_jars_name() throws Exception {
        List<String> jars;
        try (Stream<Path> files = Files.list(root.resolve("opt/vahid/lib"))) {
            jars = files.sorted().map(ImageIT::withoutModule).toList();
        }
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "jdeps").toString(),
                "--print-module-deps",
                "--ignore-missing-deps",
                "--multi-release",
                "17",
                "--class-path",
                String.join(":", jars),
                root.resolve("opt/vahid/vahid.jar").toString()));
        command.addAll(jars);
        String[] lines = run(command).strip().split("\n");
        TreeSet<String> needed = new TreeSet<>(List.of(lines[lines.length - 1].split(",")));
        needed.removeAll(Files.readAllLines(PackageFiles.FOLDER.resolve("container/modules.txt")));
        assertThat(needed).as("modules that jars name and the list has not").isEmpty();
    }

    /** A copy that is no module, as no jar on a class path is: some ask for modules that nobody has. */
    private static String withoutModule(Path jar) {
        try {
            Path copy = Files.copy(
                    jar, Files.createDirectories(folder.resolve("jars")).resolve(jar.getFileName()));
            try (FileSystem zip = FileSystems.newFileSystem(copy);
                    Stream<Path> entries = Files.walk(zip.getPath("/"))) {
                for (Path entry :
                        entries.filter(one -> one.endsWith("module-info.class")).toList()) {
                    Files.delete(entry);
                }
            }
            return copy.toString();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void the_gateway_serves_in_it_as_nobody_and_cannot_change_it() throws Exception {
        int port = FreePort.next();
        int broker = FreePort.next();
        EmbeddedActiveMQ artemis = new EmbeddedActiveMQ()
                .setConfiguration(new ConfigurationImpl()
                        .setSecurityEnabled(false)
                        .setPersistenceEnabled(false)
                        .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + broker));
        artemis.start();
        Path own = Files.createDirectories(folder.resolve("own"));
        GatewaySettings settings = new GatewaySettings(own, TestDatabase.create(), "tcp://127.0.0.1:" + broker)
                .with("server.port", String.valueOf(port))
                .with("vahid.database.durable", "false")
                .with("vahid.broker.durable", "false");
        run(List.of("chown", "-R", "10001:10001", own.toString()));
        List<String> command =
                new ArrayList<>(List.of("bash", SCRIPT, "run", root.toString(), "-v", own + ":" + own, "--"));
        command.addAll(settings.arguments());
        Path log = folder.resolve("gateway.log");
        Process image = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        try {
            Awaitility.await("the image's health check")
                    .atMost(Duration.ofSeconds(120))
                    .failFast(() -> !image.isAlive())
                    .until(() -> healthy(port));
            ProcessHandle java = image.descendants()
                    .filter(one -> one.info().command().orElse("").endsWith("/java"))
                    .findFirst()
                    .orElseThrow();
            List<String> status = Files.readAllLines(Path.of("/proc", String.valueOf(java.pid()), "status"));
            assertThat(status)
                    .anyMatch(line -> line.matches("Uid:\\s+10001\\s+10001.*"))
                    .anyMatch(line -> line.matches("CapEff:\\s+0+"))
                    .anyMatch(line -> line.matches("NoNewPrivs:\\s+1"));
            assertThat(Files.readAllLines(Path.of("/proc", String.valueOf(java.pid()), "mountinfo")).stream()
                            .map(line -> line.split(" "))
                            .filter(mount -> mount[4].equals("/"))
                            .map(mount -> mount[5]))
                    .allMatch(options -> options.startsWith("ro"));
            assertThat(Files.readString(log))
                    .as("a cache that is not used is told")
                    .doesNotContain("ahead-of-time cache");
            java.destroy();
            assertThat(image.waitFor(60, TimeUnit.SECONDS))
                    .as("it ends when it is asked to")
                    .isTrue();
        } catch (Throwable failed) {
            throw new AssertionError(Files.readString(log), failed);
        } finally {
            image.descendants().forEach(ProcessHandle::destroyForcibly);
            image.destroyForcibly().waitFor();
            artemis.stop();
        }
    }

    private static boolean healthy(int port) throws IOException, InterruptedException {
        Process check = new ProcessBuilder(
                        "bash", PackageFiles.FOLDER.resolve("container/healthy").toString(), String.valueOf(port))
                .start();
        return check.waitFor(10, TimeUnit.SECONDS) && check.exitValue() == 0;
    }
}
