package az.dost.vahid.leak;

import az.dost.vahid.process.PackageServer;
import ch.qos.logback.classic.Logger;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.platform.launcher.LauncherSession;
import org.junit.platform.launcher.LauncherSessionListener;
import org.slf4j.LoggerFactory;

/** Fails the whole run of the tests, at its end, when anything that it logged or named tells who somebody is. */
public final class LeakListener implements LauncherSessionListener {
    /** Has the log of a process that a test started looked at too; at once, as it may be gone at the end. */
    public static void log(Path file) {
        try (var lines = Files.lines(file)) {
            lines.forEach(line -> Leaks.SUITE.look("The log of a process, " + file.getFileName(), line));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Fails whoever asks when anything that was logged up to now tells who somebody is; and when nobody listens to the
     * log.
     *
     * @throws AssertionError naming each place
     */
    public static void lookAtLog() {
        if (!(((Logger) LoggerFactory.getLogger(org.slf4j.Logger.ROOT_LOGGER_NAME)).getAppender("leaks")
                instanceof LogCapture)) {
            throw new AssertionError("Nobody listens to the log");
        }
        Leaks.SUITE.none();
    }

    @Override
    public void launcherSessionOpened(LauncherSession session) {
        PackageServer.beforeEnd(() -> Names.look(Leaks.SUITE));
    }

    @Override
    public void launcherSessionClosed(LauncherSession session) {
        Names.look(Leaks.SUITE);
        Leaks.SUITE.none();
    }
}
