package az.dost.vahid.journeys.tally;

import az.dost.vahid.json.Json;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.Passport.Obtained;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What counting needs of the passports. It is kept with the figures, as passports change, and what a case came to is
 * computed again by what they said then.
 *
 * @param services by code, and by document that a citizen would have fetched, the authority that issues it
 */
record Rules(Map<String, Map<String, String>> services) {
    private static final ObjectMapper JSON = Json.mapper();
    private static final TypeReference<TreeMap<String, Map<String, String>>> TYPE = new TypeReference<>() {};
    static final Rules NONE = new Rules(Map.of());

    static Rules of(Collection<Passport> passports) {
        Map<String, Map<String, String>> services = new TreeMap<>();
        for (Passport passport : passports) {
            Map<String, String> fetched = services.computeIfAbsent(passport.code(), code -> new TreeMap<>());
            passport.documents().stream()
                    .filter(paper -> paper.obtained() == Obtained.COLLECTED && paper.register() != null)
                    .forEach(paper -> fetched.put(paper.id(), paper.register()));
        }
        return new Rules(services);
    }

    static Rules read(String json) {
        try {
            return new Rules(JSON.readValue(json, TYPE));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    String json() {
        try {
            return JSON.writeValueAsString(services);
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * The authority from which a citizen would have fetched a paper; empty where he has it at home, or that is not
     * known.
     */
    Optional<String> fetchedFrom(String service, String document) {
        return Optional.ofNullable(services.getOrDefault(service, Map.of()).get(document));
    }

    /** What a caller wrote for a service may be anything, and is told only where there is such a service. */
    String known(String service) {
        return service != null && services.containsKey(service) ? service : TallyPlace.NONE;
    }
}
