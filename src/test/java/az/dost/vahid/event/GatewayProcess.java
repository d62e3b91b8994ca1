package az.dost.vahid.event;

import az.dost.vahid.process.ChildProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** A gateway for events in a process of its own, to be killed and started again; its log goes on in one file. */
final class GatewayProcess implements AutoCloseable {
    final Path log;
    private final List<String> command;
    private Process process;

    GatewayProcess(Path folder, List<String> settings) throws IOException {
        log = folder.resolve("gateway.log");
        command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx384m",
                "-XX:+ExitOnOutOfMemoryError", "-cp", ChildProcess.classPath()));
        String logback = System.getProperty("logback.configurationFile");
        if (logback != null) {
            command.add("-Dlogback.configurationFile=" + logback);
        }
        command.add(EventGateway.class.getName());
        command.addAll(settings);
        start();
    }

    void start() throws IOException {
        process = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile())).start();
    }

    /** What it wrote, for whoever asks why it ended. */
    String log() throws IOException {
        return Files.readString(log);
    }

    boolean lives() {
        return process.isAlive();
    }

    /** Kill -9. */
    void kill() throws InterruptedException {
        process.destroyForcibly().waitFor();
    }

    @Override
    public void close() throws InterruptedException {
        kill();
    }
}
