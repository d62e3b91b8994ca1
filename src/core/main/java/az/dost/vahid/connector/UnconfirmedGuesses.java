package az.dost.vahid.connector;

import az.dost.vahid.definition.Definition;
import az.dost.vahid.definition.Finding;
import az.dost.vahid.logging.PlainText;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/**
 * What a draft took from names alone, and no person has held to the contract: somebody else's data may be behind it, so
 * no connector runs on it.
 */
public final class UnconfirmedGuesses {
    private static final String BEGINS = "guessed that ";

    static List<Finding> in(Definition definition) {
        List<Finding> findings = new ArrayList<>();
        JsonNode guessed = definition.content().path("guessed");
        for (int i = 0; i < guessed.size(); i++) {
            JsonNode guess = guessed.path(i);
            String why = PlainText.of(guess.path("why").asText());
            findings.add(definition.at(
                    BEGINS + PlainText.of(guess.path("place").asText()) + " is "
                            + PlainText.of(guess.path("is").asText()) + (why.isEmpty() ? "" : " (" + why + ")")
                            + ": look into the contract; if it is right, move the line to confirmed, otherwise put it right and take the line out",
                    "guessed",
                    i));
        }
        return findings;
    }

    /** Whether a finding is one of these. */
    public static boolean has(Finding finding) {
        return finding.message().startsWith(BEGINS);
    }

    private UnconfirmedGuesses() {}
}
