package az.dost.vahid.journeys.quality;

import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HexFormat;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** A lookup as a gateway records it, in which two registers spoke; with what disagrees in it. */
final class SeenLookup {
    private static final ObjectMapper JSON = new ObjectMapper();
    final UUID id = RecordId.next();
    final String fin;
    private final ObjectNode dossier = JSON.createObjectNode();
    private Set<String> facts = new LinkedHashSet<>(List.of("identity", "address"));
    private boolean withheld;
    private boolean verdictsOnly;

    SeenLookup(String fin) {
        this.fin = fin;
        dossier.putObject("subject").put("fin", fin).put("state", "KNOWN");
        dossier.putArray("conflicts");
        dossier.putArray("sources");
        spoke("identity-register", "ANSWERED").spoke("local-executive", "ANSWERED");
    }

    /** Instead of what it was said to be before. */
    SeenLookup spoke(String agency, String verdict) {
        for (var source : dossier.path("sources")) {
            if (source.path("agency").asText().equals(agency)) {
                ((ObjectNode) source).put("verdict", verdict);
                return this;
            }
        }
        dossier.withArray("/sources")
                .addObject()
                .put("agency", agency)
                .put("verdict", verdict)
                .put("elapsedMs", 3);
        return this;
    }

    SeenLookup conflict(String fact, String field, String winner, String value, String loser, String otherValue) {
        ObjectNode conflict = dossier.withArray("/conflicts")
                .addObject()
                .put("fact", fact)
                .put("field", field)
                .put("winner", winner)
                .put("rule", "PREFER_REGISTERED_ADDRESS");
        said(conflict, winner, value);
        said(conflict, loser, otherValue);
        return this;
    }

    /** A further word in the last conflict. @param value null for nothing */
    SeenLookup also(String agency, String value) {
        said(
                (ObjectNode)
                        dossier.path("conflicts").path(dossier.path("conflicts").size() - 1),
                agency,
                value);
        return this;
    }

    SeenLookup stale(String agency) {
        dossier.path("conflicts")
                .forEach(conflict -> conflict.path("values").forEach(said -> {
                    if (said.path("source").asText().equals(agency)) {
                        ((ObjectNode) said).putObject("stale").put("days", 40);
                    }
                }));
        return this;
    }

    private static void said(ObjectNode conflict, String agency, String value) {
        ObjectNode said = conflict.withArray("values").addObject().put("source", agency);
        if (value != null) {
            said.put("value", value);
        }
    }

    /** They say different flats. */
    SeenLookup otherFlats() {
        return conflict("address", "apartment", "identity-register", "12", "local-executive", "11");
    }

    SeenLookup unread(String agency, String fact, String path, String rule) {
        dossier.path("sources").forEach(source -> {
            if (source.path("agency").asText().equals(agency)) {
                ((ObjectNode) source)
                        .withArray("unmappable")
                        .addObject()
                        .put("fact", fact)
                        .put("path", path)
                        .put("rule", rule);
            }
        });
        return this;
    }

    SeenLookup ofSomebodyElse(String agency) {
        spoke(agency, "REJECTED");
        dossier.path("sources").forEach(source -> {
            if (source.path("agency").asText().equals(agency)) {
                ((ObjectNode) source).put("reason", "OTHER_CITIZEN");
            }
        });
        return this;
    }

    SeenLookup asks(String... some) {
        facts = new LinkedHashSet<>(List.of(some));
        return this;
    }

    SeenLookup withheld() {
        withheld = true;
        return this;
    }

    SeenLookup verdictsOnly() {
        verdictsOnly = true;
        dossier.remove(List.of("conflicts", "sources"));
        return this;
    }

    ObjectNode dossier() {
        return dossier;
    }

    static String person(String fin) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(fin.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    RecordedDossier recorded() {
        return new RecordedDossier(
                id,
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                "dost-centre-1",
                "a.quliyeva",
                "CASE/1",
                "ccu-car",
                dossier.toString().getBytes(StandardCharsets.UTF_8),
                null,
                null,
                new RecordedDossier.About(person(fin), List.copyOf(facts), withheld, verdictsOnly, null));
    }
}
