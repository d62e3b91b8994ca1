package az.dost.vahid.journeys.tally;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.proof.record.RecordedDossier;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A lookup as a gateway would record it, to be filled in: of a dossier it has what figures look at, and a person whom
 * they must not tell.
 */
final class PlayedLookup {
    private static final ObjectMapper JSON = new ObjectMapper();
    final UUID id;
    final Instant at;
    String fin = "5AB1C2D";
    String caseRef = "CASE/1";
    String service = "ccu-car";
    String office = "baku-1";
    String channel = "CENTRE";
    long tookMs = 1234;
    RecordedDossier.Apart apart;
    boolean old;
    boolean bulkRow;
    boolean verdictsOnly;
    final ObjectNode dossier = JSON.createObjectNode();
    final List<SourceAnswer> answers = new ArrayList<>();

    PlayedLookup(Instant at) {
        this.at = at;
        id = RecordId.at(at.toEpochMilli());
        dossier.putObject("subject").put("fin", fin).put("state", "KNOWN");
        dossier.put("completeness", "COMPLETE")
                .put("official", "a.quliyeva")
                .putObject("facts")
                .putObject("identity")
                .putObject("value")
                .put("givenName", "Nərgiz")
                .put("surname", "Səfərova")
                .put("fin", fin);
        dossier.putArray("conflicts");
        dossier.putArray("sources");
        dossier.putArray("documents");
    }

    PlayedLookup of(String person, String reference, String code) {
        fin = person;
        caseRef = reference;
        service = code;
        ((ObjectNode) dossier.path("subject")).put("fin", person);
        return this;
    }

    PlayedLookup at(String centre, String way) {
        office = centre;
        channel = way;
        return this;
    }

    PlayedLookup took(long ms) {
        tookMs = ms;
        return this;
    }

    PlayedLookup state(String state) {
        ((ObjectNode) dossier.path("subject")).put("state", state);
        return this;
    }

    PlayedLookup paper(String document, String verdict) {
        return paper(document, false, verdict);
    }

    /** @param ground whether the right rests on it */
    PlayedLookup paper(String document, boolean ground, String verdict) {
        ObjectNode row = dossier.withArray("/documents").addObject().put("id", document);
        if (ground) {
            row.put("ground", true);
        }
        row.put("verdict", verdict);
        return this;
    }

    PlayedLookup answer(String agency, Verdict verdict, long ms) {
        Reason reason = verdict == Verdict.REJECTED ? Reason.SIGNATURE_INVALID : null;
        answers.add(
                new SourceAnswer(agency, verdict, reason, null, ms, JsonNodeFactory.instance.objectNode(), List.of()));
        ObjectNode row = dossier.withArray("/sources")
                .addObject()
                .put("agency", agency)
                .put("verdict", verdict.name())
                .put("elapsedMs", ms);
        if (reason != null) {
            row.put("reason", reason.name());
        }
        return this;
    }

    PlayedLookup completes(UUID earlier) {
        dossier.put("completes", earlier.toString());
        return this;
    }

    ObjectNode fact(String name) {
        ObjectNode facts = (ObjectNode) dossier.path("facts");
        return facts.has(name)
                ? (ObjectNode) facts.at("/" + name + "/value")
                : facts.putObject(name).putObject("value");
    }

    PlayedLookup conflict(String fact, String field, String winner, String other) {
        ObjectNode conflict = dossier.withArray("/conflicts")
                .addObject()
                .put("fact", fact)
                .put("field", field)
                .put("winner", winner)
                .put("rule", "NEWEST");
        conflict.putArray("values").addObject().put("source", winner).put("value", "1985-03-01");
        conflict.withArray("/values").addObject().put("source", other).put("value", "1985-01-03");
        conflict.withArray("/values").addObject().put("source", "agrees").put("value", "1985-03-01");
        return this;
    }

    /** Only papers' verdicts are given out and kept. */
    PlayedLookup verdictsOnly() {
        verdictsOnly = true;
        return this;
    }

    String person() {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(fin.getBytes(StandardCharsets.UTF_8)));
        } catch (java.security.NoSuchAlgorithmException e) {
            throw new AssertionError(e);
        }
    }

    byte[] content() {
        ObjectNode given = verdictsOnly
                ? dossier.deepCopy().put("view", "VERDICTS").without(List.of("facts", "conflicts", "sources"))
                : dossier;
        return given.toString().getBytes(StandardCharsets.UTF_8);
    }

    RecordedDossier recorded() {
        Map<String, Integer> papers = new LinkedHashMap<>();
        List.of("NOT_NEEDED", "NOT_APPLICABLE", "STILL_NEEDED", "UNKNOWN").forEach(verdict -> papers.put(verdict, 0));
        dossier.path("documents")
                .forEach(document -> papers.merge(document.path("verdict").asText(), 1, Integer::sum));
        RecordedDossier.Counts counts = old
                ? null
                : new RecordedDossier.Counts(
                        tookMs,
                        office,
                        channel,
                        dossier.path("completeness").asText(),
                        papers,
                        dossier.path("conflicts").size(),
                        apart);
        List<String> facts =
                apart == RecordedDossier.Apart.CALLER_CHECK ? List.of("identity", "address") : List.of("identity");
        return new RecordedDossier(
                id,
                at,
                "dost-centre-1",
                "a.quliyeva",
                caseRef,
                service,
                content(),
                null,
                null,
                new RecordedDossier.About(person(), facts, false, verdictsOnly, counts));
    }
}
