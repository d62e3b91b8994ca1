package az.dost.vahid.leak;

import az.dost.vahid.mock.population.KnownPeople;
import java.util.Set;

/** The citizens of the demonstration. */
public final class Population implements KnownCitizens {
    private static final Set<String> NAMES = KnownPeople.names();

    @Override
    public boolean isFin(String word) {
        return KnownPeople.isFin(word);
    }

    @Override
    public boolean isName(String word) {
        return NAMES.contains(word);
    }
}
