package az.dost.vahid.journeys.quality;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * A disagreement that a register is asked to mend.
 *
 * @param id begins with the time at which it was first seen (RFC 9562, version 7)
 * @param matter keyed digest of the person, the field and the pair of registers: one ticket, however often it is seen
 * @param person keyed hash of the FIN
 * @param needs facts that a lookup must have asked for to show that the registers agree
 * @param dossier in which it was first seen
 */
record Ticket(UUID id, byte[] matter, String person, About about, List<String> needs, UUID dossier, Progress progress) {
    private static final Set<String> SPOKE = Set.of("ANSWERED", "NO_RECORD");

    /** The register that has it now. */
    String asked() {
        return progress.turned() ? about.other() : about.agency();
    }

    /** The register that says otherwise; null where there is none. */
    String against() {
        return progress.turned() ? about.agency() : about.other();
    }

    Ticket with(Progress next) {
        return new Ticket(id, matter, person, about, needs, dossier, next);
    }

    /**
     * Whether a later dossier of the person, in which it does not stand, shows that the registers agree: each of them
     * was asked for what it is about, spoke, and is believed.
     *
     * @param facts of the lookup
     */
    boolean settledBy(JsonNode dossier, Set<String> facts) {
        return facts.containsAll(needs)
                && spoke(dossier, about.agency())
                && (about.other() == null || spoke(dossier, about.other()));
    }

    /** Of a fact that cannot be read nobody knows whether it agrees. */
    private boolean spoke(JsonNode dossier, String agency) {
        for (JsonNode source : dossier.path("sources")) {
            if (source.path("agency").asText().equals(agency)) {
                return SPOKE.contains(source.path("verdict").asText())
                        && (about.kind() != About.Kind.CONFLICT || reads(source));
            }
        }
        return false;
    }

    private boolean reads(JsonNode source) {
        for (JsonNode unread : source.path("unmappable")) {
            if (unread.path("fact").asText().equals(about.fact())) {
                return false;
            }
        }
        return true;
    }
}
