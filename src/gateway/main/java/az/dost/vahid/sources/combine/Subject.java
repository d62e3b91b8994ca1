package az.dost.vahid.sources.combine;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.SubjectState;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/**
 * The person whom a lookup is about.
 *
 * @param since the day of death (ISO 8601, Azerbaijan); null unless deceased
 * @param origin source, asOf and evidence as a dossier writes them, and whether it is stale; null for an unknown
 *     subject
 * @param reason why the subject is unknown; null for any other
 */
public record Subject(SubjectState state, String since, JsonNode origin, Reason reason) {
    /** The fact that decides over life and death. */
    public static final String DEATH = "death";

    /** Why a subject is unknown: stable codes of the contract. */
    public enum Reason {
        NO_REGISTER_KNOWS,
        /** Registers know the person, or may; of a death there is a word that cannot be believed. */
        DEATH_DOUBTED,
        /** Whoever was asked has no record, and none of them holds everybody. */
        NO_REGISTER_OF_PERSONS,
        /** A register did not speak, or told of the person what cannot be believed. */
        NOT_ESTABLISHED
    }

    /**
     * @param deathDoubted whether the only word of a death is one that cannot be believed: then it is not known whether
     *     the person lives
     */
    static Subject of(JsonNode death, boolean deathDoubted, List<SourceAnswer> answers, CombineRule identity) {
        if (death != null) {
            return new Subject(
                    SubjectState.DECEASED, death.path("value").path("date").textValue(), death.get("provenance"), null);
        }
        if (deathDoubted) {
            return new Subject(SubjectState.UNKNOWN, null, null, Reason.DEATH_DOUBTED);
        }
        return answers.stream()
                .filter(answer -> answer.verdict().spoke() && !answer.facts().isEmpty())
                .min(identity.byRank())
                .map(answer -> new Subject(SubjectState.KNOWN, null, Combiner.origin(answer), null))
                .orElseGet(() -> new Subject(SubjectState.UNKNOWN, null, null, unknown(answers, identity)));
    }

    /**
     * That nobody knows a person is only established when a register was asked that knows everybody, and none told of
     * the person what cannot be believed.
     */
    private static Reason unknown(List<SourceAnswer> answers, CombineRule identity) {
        if (!answers.stream()
                .allMatch(answer ->
                        answer.verdict().spoke() && answer.unmappable().isEmpty())) {
            return Reason.NOT_ESTABLISHED;
        }
        return answers.stream().anyMatch(answer -> identity.prefer().contains(answer.agency()))
                ? Reason.NO_REGISTER_KNOWS
                : Reason.NO_REGISTER_OF_PERSONS;
    }

    /** Writes state and what it rests on. */
    public void write(ObjectNode subject) {
        subject.put("state", state.name());
        if (since != null) {
            subject.put("since", since);
        }
        if (origin != null) {
            List.of("source", "asOf", "evidence", "stale").stream()
                    .filter(origin::has)
                    .forEach(member -> subject.set(member, origin.get(member)));
        }
        if (reason != null) {
            subject.put("reason", reason.name());
        }
    }
}
