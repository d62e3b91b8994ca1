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
    private final MoreDefinitions more;
    private List<Finding> findings = List.of();
    /** Version of what stood beside the folder when all was read last. */
    private String beside = StandingVersions.of(List.of());

    private boolean again;
    private volatile T current;
    private volatile String version;

    /**
     * @param name by which people know these definitions, such as {@code requesters}
     * @param reader given all files of the folder; it never throws for what they say
     * @throws DefinitionException with every error of every file
     */
    public StandingDefinitions(
            String name, DefinitionFolder folder, Function<List<Resource>, Reading<T>> reader, Troubles troubles) {
        this(name, folder, reader, troubles, MoreDefinitions.NONE);
    }

    /** @param more read from the first {@link #refresh} on: what is wrong with them stops no start */
    public StandingDefinitions(
            String name,
            DefinitionFolder folder,
            Function<List<Resource>, Reading<T>> reader,
            Troubles troubles,
            MoreDefinitions more) {
        this.name = name;
        this.folder = folder;
        this.reader = reader;
        this.troubles = troubles;
        this.more = more;
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
        List<ReleasedDefinition> others = more.now();
        boolean other = again || !StandingVersions.of(List.copyOf(others)).equals(beside);
        boolean taken = (folder.changed() || other && !folder.away()) && take(others);
        List<Finding> all = new ArrayList<>(findings);
        if (folder.away()) {
            all.add(new Finding(name, 0, "the folder is away; all stays as it was until it is back"));
        }
        troubles.tell(name, all);
        return taken;
    }

    /** The next {@link #refresh} reads all files again: what they must hold to has changed. */
    public synchronized void again() {
        again = true;
    }

    private boolean take(List<ReleasedDefinition> others) {
        try {
            List<Resource> files = folder.files();
            List<Resource> all = new ArrayList<>(files);
            all.addAll(others);
            Reading<T> reading = reader.apply(all);
            String next = StandingVersions.of(files);
            beside = StandingVersions.of(List.copyOf(others));
            again = false;
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
            again = true;
            findings = List.of(
                    new Finding(name, 0, "cannot be read: " + e.getClass().getSimpleName()));
            return false;
        }
    }
}
