package az.dost.vahid.spdci;

import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;

/**
 * What came of one search.
 *
 * @param reason the standard's code; null where there is none
 * @param text for people: why, or what is not known; null where all is said
 * @param record that was found; null for none. Personal data
 */
record Outcome(State state, String reason, String text, JsonNode record) {
    /** What a search can come to. */
    enum State {
        FOUND("succ"),
        /** Each register that could have one was asked, and says that there is none. */
        NO_RECORD("succ"),
        /** A register that could have one did not answer, or not so that it could be believed. */
        UNKNOWN("pdng"),
        REFUSED("rjct");

        private final String status;

        State(String status) {
            this.status = status;
        }

        /** The standard's word. */
        String status() {
            return status;
        }
    }

    static Outcome refused(ProblemException problem, Registries registries) {
        return new Outcome(State.REFUSED, registries.reason(problem), text(problem), null);
    }

    /** For people, and with the code of our own. */
    static String text(ProblemException problem) {
        return problem.code().name() + ": " + problem.detail() + " " + problem.fix();
    }

    @Override
    public String toString() {
        return state.name();
    }
}
