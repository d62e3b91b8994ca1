package az.dost.vahid.process;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;

/** A Java process that a test starts, kills and starts again; what it writes goes on in one file. */
public final class ChildProcess implements AutoCloseable {
    private final Path log;
    private final List<String> command;
    private Process process;

    /**
     * Not started yet.
     *
     * @param options of the JVM
     */
    public ChildProcess(Path log, Class<?> main, List<String> options, List<String> arguments) {
        this.log = log;
        command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+ExitOnOutOfMemoryError"));
        command.addAll(options);
        String logback = System.getProperty("logback.configurationFile");
        if (logback != null) {
            command.add("-Dlogback.configurationFile=" + logback);
        }
        command.addAll(List.of("-cp", classPath(), main.getName()));
        command.addAll(arguments);
    }

    /** This process's class path. Surefire ends it with a separator, which would put the working folder on it. */
    public static String classPath() {
        return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
                .filter(entry -> !entry.isEmpty())
                .collect(Collectors.joining(File.pathSeparator));
    }

    public void start() throws IOException {
        process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start();
    }

    public boolean lives() {
        return process != null && process.isAlive();
    }

    public Path log() {
        return log;
    }

    /** What it wrote, for whoever asks why it ended. */
    public String written() throws IOException {
        return Files.readString(log);
    }

    /** Tells it to stop, as an operator does: SIGTERM, where the system has that. */
    public void terminate() {
        process.destroy();
    }

    /** Kill -9; returns once it is gone. */
    public void kill() throws InterruptedException {
        if (process != null) {
            process.destroyForcibly().waitFor();
        }
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
