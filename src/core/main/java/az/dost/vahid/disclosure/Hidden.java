package az.dost.vahid.disclosure;

import java.util.Set;

/**
 * What must be hidden.
 *
 * @param ids of all cells to be hidden, those that were hidden before among them
 * @param givenUp ids of the guarded cells that nothing could hide well enough: all that was new of their table is
 *     hidden, and others' ids too, so nothing new is told of them. Empty as a rule
 */
public record Hidden(Set<String> ids, Set<String> givenUp) {
    public Hidden {
        ids = Set.copyOf(ids);
        givenUp = Set.copyOf(givenUp);
    }

    public boolean has(String id) {
        return ids.contains(id);
    }
}
