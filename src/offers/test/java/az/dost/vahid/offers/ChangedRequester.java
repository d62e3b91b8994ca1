package az.dost.vahid.offers;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import org.awaitility.Awaitility;

/** Runs something with another text of a requester's file, once that is taken over. */
public final class ChangedRequester {
    /** What is done meanwhile. */
    public interface Step {
        void run() throws Exception;
    }

    public static void with(String requester, String text, String by, Step step) throws Exception {
        Path file = RunningVahid.get().data().resolve("requesters/" + requester + ".yaml");
        String before = Files.readString(file);
        if (!before.contains(text)) {
            throw new AssertionError("The file of " + requester + " does not say " + text);
        }
        replace(file, before.replace(text, by));
        try {
            step.run();
        } finally {
            replace(file, before);
        }
    }

    private static void replace(Path file, String text) throws IOException {
        AccessPolicy access = RunningVahid.get().bean(AccessPolicy.class);
        Object version = access.version();
        Path other = Files.writeString(file.resolveSibling("new.tmp"), text);
        Files.move(other, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        Awaitility.await("requesters").atMost(RightsSystem.LONGEST).until(() -> access.version() != version);
    }

    private ChangedRequester() {}
}
