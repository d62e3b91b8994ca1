package az.dost.vahid.definition;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;

/**
 * What definition files say, read again as they change. At the start every file must be right. After that a file with a
 * mistake costs itself and keeps no other from being read; what is wrong stands in {@link Troubles} until it is mended.
 */
public final class StandingDefinitions<T> {
    private static final Logger LOG = LoggerFactory.getLogger(StandingDefinitions.class);
    private final String name;
    private final DefinitionFolder folder;
    private final Function<List<Resource>, Reading<T>> reader;
    private final Troubles troubles;
    private List<Finding> findings = List.of();
    private volatile T current;
    private volatile String version;

    /**
     * @param name by which people know these definitions, such as {@code requesters}
     * @param reader given all files of the folder; it never throws for what they say
     * @throws DefinitionException with every error of every file
     */
    public StandingDefinitions(
            String name, DefinitionFolder folder, Function<List<Resource>, Reading<T>> reader, Troubles troubles) {
        this.name = name;
        this.folder = folder;
        this.reader = reader;
        this.troubles = troubles;
        List<Resource> files = folder.files();
        this.current = reader.apply(files).strict();
        this.version = StandingVersions.of(files);
        troubles.versions().add(name, () -> version);
    }

    /**
     * One file; the reader is given none when it is not there.
     *
     * @throws DefinitionException with every error
     */
    public static <T> StandingDefinitions<T> of(
            String name, Resource file, Function<List<Resource>, Reading<T>> reader, Troubles troubles) {
        return new StandingDefinitions<>(name, DefinitionFolder.of(file), reader, troubles);
    }

    public T now() {
        return current;
    }

    /** Reads again what has changed. Whether there was something that counts from now on. */
    public synchronized boolean refresh() {
        boolean taken = folder.changed() && take();
        List<Finding> all = new ArrayList<>(findings);
        if (folder.away()) {
            all.add(new Finding(name, 0, "the folder is away; all stays as it was until it is back"));
        }
        troubles.tell(name, all);
        return taken;
    }

    /** The next {@link #refresh} reads all files again: what they must hold to has changed. */
    public synchronized void again() {
        folder.forget();
    }

    private boolean take() {
        try {
            List<Resource> files = folder.files();
            Reading<T> reading = reader.apply(files);
            String next = StandingVersions.of(files);
            findings = reading.findings();
            if (reading.content() == null) {
                return false;
            }
            current = reading.content();
            version = next;
            LOG.info("What the files of {} say has changed", name);
            return true;
        } catch (RuntimeException e) {
            folder.forget();
            findings = List.of(
                    new Finding(name, 0, "cannot be read: " + e.getClass().getSimpleName()));
            return false;
        }
    }
}
