package az.dost.vahid.sources.verdict;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.SubjectState;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.sources.combine.Silence;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * What a lookup has found out, as far as papers depend on it.
 *
 * @param today ISO 8601, in Azerbaijan
 * @param answers one for each connector of the plan
 */
public record RulingInput(SubjectState state, String today, Collection<Connector> plan, List<SourceAnswer> answers) {
    /** Empty when the plan has no such agency. */
    Optional<SourceAnswer> answer(String agency) {
        return answers.stream().filter(answer -> answer.agency().equals(agency)).findFirst();
    }

    /**
     * Of an agency that is not asked for it any more, an earlier answer may still be there: its absence means nothing.
     */
    Connector.Absence absence(String agency) {
        return plan.stream()
                .filter(connector -> connector.id().equals(agency))
                .findFirst()
                .map(Connector::absence)
                .orElse(Connector.Absence.INCONCLUSIVE);
    }

    /**
     * Another agency that gave a fact, null for none.
     *
     * @param unread whether one counts, too, whose word of it cannot be believed
     */
    String otherSource(String fact, String part, String agency, boolean unread) {
        return answers.stream()
                .filter(answer -> !answer.agency().equals(agency))
                .filter(answer -> answer.facts().has(fact)
                                && (part == null || answer.facts().get(fact).has(part))
                        || unread
                                && answer.unmappable().stream()
                                        .anyMatch(told -> told.fact().equals(fact) && told.missed()))
                .map(SourceAnswer::agency)
                .findFirst()
                .orElse(null);
    }

    /** See {@link Silence#citizen}. */
    Optional<Boolean> citizen() {
        return Silence.citizen(plan, answers, today);
    }
}
