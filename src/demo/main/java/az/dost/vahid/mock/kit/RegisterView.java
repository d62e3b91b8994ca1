package az.dost.vahid.mock.kit;

import az.dost.vahid.mock.population.Population;
import java.util.Map;
import java.util.OptionalInt;

/** One agency's view of the population; under {@link Fault#OTHER_CITIZEN} it finds the neighbour's record. */
public final class RegisterView {
    private final String agency;
    private final Population population;
    private final Faults faults;

    public RegisterView(String agency, Population population, Faults faults) {
        this.agency = agency;
        this.population = population;
        this.faults = faults;
    }

    /** The record of a person; {@code facts} is empty when the register has none. */
    public record Entry(String fin, Map<String, Object> facts) {
        public boolean known() {
            return !facts.isEmpty();
        }

        /** The fact as its record (or list of records), null when absent. */
        @SuppressWarnings("unchecked")
        public <T> T fact(String name) {
            return (T) facts.get(name);
        }
    }

    public Entry find(String fin) {
        OptionalInt number = population.number(fin);
        if (number.isEmpty()) {
            return new Entry(fin, Map.of());
        }
        int n = number.getAsInt();
        if (faults.of(agency) == Fault.OTHER_CITIZEN) {
            int other = (n + 1) % population.size();
            return new Entry(population.fin(other), population.facts(agency, other));
        }
        return new Entry(fin, population.facts(agency, n));
    }
}
