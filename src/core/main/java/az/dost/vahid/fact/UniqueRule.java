package az.dost.vahid.fact;

import az.dost.vahid.answer.Unmappable;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A rule of plausibility for a list: no two of its records have the same value of a field. Which of them is wrong when
 * it is broken nobody knows, so none of them is believed.
 *
 * @param id stable code
 */
record UniqueRule(String id, String field) {
    /**
     * Leaves out records that say what an earlier one says.
     *
     * @param items those that are not believed are null; changed
     * @return whether all are left
     */
    static boolean oneOfEach(JsonNode[] items, CheckRun trail) {
        Set<JsonNode> seen = new HashSet<>();
        boolean all = true;
        for (int i = 0; i < items.length; i++) {
            if (items[i] != null && !seen.add(items[i])) {
                trail.tellOf(i, Unmappable.REPEATED);
                items[i] = null;
                all = false;
            }
        }
        return all;
    }

    /**
     * Leaves out records that break the rule.
     *
     * @param items those that are not believed are null; changed
     * @return whether all are left
     */
    boolean holds(JsonNode[] items, CheckRun trail) {
        Map<JsonNode, List<Integer>> having = new LinkedHashMap<>();
        for (int i = 0; i < items.length; i++) {
            JsonNode value = items[i] == null ? null : items[i].get(field);
            if (value != null) {
                having.computeIfAbsent(value, key -> new ArrayList<>()).add(i);
            }
        }
        boolean all = true;
        for (List<Integer> same : having.values()) {
            if (same.size() > 1) {
                all = false;
                for (int i : same) {
                    trail.tellLoss(i, field, id);
                    items[i] = null;
                }
            }
        }
        return all;
    }
}
