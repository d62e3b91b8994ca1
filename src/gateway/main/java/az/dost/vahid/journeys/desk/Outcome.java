package az.dost.vahid.journeys.desk;

import com.fasterxml.jackson.databind.JsonNode;

/** What a case came to by its last dossier: each case has one. */
enum Outcome {
    /** Every paper is known not to be needed. */
    FREE,
    /** The citizen has a paper to bring. */
    NEEDED,
    /** None is known to be needed; of some nobody knows, or of the right itself. */
    UNDECIDED,
    /** The person has died. */
    DECEASED,
    /** Nobody knows the person. */
    UNKNOWN;

    /** @param told what {@link DeskRows} wrote of a dossier */
    static Outcome of(JsonNode told) {
        String state = told.path("state").asText();
        if (state.equals(UNKNOWN.name()) || state.equals(DECEASED.name())) {
            return valueOf(state);
        }
        if (!told.path("stillNeeded").isEmpty()) {
            return NEEDED;
        }
        boolean decided = told.has(DeskRows.OPEN)
                ? told.path(DeskRows.OPEN).asInt() == 0
                : told.path("completeness").asText().equals("COMPLETE");
        return decided && !told.path(DeskRows.DOUBTED).asBoolean() ? FREE : UNDECIDED;
    }
}
