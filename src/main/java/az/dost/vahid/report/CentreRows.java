package az.dost.vahid.report;

import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Which row a centre's figures stand in: those of few officials would tell of each of them, so such centres share one. */
final class CentreRows {
    /** Row of all centres without one of their own. */
    static final String OTHER = "OTHER";
    /** Row of what nobody named a centre, or anything else, of. */
    static final String NONE = "NONE";
    private static final int LEAST_OFFICIALS = 3;
    /** A centre that is called as a row of ours has none of its own. */
    private static final Set<String> OURS = Set.of(OTHER, NONE, ReportTable.ALL);
    private final Set<String> own;
    private final Set<String> merged = new TreeSet<>();

    /** @param own codes of those that may have a row */
    CentreRows(Set<String> own) {
        this.own = own;
    }

    /** @param ids of officials who look up, by centre */
    static CentreRows of(Map<String, Set<String>> officials) {
        return new CentreRows(officials.entrySet().stream().filter(each -> each.getValue().size() >= LEAST_OFFICIALS && !OURS.contains(each.getKey())).map(Map.Entry::getKey)
                .collect(Collectors.toSet()));
    }

    /** Whether it is the key of a row that is no centre's. */
    static boolean ours(String key) {
        return OURS.contains(key);
    }

    /** @param centre empty for none */
    String row(String centre) {
        if (centre.isEmpty()) {
            return NONE;
        }
        if (own.contains(centre)) {
            return centre;
        }
        merged.add(centre);
        return OTHER;
    }

    /** Codes of those that were asked for and share a row. */
    Set<String> merged() {
        return merged;
    }
}
