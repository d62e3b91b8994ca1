package az.dost.vahid.record;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * A dossier as it is kept.
 *
 * @param content the dossier as JSON, the payload of both JWS forms
 * @param jws     detached JWS over the content, null until a JSON form was asked for
 * @param xml     the signed XML form, null until it was asked for
 * @param about   what the citizen may later be told of it
 */
public record RecordedDossier(UUID id, Instant assembledAt, String requester, String official, String caseRef, String service,
        byte[] content, String jws, byte[] xml, About about) {
    /**
     * What a lookup was about.
     *
     * @param person   stands for the citizen, see {@link az.dost.vahid.signature.key.PersonHash}
     * @param facts    names of the facts that were asked for
     * @param withheld whether the citizen is told only that there was such a lookup
     * @param verdictsOnly whether nothing that a register said was given out
     */
    public record About(String person, List<String> facts, boolean withheld, boolean verdictsOnly) {
        /** Of which all was given out. */
        public About(String person, List<String> facts, boolean withheld) {
            this(person, facts, withheld, false);
        }

        public About {
            facts = List.copyOf(facts);
        }
    }
}
