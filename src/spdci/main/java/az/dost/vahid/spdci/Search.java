package az.dost.vahid.spdci;

import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.UUID;

/**
 * One search of a message, and what came of it.
 *
 * <p>It is as the sender wrote it, in form alone; whether it may be asked is seen when its turn comes.
 */
final class Search {
    private final int number;
    private final String reference;
    private final JsonNode criteria;
    private final Purpose purpose;
    private final RecordForm form;
    private ProblemException fault;
    private List<String> asked = List.of();
    private UUID dossier;
    private Outcome outcome;

    /**
     * @param number its place in the message, from 0
     * @param reference the sender's name for it
     * @param form of the record that is wanted; null where there is none of this name
     */
    Search(int number, String reference, JsonNode criteria, Purpose purpose, RecordForm form) {
        this.number = number;
        this.reference = reference;
        this.criteria = criteria;
        this.purpose = purpose;
        this.form = form;
    }

    int number() {
        return number;
    }

    String reference() {
        return reference;
    }

    JsonNode criteria() {
        return criteria;
    }

    Purpose purpose() {
        return purpose;
    }

    RecordForm form() {
        return form;
    }

    /** That it will be refused when its turn comes. */
    void refuse(ProblemException why) {
        fault = why;
    }

    /** @throws ProblemException when it is to be refused */
    void check() {
        if (fault != null) {
            throw fault;
        }
    }

    void asked(List<String> facts) {
        asked = facts;
    }

    /** The facts that its lookup asked for. */
    List<String> asked() {
        return asked;
    }

    void by(UUID one) {
        dossier = one;
    }

    /** Id of the dossier that its outcome was read from; null for none. */
    UUID dossier() {
        return dossier;
    }

    void came(Outcome to) {
        outcome = to;
    }

    Outcome outcome() {
        return outcome;
    }

    @Override
    public String toString() {
        // Camel prints bodies when it traces: no personal data here.
        return "Search " + number;
    }
}
