package az.dost.vahid.check;

import java.nio.file.Path;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;

/** What a contract names, as it is read for a draft: the kit gives it by {@code META-INF/services}. */
public interface ContractPlaces {
    /** @throws IllegalStateException where the kit is not among the libraries */
    static ContractPlaces here() {
        return ServiceLoader.load(ContractPlaces.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("The kit is not among the libraries"));
    }

    /** Names of a contract's operations, none for a sample; empty when it cannot be read. */
    Optional<Set<String>> operations(Path contract);

    /** All places of a contract's operations, without marks of repetition; empty when it cannot be read. */
    Optional<Set<String>> places(Path contract);
}
