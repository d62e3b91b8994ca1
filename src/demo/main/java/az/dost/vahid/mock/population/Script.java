package az.dost.vahid.mock.population;

import java.util.Map;
import java.util.Set;

/** What is not left to chance in a kin: by seat, what is surely and what is never so. */
record Script(Map<Integer, Set<Trait>> surely, Map<Integer, Set<Trait>> nowise) {
    static final Script NONE = new Script(Map.of(), Map.of());

    Set<Trait> sure(int seat) {
        return surely.getOrDefault(seat, Set.of());
    }

    Set<Trait> never(int seat) {
        return nowise.getOrDefault(seat, Set.of());
    }
}
