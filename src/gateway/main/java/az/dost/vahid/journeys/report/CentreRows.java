package az.dost.vahid.journeys.report;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Which row a centre's figures stand in: those of few officials would tell of each of them, so such centres share one.
 */
final class CentreRows {
    /** Row of all centres without one of their own. */
    static final String OTHER = "OTHER";
    /** Row of what nobody named a centre, or anything else, of. */
    static final String NONE = "NONE";

    private static final int LEAST_OFFICIALS = 3;
    private static final int LEAST_SHARING = 2;
    /** A centre that is called as a row of ours has none of its own. */
    private static final Set<String> OURS = Set.of(OTHER, NONE, ReportTable.ALL);

    private final Set<String> own;
    private final boolean apart;
    private final Set<String> merged = new TreeSet<>();

    /**
     * @param own codes of those that have a row
     * @param apart whether what nobody named a centre of has a row of its own
     */
    CentreRows(Set<String> own, boolean apart) {
        this.own = own;
        this.apart = apart;
    }

    /**
     * The row that some share is not one centre's, nor of fewer than three officials: the smallest of the others shares
     * it too, and in the end all.
     *
     * @param officials ids of those who look up, by centre
     * @param seen centres that have figures; one that the files do not name any more has no officials
     */
    static CentreRows of(Map<String, Set<String>> officials, Collection<String> seen) {
        Set<String> own = seen.stream()
                .filter(centre -> officials(officials, Set.of(centre)) >= LEAST_OFFICIALS && !OURS.contains(centre))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> shared = new HashSet<>(seen);
        shared.remove("");
        shared.removeAll(own);
        boolean tells = tells(officials, shared);
        while (tells && !own.isEmpty()) {
            String smallest = own.stream()
                    .min(Comparator.comparingInt(centre -> officials(officials, Set.of(centre))))
                    .orElseThrow();
            own.remove(smallest);
            shared.add(smallest);
            tells = tells(officials, shared);
        }
        return new CentreRows(own, !tells);
    }

    private static boolean tells(Map<String, Set<String>> officials, Set<String> shared) {
        return !shared.isEmpty() && (shared.size() < LEAST_SHARING || officials(officials, shared) < LEAST_OFFICIALS);
    }

    private static int officials(Map<String, Set<String>> officials, Set<String> centres) {
        return (int) centres.stream()
                .flatMap(centre -> officials.getOrDefault(centre, Set.of()).stream())
                .distinct()
                .count();
    }

    /** Whether it is the key of a row that is no centre's. */
    static boolean ours(String key) {
        return OURS.contains(key);
    }

    /** @param centre empty for none */
    String row(String centre) {
        if (centre.isEmpty()) {
            return apart ? NONE : OTHER;
        }
        if (own.contains(centre)) {
            return centre;
        }
        merged.add(centre);
        return OTHER;
    }

    boolean has(String centre) {
        return own.contains(centre);
    }

    /** Codes of those that were asked for and share a row. */
    Set<String> merged() {
        return merged;
    }
}
