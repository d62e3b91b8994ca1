package az.dost.vahid.anchor;

import az.dost.vahid.ingest.source.ObjectAddress;
import az.dost.vahid.ingest.source.ObjectStore;
import az.dost.vahid.problem.StartException;
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
        if (place.startsWith("s3:") || place.startsWith("s3+http:")) {
            ObjectAddress address = ObjectAddress.read(place).filter(each -> each.keyId() != null).orElseThrow(() -> new StartException("Set " + SETTING
                    + " to s3://access-key@host[:port]/bucket[/folder][?region=name]"));
            String secret = settings.getProperty("vahid.secrets.anchors.s3", "");
            if (secret.isBlank()) {
                throw new StartException("Set vahid.secrets.anchors.s3 to the secret of the access key in " + SETTING);
            }
            return new AnchorBucket(ObjectStore.of("anchors", address, address.keyId(), secret, Path.of(settings.getProperty("vahid.keys", "data/keys"))));
        }
        if (place.isEmpty()) {
            throw new StartException("Set " + SETTING + " to a folder or an object store outside the database, or to the word none");
        }
        return new AnchorFolder(Path.of(place.startsWith(FILE) ? place.substring(FILE.length()) : place));
    }

    private AnchorPlace() { }
}
