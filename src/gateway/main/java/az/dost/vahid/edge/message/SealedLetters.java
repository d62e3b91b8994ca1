package az.dost.vahid.edge.message;

import az.dost.vahid.json.Json;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Base64;
import java.util.UUID;
import org.springframework.dao.EmptyResultDataAccessException;

/**
 * Encrypts letters with the record's key, for one id each; whoever reads the queues reads nothing, and can make none.
 */
final class SealedLetters {
    private static final ObjectMapper JSON = Json.mapper();
    private static final String PART = "letter";
    private final Bodies bodies;

    SealedLetters(Bodies bodies) {
        this.bodies = bodies;
    }

    /** @param id of the letter, of the record's kind */
    String seal(UUID id, Letter letter) {
        try {
            return Base64.getEncoder()
                    .encodeToString(bodies.seal(id, DataClass.LETTER, PART, JSON.writeValueAsBytes(letter)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws ProblemException REQUEST_MALFORMED when it was not sealed here, or too long ago */
    Letter open(String id, String sealed) {
        try {
            return JSON.readValue(
                    bodies.open(
                            UUID.fromString(id),
                            DataClass.LETTER,
                            PART,
                            Base64.getDecoder().decode(sealed)),
                    Letter.class);
        } catch (IllegalArgumentException | IOException | ChangedException | EmptyResultDataAccessException e) {
            throw new ProblemException(
                    ProblemCode.REQUEST_MALFORMED, null, "The message is no letter that was sealed here.");
        }
    }
}
