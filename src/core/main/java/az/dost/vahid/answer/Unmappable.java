package az.dost.vahid.answer;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A part of an agency's answer that is not believed, and is left out of its facts.
 *
 * @param fact canonical name
 * @param path JSON Pointer (RFC 6901) from the facts, in canonical names and the indexes of the agency's own lists:
 *     {@code /benefits/1/amount}
 * @param rule stable code of what it breaks, in capitals
 * @param cost the largest part that is not in the facts because of it, a pointer as well: {@code /benefits/1} where the
 *     field is needed, the path itself where only the field is left out; null where nobody misses it: a field that no
 *     definition has
 */
public record Unmappable(String fact, String path, String rule, String cost) {
    /** Rule of a record that says the same as an earlier one of its list: it is left out, and nobody misses it. */
    public static final String REPEATED = "SAME_RECORD_TWICE";

    /** One that has cost itself. */
    public Unmappable(String fact, String path, String rule) {
        this(fact, path, rule, path);
    }

    public Unmappable costing(String part) {
        return new Unmappable(fact, path, rule, part);
    }

    /** Whether something that the agency said is missing from its facts. */
    public boolean missed() {
        return cost != null && !rule.equals(REPEATED);
    }

    /**
     * Places of the items that are left of a list, by the indexes of the agency's own list.
     *
     * @param list place of the list
     * @param told all that was left out of the agency's facts
     */
    public static List<String> places(String list, Collection<Unmappable> told, int left) {
        Set<String> lost = told.stream().map(Unmappable::cost).collect(Collectors.toSet());
        List<String> places = new ArrayList<>();
        for (int i = 0; places.size() < left; i++) {
            String place = list + "/" + i;
            if (!lost.contains(place)) {
                places.add(place);
            }
        }
        return places;
    }
}
