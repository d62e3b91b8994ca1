package az.dost.vahid.rights;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** People who are computed and never stored. Nothing follows from them for the country. Safe for several threads. */
public interface MadeUpPeople {
    /** Those of this program; {@code vahid.jar} has none. */
    static Optional<MadeUpPeople> here() {
        return of(Thread.currentThread().getContextClassLoader());
    }

    /** The same, for threads that may not find what the program has. */
    static Optional<MadeUpPeople> of(ClassLoader program) {
        return ServiceLoader.load(MadeUpPeople.class, program).findFirst();
    }

    /** How many there are; their numbers are {@code 0 .. size()-1}. */
    int size();

    /**
     * What a lookup would say of one of them when every agency answers.
     *
     * @param asked by fact, the fields that are asked; an empty set for all
     * @return facts, conflicts and sources, as {@code contracts/dossier.schema.json} has them
     */
    JsonNode dossier(int number, Map<String, Set<String>> asked);
}
