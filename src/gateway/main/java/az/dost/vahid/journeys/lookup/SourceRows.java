package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Unmappable;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.sources.combine.Instants;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Collection;
import java.util.List;

/**
 * The dossier's rows of sources, and what they make of its completeness. Public for the bench, whose floor writes the
 * same dossier without the steps of a lookup.
 */
public final class SourceRows {
    private final List<SourceAnswer> answers;
    private final Collection<String> facts;

    /**
     * @param facts that the lookup is for: what else an agency knows is nobody's business, not even that it is
     *     unmappable
     */
    public SourceRows(List<SourceAnswer> answers, Collection<String> facts) {
        this.answers = answers;
        this.facts = facts;
    }

    /** COMPLETE, PARTIAL, or EMPTY where no source spoke. */
    public String completeness() {
        if (answers.stream().allMatch(this::whole)) {
            return "COMPLETE";
        }
        return answers.stream().anyMatch(answer -> answer.verdict().spoke()) ? "PARTIAL" : "EMPTY";
    }

    private boolean whole(SourceAnswer answer) {
        return (answer.verdict() == Verdict.ANSWERED || answer.verdict() == Verdict.NO_RECORD)
                && unmappable(answer).isEmpty();
    }

    /** A row for each answer, in their order. */
    public ArrayNode rows() {
        ArrayNode rows = JsonNodeFactory.instance.arrayNode(answers.size());
        answers.forEach(answer -> write(rows.addObject(), answer));
        return rows;
    }

    private List<Unmappable> unmappable(SourceAnswer answer) {
        return answer.unmappable().isEmpty()
                ? List.of()
                : answer.unmappable().stream()
                        .filter(part -> facts.contains(part.fact()))
                        .toList();
    }

    private void write(ObjectNode row, SourceAnswer answer) {
        List<Unmappable> unmappable = unmappable(answer);
        row.put("agency", answer.agency()).put("verdict", answer.verdict().name());
        if (answer.reason() != null
                && !(answer.reason() == Reason.UNMAPPABLE && answer.verdict().spoke() && unmappable.isEmpty())) {
            row.put("reason", answer.reason().name());
        }
        if (answer.fault() != null) {
            row.put("fault", answer.fault());
        }
        if (answer.asOf() != null) {
            row.put("asOf", Instants.text(answer.asOf()));
        }
        row.put("elapsedMs", answer.elapsedMs());
        if (!answer.evidence().isEmpty()) {
            ArrayNode evidence = row.putArray("evidence");
            for (Evidence item : answer.evidence()) {
                ObjectNode entry =
                        evidence.addObject().put("id", item.id().toString()).put("digest", item.digest());
                if (item.signer() != null) {
                    entry.put("signer", item.signer());
                }
            }
        }
        if (!unmappable.isEmpty()) {
            ArrayNode parts = row.putArray("unmappable");
            unmappable.forEach(part -> parts.addObject()
                    .put("fact", part.fact())
                    .put("path", part.path())
                    .put("rule", part.rule()));
        }
    }
}
