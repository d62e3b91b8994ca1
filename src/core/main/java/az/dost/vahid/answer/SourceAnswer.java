package az.dost.vahid.answer;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;

/**
 * One agency's row in a lookup.
 *
 * @param reason null when the agency spoke, is up to date and all of it was believed; of one that is not up to date it
 *     is why
 * @param asOf the time of which the agency speaks; null when it did not speak
 * @param elapsedMs from admission to the verdict
 * @param facts canonical facts by name; empty unless the verdict {@link Verdict#spoke()}
 * @param evidence what was received and proven
 * @param unmappable what of it was not believed, and is not in the facts
 * @param otherPerson keyed hash of the citizen whom the agency told of instead of the one asked for; null when it did
 *     not, or named nobody
 * @param fault names of the fault with which the agency answered, with a blank between them: of its code, of the first
 *     element of its detail; never its text. Nobody has proven them. Null without one
 */
public record SourceAnswer(
        String agency,
        Verdict verdict,
        Reason reason,
        Instant asOf,
        long elapsedMs,
        ObjectNode facts,
        List<Evidence> evidence,
        List<Unmappable> unmappable,
        String otherPerson,
        String fault) {
    /** One of which all was believed. */
    public SourceAnswer(
            String agency,
            Verdict verdict,
            Reason reason,
            Instant asOf,
            long elapsedMs,
            ObjectNode facts,
            List<Evidence> evidence) {
        this(agency, verdict, reason, asOf, elapsedMs, facts, evidence, List.of(), null, null);
    }

    /** One of the citizen who was asked for. */
    public SourceAnswer(
            String agency,
            Verdict verdict,
            Reason reason,
            Instant asOf,
            long elapsedMs,
            ObjectNode facts,
            List<Evidence> evidence,
            List<Unmappable> unmappable) {
        this(agency, verdict, reason, asOf, elapsedMs, facts, evidence, unmappable, null, null);
    }

    /**
     * The same, of which less is believed.
     *
     * @param left the facts that are left
     * @param told why the others are not, in addition to what is told already
     */
    public SourceAnswer believed(ObjectNode left, Collection<Unmappable> told) {
        return new SourceAnswer(
                agency,
                verdict,
                reason == null ? Reason.UNMAPPABLE : reason,
                asOf,
                elapsedMs,
                left,
                evidence,
                Stream.concat(unmappable.stream(), told.stream()).toList(),
                otherPerson,
                fault);
    }

    /**
     * The same for who asked for some facts. An answer of which nothing can be believed is refused where that is for a
     * fact which was asked for; what is wrong with any other fact decides nothing.
     */
    public SourceAnswer askedFor(Collection<String> asked) {
        boolean nothing =
                verdict.spoke() && facts.isEmpty() && unmappable.stream().anyMatch(part -> asked.contains(part.fact()));
        return nothing
                ? new SourceAnswer(
                        agency,
                        Verdict.REJECTED,
                        Reason.UNMAPPABLE,
                        null,
                        elapsedMs,
                        facts,
                        evidence,
                        unmappable,
                        otherPerson,
                        fault)
                : this;
    }
}
