package az.dost.vahid.rights;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The closest living kin of an event's person: spouse, children and parents.
 *
 * @param people personal numbers, in order
 * @param all whether the registers have no others; false where one was not heard, or not believed in full
 */
public record Kin(Set<String> people, boolean all) {
    /** The fact that names them. */
    static final String FACT = "family";
    /** Where it does. */
    static final List<String> FIELDS = List.of("spouse", "children", "parents");

    private static final String FIN = "fin";
    private static final String DIED = "diedOn";

    static Kin of(DossierFacts facts) {
        Map<String, Object> family = fields(facts.fact(FACT));
        if (family == null) {
            return new Kin(Set.of(), false);
        }
        Set<String> people = new TreeSet<>();
        boolean all = true;
        for (String field : FIELDS) {
            Object some = family.get(field);
            all &= some != null || facts.unknown(FACT + "." + field) == null;
            for (Object one : some instanceof List<?> list ? list : some == null ? List.of() : List.of(some)) {
                Map<String, Object> person = fields(one);
                Object fin = person == null ? null : person.get(FIN);
                all &= fin != null;
                if (fin != null && !died(person)) {
                    people.add(fin.toString());
                }
            }
        }
        return new Kin(people, all);
    }

    @SuppressWarnings("unchecked")
    private static Map<String, Object> fields(Object record) {
        return (Map<String, Object>) record;
    }

    private static boolean died(Map<String, Object> person) {
        return person.get(DIED) instanceof LocalDate day && day.isBefore(Samples.NEVER);
    }
}
