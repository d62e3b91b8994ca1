package az.dost.vahid.mock.planted;

import az.dost.vahid.mock.population.Population;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.context.annotation.Primary;
import org.springframework.stereotype.Component;

/**
 * The computed citizens, and people whom a test has planted beside them: the played agencies answer about both alike.
 * Found by the played agencies' own scan of this package; while nobody is planted it changes nothing. Files of drops
 * have the computed citizens alone.
 */
@Primary
@Component
public final class PlantedPopulation implements Population {
    private static final List<String> FINS = new CopyOnWriteArrayList<>();
    private static final Map<String, Map<String, Map<String, Object>>> FACTS = new ConcurrentHashMap<>();
    private final Population computed;

    PlantedPopulation(@Qualifier("population") Population computed) {
        this.computed = computed;
    }

    /**
     * @param facts by agency, as {@link Population#facts} has them; of an agency of which there is {@link #SILENT} it
     *     cannot answer
     */
    public static void plant(String fin, Map<String, Map<String, Object>> facts) {
        if (FACTS.put(fin, facts) == null) {
            FINS.add(fin);
        }
    }

    /** Of an agency that fails when it is asked about the person. */
    public static final Map<String, Object> SILENT = Map.of("silent", true);

    public static void clear() {
        FACTS.clear();
        FINS.clear();
    }

    @Override
    public int size() {
        return computed.size();
    }

    @Override
    public String fin(int number) {
        return number < computed.size() ? computed.fin(number) : FINS.get(number - computed.size());
    }

    @Override
    public OptionalInt number(String fin) {
        int planted = FACTS.containsKey(fin) ? FINS.indexOf(fin) : -1;
        return planted < 0 ? computed.number(fin) : OptionalInt.of(computed.size() + planted);
    }

    @Override
    public Map<String, Object> facts(String agency, int number) {
        if (number < computed.size()) {
            return computed.facts(agency, number);
        }
        Map<String, Object> facts = FACTS.get(fin(number)).getOrDefault(agency, Map.of());
        if (facts == SILENT) {
            throw new IllegalStateException("It was told to fail");
        }
        return facts;
    }

    @Override
    public IntStream members(String agency) {
        return computed.members(agency);
    }
}
