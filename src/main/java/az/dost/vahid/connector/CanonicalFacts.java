package az.dost.vahid.connector;

import java.util.Set;

/** The names of the canonical facts, as {@code contracts/dossier.schema.json} defines them. */
public record CanonicalFacts(Set<String> names) {
}
