package az.dost.vahid.kit.draft;

import az.dost.vahid.check.ContractPlaces;
import az.dost.vahid.kit.draft.field.DraftException;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** A contract's operations and places, as a draft of it has them. */
public final class DraftedPlaces implements ContractPlaces {
    @Override
    public Optional<Set<String>> operations(Path contract) {
        return read(contract, Operations::names);
    }

    @Override
    public Optional<Set<String>> places(Path contract) {
        return read(contract, Operations::places);
    }

    private static Optional<Set<String>> read(Path contract, Function<Path, Set<String>> reading) {
        try {
            return Optional.of(reading.apply(contract));
        } catch (DraftException e) {
            return Optional.empty();
        }
    }
}
