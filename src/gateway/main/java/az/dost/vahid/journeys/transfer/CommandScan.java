package az.dost.vahid.journeys.transfer;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A scanner's command, such as {@code clamscan --no-summary}: it gets the file's path; 0 is clean, 1 is infected,
 * anything else is no verdict.
 */
final class CommandScan implements VirusScan {
    private static final long LONGEST_MINUTES = 10;
    private final List<String> command;

    CommandScan(String command) {
        this.command = List.of(command.trim().split("\\s+"));
    }

    @Override
    public void scan(Path file) throws IOException {
        List<String> line = new ArrayList<>(command);
        line.add(file.toAbsolutePath().toString());
        Process process = new ProcessBuilder(line)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.DISCARD)
                .start();
        try {
            if (!process.waitFor(LONGEST_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("The virus scan has not ended within " + LONGEST_MINUTES + " minutes");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("The virus scan was interrupted");
        } finally {
            process.destroyForcibly();
        }
        if (process.exitValue() == 1) {
            throw new FileRefused(Refusal.INFECTED, "The virus scan found something");
        }
        if (process.exitValue() != 0) {
            throw new IOException("The virus scan failed with exit code " + process.exitValue());
        }
    }
}
