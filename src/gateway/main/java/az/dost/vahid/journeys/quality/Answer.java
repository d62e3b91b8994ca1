package az.dost.vahid.journeys.quality;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * What a register says of a ticket.
 *
 * @param state CORRECTED, CORRECT_AS_IS or CANNOT
 * @param note why; empty where nothing was said
 */
record Answer(Progress.State state, String note) {
    static final int LONGEST_NOTE = 2000;

    /**
     * @param state as it was said
     * @throws IllegalArgumentException with what is wrong, without a word of it
     */
    static Answer of(String state, String note) {
        Progress.State one = switch (state) {
            case "CORRECTED" -> Progress.State.CORRECTED;
            case "CORRECT_AS_IS" -> Progress.State.CORRECT_AS_IS;
            case "CANNOT" -> Progress.State.CANNOT;
            default ->
                throw new IllegalArgumentException("The answer must be one of CORRECTED, CORRECT_AS_IS and CANNOT.");
        };
        if (note.length() > LONGEST_NOTE || note.indexOf('\0') >= 0) {
            throw new IllegalArgumentException("The note must have at most " + LONGEST_NOTE + " characters.");
        }
        if (one != Progress.State.CORRECTED && note.isBlank()) {
            throw new IllegalArgumentException("The note must say why nothing is corrected.");
        }
        return new Answer(one, note.strip());
    }

    /** What is kept of it with the ticket. */
    JsonNode json(String agency, Instant at) {
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("agency", agency)
                .put("answer", state.name())
                .put("at", at.truncatedTo(ChronoUnit.SECONDS).toString());
        return note.isEmpty() ? json : json.put("note", note);
    }
}
