package az.dost.vahid.mock.population;

import az.dost.vahid.mock.register.ComputedPopulation;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** By what the invented citizens can be known: their FINs, and their names as registers write them. */
public final class KnownPeople {
    private static final Locale AZERBAIJANI = Locale.forLanguageTag("az");
    /** As many as the mocks ever have, so that the citizens of every smaller population are among them. */
    private static final ComputedPopulation ALL = new ComputedPopulation(2_000_000);

    public static boolean isFin(String word) {
        return ALL.number(word).isPresent()
                || Arrays.stream(Personas.values())
                        .anyMatch(persona -> persona.fin().equals(word));
    }

    public static Set<String> names() {
        return Arrays.stream(Nation.values())
                .flatMap(nation -> Stream.of(nation.men, nation.women, nation.surnames, women(nation))
                        .flatMap(Arrays::stream))
                .flatMap(name -> Stream.of(name, name.toUpperCase(AZERBAIJANI)))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String[] women(Nation nation) {
        return IntStream.range(0, nation.surnames.length)
                .mapToObj(i -> nation.surname(Sex.FEMALE, i))
                .toArray(String[]::new);
    }

    private KnownPeople() {}
}
