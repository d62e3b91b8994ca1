package az.dost.vahid.command;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** A PostgreSQL server that runs on a data folder; one at most does. */
public final class RunningDatabase {
    private static final int PORT_LINE = 3;

    /** Its JDBC address. */
    public static Optional<String> url(Path folder) {
        return port(folder).map(RunningDatabase::url);
    }

    public static String url(int port) {
        return url(port, "postgres");
    }

    public static String url(int port, String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database + "?user=postgres";
    }

    public static Optional<Integer> port(Path folder) {
        try {
            List<String> pid = Files.readAllLines(folder.resolve("postmaster.pid"));
            boolean alive = ProcessHandle.of(Long.parseLong(pid.get(0).strip()))
                    .map(ProcessHandle::isAlive)
                    .orElse(false);
            return alive ? Optional.of(Integer.valueOf(pid.get(PORT_LINE).strip())) : Optional.empty();
        } catch (IOException | NumberFormatException | IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private RunningDatabase() {}
}
