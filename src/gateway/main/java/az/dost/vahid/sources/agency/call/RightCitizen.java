package az.dost.vahid.sources.agency.call;

import az.dost.vahid.answer.Fin;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.key.ProofException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.stream.Stream;

/**
 * Each page of an answer must be about the citizen asked for. Whom else it is about is known to nobody: a keyed hash is
 * kept.
 */
final class RightCitizen {
    private final Mapping mapping;
    private final PersonHash persons;

    RightCitizen(Mapping mapping, PersonHash persons) {
        this.mapping = mapping;
        this.persons = persons;
    }

    /**
     * @param mapped what the mapping made of a page
     * @throws ProofException OTHER_CITIZEN
     */
    void check(JsonNode mapped, Conversation conversation) {
        String subject = mapped.path("subject").asText();
        if (!conversation.question.fin().equals(subject)) {
            note(subject, conversation);
            throw new ProofException(Reason.OTHER_CITIZEN, "The answer is about another citizen");
        }
    }

    /**
     * Of an answer that broke off, or that the mapping refuses: its bytes are kept all the same, and whom they are of
     * has to be told so.
     */
    void suspect(Conversation conversation) {
        Stream.concat(Stream.ofNullable(conversation.tree), conversation.laterPages.stream())
                .map(mapping::subject)
                .filter(subject -> subject != null
                        && !subject.equals(conversation.question.fin())
                        && Fin.FORM.matcher(subject).matches())
                .findFirst()
                .ifPresent(subject -> note(subject, conversation));
    }

    private void note(String subject, Conversation conversation) {
        conversation.otherPerson = Fin.FORM.matcher(subject).matches() ? persons.of(subject) : null;
    }
}
