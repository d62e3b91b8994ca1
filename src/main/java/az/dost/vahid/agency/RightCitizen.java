package az.dost.vahid.agency;

import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.problem.Reason;
import az.dost.vahid.signature.PersonHash;
import az.dost.vahid.signature.ProofException;
import com.fasterxml.jackson.databind.JsonNode;

/** An answer must be about the citizen asked for, page by page. Whom else it is about is known to nobody: a keyed hash is kept. */
final class RightCitizen {
    private final Mapping mapping;
    private final PersonHash persons;

    RightCitizen(Mapping mapping, PersonHash persons) {
        this.mapping = mapping;
        this.persons = persons;
    }

    /**
     * @param mapped what the mapping made of the whole answer
     * @throws ProofException OTHER_CITIZEN
     */
    void check(JsonNode mapped, Conversation conversation) {
        named(mapped, conversation);
        conversation.laterPages.forEach(page -> named(mapping.apply(page), conversation));
    }

    private void named(JsonNode mapped, Conversation conversation) {
        String subject = mapped.path("subject").asText();
        if (!conversation.question.fin().equals(subject)) {
            conversation.otherPerson = PersonHash.FIN.matcher(subject).matches() ? persons.of(subject) : null;
            throw new ProofException(Reason.OTHER_CITIZEN, "The answer is about another citizen");
        }
    }
}
