package az.dost.vahid.proof.anchor;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.blob.ObjectStore;
import java.nio.file.Path;
import org.springframework.core.env.Environment;

/** Where the setting {@code vahid.record.anchors} says that roots are anchored. */
final class AnchorPlace {
    private static final String SETTING = "vahid.record.anchors";
    private static final String NONE = "none";
    private static final String FILE = "file:";

    /**
     * Null where an operator said that there is none.
     *
     * @throws StartException when the setting is neither a folder nor an object store nor that word
     */
    static AnchorStore of(Environment settings) {
        String place = settings.getProperty(SETTING, "").strip();
        if (place.equals(NONE)) {
            return null;
        }
        if (ObjectStore.named(place)) {
            return new AnchorBucket(ObjectStore.of("anchors", SETTING, settings));
        }
        if (place.isEmpty()) {
            throw new StartException(
                    "Set " + SETTING + " to a folder or an object store outside the database, or to the word none");
        }
        return new AnchorFolder(Path.of(place.startsWith(FILE) ? place.substring(FILE.length()) : place));
    }

    private AnchorPlace() {}
}
