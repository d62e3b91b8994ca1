package az.dost.vahid.connector;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.io.Resource;

/** The names of the canonical facts, as {@code contracts/dossier.schema.json} defines them. */
public record CanonicalFacts(Set<String> names) {
    /** @throws IOException when the schema cannot be read */
    public static CanonicalFacts of(Resource dossierSchema) throws IOException {
        try (var in = dossierSchema.getInputStream()) {
            Set<String> facts = new HashSet<>();
            new ObjectMapper().readTree(in).at("/properties/facts/properties").fieldNames().forEachRemaining(facts::add);
            return new CanonicalFacts(facts);
        }
    }
}
