package az.dost.vahid.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.HttpURLConnection;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** A process of the run, its output in a file; ended with the run, even when the run fails. */
final class Launched implements AutoCloseable {
    /** Logback's own name for it, and Spring Boot's. */
    static final List<String> LOGGING =
            List.of("-Dlogback.configurationFile=bench-logback.xml", "-Dlogging.config=classpath:bench-logback.xml");

    private static final long CLOCK_TICK_MS = 10;
    private static final int UTIME = 11;
    private static final long STOP_SECONDS = 20;
    private final String name;
    private final Process process;
    private final Path program;
    private final boolean java;
    private final Path log;

    Launched(String name, Path folder, List<String> command) {
        this.name = name;
        this.log = folder.resolve(name + ".log");
        this.program = Path.of(command.get(0));
        this.java = program.endsWith("java");
        try {
            Files.createDirectories(folder);
            process = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(process::destroyForcibly));
    }

    /** The Java that runs this, too. */
    static String executable() {
        return executable(Path.of(System.getProperty("java.home")));
    }

    /** @param home of a JDK */
    static String executable(Path home) {
        return home.resolve("bin").resolve("java").toString();
    }

    static Launched java(
            String name, Path folder, List<String> options, String classpath, String main, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(executable()));
        command.addAll(options);
        command.addAll(LOGGING);
        command.addAll(List.of("-cp", classpath, main));
        command.addAll(arguments);
        return new Launched(name, folder, command);
    }

    static Launched jar(String name, Path folder, List<String> options, Path jar, List<String> arguments) {
        return jar(executable(), name, folder, options, jar, arguments);
    }

    static Launched jar(
            String program, String name, Path folder, List<String> options, Path jar, List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(options);
        command.addAll(List.of("-jar", jar.toAbsolutePath().toString()));
        command.addAll(arguments);
        return new Launched(name, folder, command);
    }

    String name() {
        return name;
    }

    /** Bytes that its threads have allocated; 0 where it is no Java machine. */
    long allocatedBytes() {
        return java ? machine().allocatedBytes() : 0;
    }

    /** Time that its compilers have taken so far; 0 where it is no Java machine. */
    long compilationMs() {
        return java ? machine().compilationMs() : 0;
    }

    private JavaMachine machine() {
        return new JavaMachine(pid(), program.resolveSibling("jcmd"));
    }

    /** Whether it is a Java machine. */
    boolean java() {
        return java;
    }

    long pid() {
        return process.pid();
    }

    ProcessHandle handle() {
        return process.toHandle();
    }

    /**
     * Waits until a port of this machine answers.
     *
     * @throws IllegalStateException when it does not, or the process ends; it is ended then
     */
    Launched awaitPort(int port, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && process.isAlive()) {
            try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
                return this;
            } catch (IOException e) {
                pause();
            }
        }
        throw notStarted();
    }

    /**
     * Waits until an address answers 200.
     *
     * @throws IllegalStateException as {@link #awaitPort}
     */
    Launched awaitOk(String url, int seconds) {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        while (System.nanoTime() < end && process.isAlive()) {
            try {
                HttpURLConnection connection =
                        (HttpURLConnection) URI.create(url).toURL().openConnection();
                connection.setConnectTimeout(1000);
                connection.setReadTimeout(1000);
                if (connection.getResponseCode() == 200) {
                    return this;
                }
            } catch (IOException e) {
                // not yet
            }
            pause();
        }
        throw notStarted();
    }

    /** Ended at once: whoever started it has nothing to end it by. */
    private IllegalStateException notStarted() {
        close();
        return new IllegalStateException(name + " did not start, see " + log);
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** User and system time so far of the process and its direct children in milliseconds, from /proc. */
    long cpuMs() {
        return cpuMs(process.pid())
                + process.children().mapToLong(child -> cpuMs(child.pid())).sum();
    }

    private static long cpuMs(long pid) {
        try {
            String stat = Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            return (Long.parseLong(fields[UTIME]) + Long.parseLong(fields[UTIME + 1])) * CLOCK_TICK_MS;
        } catch (IOException e) {
            return 0;
        }
    }

    /** A number from /proc/<pid>/status, such as Threads or VmRSS (KiB). */
    long status(String field) {
        try {
            return Files.readAllLines(Path.of("/proc", Long.toString(pid()), "status")).stream()
                    .filter(line -> line.startsWith(field + ":"))
                    .map(line -> line.replaceAll("\\D", ""))
                    .mapToLong(Long::parseLong)
                    .findFirst()
                    .orElse(0);
        } catch (IOException e) {
            return 0;
        }
    }

    @Override
    public void close() {
        end(STOP_SECONDS);
    }

    /** Ends it, as {@link #close}, by a signal first. */
    void end(long seconds) {
        process.destroy();
        try {
            if (!process.waitFor(seconds, TimeUnit.SECONDS)) {
                process.destroyForcibly();
            }
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
        }
    }
}
