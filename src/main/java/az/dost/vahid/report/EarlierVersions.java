package az.dost.vahid.report;

import az.dost.vahid.report.disclosure.Standing;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What a correction may do with its cells, for what its earlier versions did with them: who lays two side by side sees what came between. */
final class EarlierVersions {
    private final List<KeptCounts> earlier;
    private final Function<KeptCounts, Set<String>> hidden;
    private final ToIntFunction<CellName> least;

    /**
     * @param earlier the newest first
     * @param hidden  of an earlier version, the ids that it hid
     */
    EarlierVersions(List<KeptCounts> earlier, Function<KeptCounts, Set<String>> hidden, ToIntFunction<CellName> least) {
        this.earlier = earlier;
        this.hidden = hidden;
        this.least = least;
    }

    /** By id of the new version's cells, but for those that are new. */
    Map<String, Standing> standings(Relations now, Counts counts) {
        Map<String, Standing> standings = new HashMap<>();
        counts.all().forEach((cell, n) -> {
            if (now.has(cell) && !earlier.isEmpty()) {
                Standing standing = standing(cell, n);
                if (standing != Standing.NEW) {
                    standings.merge(now.id(cell), standing, (one, other) -> one == Standing.SECRET ? one : other);
                }
            }
        });
        return standings;
    }

    /**
     * A count is guarded where it differs a little from one that was shown, and where it was hidden and has moved only a little since. One that is what the
     * newest version showed cannot be taken back.
     */
    private Standing standing(CellName cell, long n) {
        boolean near = earlier.stream().anyMatch(version -> !was(version, cell) && n != version.counts().of(cell) && moved(version, cell, n) < least.applyAsInt(cell));
        KeptCounts newest = earlier.get(0);
        if (near || was(newest, cell) && moved(newest, cell, n) < least.applyAsInt(cell)) {
            return Standing.SECRET;
        }
        return !was(newest, cell) && newest.counts().all().containsKey(cell) && moved(newest, cell, n) == 0 ? Standing.SHOWN : Standing.NEW;
    }

    private boolean was(KeptCounts version, CellName cell) {
        return hidden.apply(version).contains(cell.id());
    }

    private static long moved(KeptCounts version, CellName cell, long n) {
        return Math.abs(n - version.counts().of(cell));
    }
}
