package az.dost.vahid.mock.population;

import az.dost.vahid.mock.register.ComputedPopulation;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A population small enough to look at everybody, large enough for martyrs, guardians and foreigners. */
final class Sample {
    static final Population POPULATION = new ComputedPopulation(40_003);

    /** Everybody with that fact at that agency. */
    static <T> Stream<Known<T>> having(String agency, String fact) {
        return numbers()
                .mapToObj(number -> new Known<T>(number, fact(agency, number, fact)))
                .filter(known -> known.fact != null);
    }

    /** A citizen and what is known. */
    record Known<T>(int number, T fact) {
        String fin() {
            return POPULATION.fin(number);
        }
    }

    static IntStream numbers() {
        return IntStream.range(0, POPULATION.size());
    }

    /** Null where the agency has no such fact. */
    @SuppressWarnings("unchecked")
    static <T> T fact(String agency, int number, String fact) {
        return (T) POPULATION.facts(agency, number).get(fact);
    }

    static <T> T fact(String agency, String fin, String fact) {
        return fact(agency, number(fin), fact);
    }

    static <T> List<T> list(String agency, int number, String fact) {
        List<T> list = fact(agency, number, fact);
        return list == null ? List.of() : new ArrayList<>(list);
    }

    static int number(String fin) {
        return POPULATION.number(fin).orElseThrow(() -> new AssertionError("nobody has the FIN " + fin));
    }

    static Facts.Identity identity(int number) {
        return fact("identity-register", number, "identity");
    }

    static boolean alive(int number) {
        return fact("civil-status", number, "death") == null;
    }

    private Sample() {}
}
