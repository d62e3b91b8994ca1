package az.dost.vahid.spdci;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * What of an acknowledged message's answer may be given out now. Days can lie between the search and the call, or the
 * question how far it is: grants are asked again, as they are where a dossier is read again.
 */
final class GivenOut {
    private final InquiryReader inquiries;
    private final SearchFacts facts;
    private final AccessPolicy access;
    private final Registries registries;

    GivenOut(InquiryReader inquiries, SearchFacts facts, AccessPolicy access, Registries registries) {
        this.inquiries = inquiries;
        this.facts = facts;
        this.access = access;
        this.registries = registries;
    }

    /** The answer as it was kept; a record that its requester may not have any more is refused in it. */
    ObjectNode of(LaterMessage message, Requester requester) {
        ObjectNode whole = message.answer().path(LaterMessage.WHOLE).deepCopy();
        Inquiry inquiry = inquiries.read(message);
        ArrayNode responses = (ArrayNode)
                whole.path(EnvelopeReader.MESSAGE).path(inquiry.operation().response());
        for (Search search : inquiry.searches()) {
            if (responses.path(search.number()).has(AnswerWriter.DATA)) {
                try {
                    access.authorise(requester, search.purpose().service());
                    access.authorise(requester, facts.of(search, inquiry.operation()));
                } catch (ProblemException refused) {
                    search.came(Outcome.refused(refused, registries));
                    responses.set(search.number(), AnswerWriter.answer(inquiry, search, AnswerWriter.now()));
                }
            }
        }
        return whole;
    }
}
