package az.dost.vahid.offers;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.Correction;
import az.dost.vahid.proof.record.Corrections;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;

/** The facts of which a person says that they are wrong, and no agency has decided yet. */
final class OpenCorrections {
    private final Corrections corrections;

    OpenCorrections(Corrections corrections) {
        this.corrections = corrections;
    }

    /** @param person keyed hash of the FIN */
    Set<String> of(String person) {
        return corrections.of(person).stream()
                .filter(correction -> !correction.state().last())
                .map(OpenCorrections::fact)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private static String fact(Correction correction) {
        try {
            return correction.content() == null
                    ? null
                    : Json.mapper().readTree(correction.content()).path("fact").textValue();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
