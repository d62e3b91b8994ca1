package az.dost.vahid.passport;

import az.dost.vahid.answer.SubjectState;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * One DOST service: why it may ask, which facts it needs and which paper each fact replaces.
 *
 * @param facts canonical facts, in the order in which a dossier shows them
 * @param fields by fact, the fields that the service needs of it; a fact that is not named is needed whole
 * @param documents papers that the service would ask for
 */
public record Passport(
        String code,
        String family,
        Title title,
        String legalBasis,
        boolean illustrative,
        List<String> facts,
        Map<String, Set<String>> fields,
        List<PaperDocument> documents) {
    public record Title(String az, String en) {}

    /**
     * A paper, and what a register must say so that nobody has to bring it.
     *
     * @param fact the fact that replaces the paper; null when no register holds it
     * @param part the list within the fact of which each item is such a paper; null when the fact itself is
     * @param listsAll whether the one paper lists all records of the fact, so that none may be lost or incomplete
     * @param register the agency that issues the paper; null when no register holds it
     * @param certifies fields that its record must have
     * @param certifiesOneOf fields of which its record must have at least one; empty for no such demand
     * @param validFrom the field with the first day (Azerbaijan) on which the paper counts; null when it has no
     *     beginning
     * @param validUntil the field with the last day (Azerbaijan) on which the paper counts; null when it has no end
     * @param where by field, the values with which a record is such a paper; empty when every record is
     * @param concerns whom the paper is about
     * @param states states of the subject for which the paper makes sense
     * @param obtained where a citizen has it from; null when that is not known
     * @param ground whether the right to the service rests on what it certifies, or on another paper of which this is
     *     said
     */
    public record PaperDocument(
            String id,
            Title title,
            String fact,
            String part,
            boolean listsAll,
            String register,
            List<String> certifies,
            List<String> certifiesOneOf,
            String validFrom,
            String validUntil,
            Map<String, Set<String>> where,
            Concerns concerns,
            Set<SubjectState> states,
            Obtained obtained,
            boolean ground) {
        public PaperDocument {
            certifies = certifies == null ? List.of() : List.copyOf(certifies);
            certifiesOneOf = certifiesOneOf == null ? List.of() : List.copyOf(certifiesOneOf);
            where = where == null ? Map.of() : Map.copyOf(where);
            concerns = concerns == null ? Concerns.SELF : concerns;
            states = states != null ? Set.copyOf(states) : Set.of(SubjectState.KNOWN);
        }

        /**
         * Whether every record must replace its part of the paper; otherwise one valid paper of several is enough. None
         * may be lost.
         */
        public boolean everyRecord() {
            return part != null || listsAll;
        }
    }

    /** Where a citizen has a paper from. */
    public enum Obtained {
        /** He has it at home. */
        HELD,
        /** He would have to fetch it from the authority that issues it. */
        COLLECTED
    }

    /** Whom a paper is about, seen from the subject. */
    public enum Concerns {
        @JsonProperty("self")
        SELF("self"),
        @JsonProperty("spouse")
        SPOUSE("spouse"),
        @JsonProperty("child")
        CHILD("child"),
        @JsonProperty("parent")
        PARENT("parent"),
        @JsonProperty("relative")
        RELATIVE("relative"),
        @JsonProperty("household")
        HOUSEHOLD("household");

        private final String word;

        Concerns(String word) {
            this.word = word;
        }

        /** As contracts spell it. */
        public String word() {
            return word;
        }
    }
}
