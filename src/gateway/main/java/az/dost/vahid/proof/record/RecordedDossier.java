package az.dost.vahid.proof.record;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A dossier as it is kept.
 *
 * @param content the dossier as JSON, the payload of both JWS forms
 * @param jws detached JWS over the content, null until a JSON form was asked for
 * @param xml the signed XML form, null until it was asked for
 * @param about what the citizen may later be told of it
 */
public record RecordedDossier(
        UUID id,
        Instant assembledAt,
        String requester,
        String official,
        String caseRef,
        String service,
        byte[] content,
        String jws,
        byte[] xml,
        About about) {
    /**
     * What a lookup was about.
     *
     * @param person stands for the citizen, see {@link az.dost.vahid.signature.key.PersonHash}
     * @param facts names of the facts that were asked for
     * @param withheld whether the citizen is told only that there was such a lookup
     * @param verdictsOnly whether nothing that a register said was given out
     * @param counts null for one from before they were told
     */
    public record About(String person, List<String> facts, boolean withheld, boolean verdictsOnly, Counts counts) {
        /** Of which all was given out, and no more is told. */
        public About(String person, List<String> facts, boolean withheld) {
            this(person, facts, withheld, false, null);
        }

        public About {
            facts = List.copyOf(facts);
        }
    }

    /**
     * What figures need of a lookup, without a word of what was found: a paper's name beside a person would tell too
     * much.
     *
     * @param tookMs milliseconds from the question to the dossier
     * @param office code of the official's office, null where the requester's file names none
     * @param channel by which way the citizen came, null where nobody said it
     * @param completeness of the dossier, as {@code contracts/dossier.schema.json} has it
     * @param papers how many documents have which verdict
     * @param conflicts how many there are
     * @param apart why figures leave the lookup out, null where they do not
     */
    public record Counts(
            long tookMs,
            String office,
            String channel,
            String completeness,
            Map<String, Integer> papers,
            int conflicts,
            Apart apart) {
        private static final String TOOK_MS = "tookMs";
        private static final String OFFICE = "office";
        private static final String CHANNEL = "channel";
        private static final String COMPLETENESS = "completeness";
        private static final String PAPERS = "papers";
        private static final String CONFLICTS = "conflicts";
        private static final String APART = "apart";

        public Counts {
            papers = Collections.unmodifiableMap(new LinkedHashMap<>(papers));
        }

        void write(ObjectNode entry) {
            entry.put(TOOK_MS, tookMs);
            put(entry, OFFICE, office);
            put(entry, CHANNEL, channel);
            entry.put(COMPLETENESS, completeness);
            papers.forEach(entry.putObject(PAPERS)::put);
            entry.put(CONFLICTS, conflicts);
            put(entry, APART, apart == null ? null : apart.name());
        }

        private static void put(ObjectNode entry, String name, String value) {
            if (value != null) {
                entry.put(name, value);
            }
        }

        /** Null where an entry does not tell them. */
        static Counts of(JsonNode entry) {
            if (!entry.has(COMPLETENESS)) {
                return null;
            }
            Map<String, Integer> papers = new LinkedHashMap<>();
            entry.path(PAPERS)
                    .properties()
                    .forEach(
                            paper -> papers.put(paper.getKey(), paper.getValue().intValue()));
            return new Counts(
                    entry.path(TOOK_MS).longValue(),
                    entry.path(OFFICE).textValue(),
                    entry.path(CHANNEL).textValue(),
                    entry.path(COMPLETENESS).textValue(),
                    papers,
                    entry.path(CONFLICTS).intValue(),
                    entry.has(APART) ? Apart.valueOf(entry.path(APART).textValue()) : null);
        }
    }

    /** Lookups that are no citizen's case at a desk. */
    public enum Apart {
        /** One of many that were asked for together. */
        BULK,
        /** It compares what a caller of the hot-line answers. */
        CALLER_CHECK
    }
}
