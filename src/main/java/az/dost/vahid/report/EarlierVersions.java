package az.dost.vahid.report;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.function.ToIntFunction;

/** What a correction must hide for what its earlier versions showed: who lays two side by side sees what came between. */
final class EarlierVersions {
    /**
     * A count is hidden where it differs a little from one that was shown, and where it was hidden and has moved only a little since.
     *
     * @param earlier the newest first
     * @param hidden  of an earlier version, the ids that it hid
     * @return ids of cells
     */
    static Set<String> hidden(Relations now, Counts counts, List<KeptCounts> earlier, Function<KeptCounts, Set<String>> hidden, ToIntFunction<CellName> least) {
        Set<String> ids = new TreeSet<>();
        counts.all().forEach((cell, n) -> {
            if (!now.has(cell)) {
                return;
            }
            int bound = least.applyAsInt(cell);
            for (int i = 0; i < earlier.size(); i++) {
                long moved = Math.abs(n - earlier.get(i).counts().of(cell));
                boolean was = hidden.apply(earlier.get(i)).contains(cell.id());
                if (was ? i == 0 && moved < bound : moved > 0 && moved < bound) {
                    ids.add(now.id(cell));
                }
            }
        });
        return ids;
    }

    private EarlierVersions() { }
}
