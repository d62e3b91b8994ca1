package az.dost.vahid.proof.record;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * One entry of the audit chain: what happened, and the digests of all that was kept of it. The JSON is kept byte by
 * byte.
 *
 * @param id of the entry; a dossier's own
 */
public record AuditEntry(UUID id, byte[] json) {
    private static final ObjectMapper JSON = Json.mapper();

    /** What an entry tells of. */
    public enum Kind {
        /** A dossier was given out. */
        DOSSIER,
        /** A request was refused. */
        REFUSAL,
        /** A dossier was given out in a further form. */
        FORM,
        /** Bodies of a day and class were deleted: their time was over. */
        RETENTION,
        /** An agency told of a citizen, the entry's person, in answer to a question about another one. */
        MIX_UP,
        /** An auditor looked at a hit of the misuse rules, or decided about it, or was handed out refused answers. */
        ACT,
        /** A time-stamp authority stamped a root of the chain. */
        STAMP,
        /** Stamps of before are held by the chain, so that later ones vouch for them. */
        RENEWED,
        /** A citizen asked for the correction of a fact. */
        CORRECTION,
        /** Something became of a correction. */
        STEP,
        /** Something was done on the bus: an event, a file, a batch; the entry says what. */
        BUS,
        /** An operator said that the database was restored to an earlier time: what came between is missing. */
        RESTORED
    }

    /**
     * @param bodies digests of the bodies, by their names in the tables
     * @param mixUps of which it is the cause, by agency
     */
    static AuditEntry dossier(
            RecordedDossier dossier,
            Map<String, String> bodies,
            List<SourceAnswer> answers,
            Map<String, AuditEntry> mixUps) {
        ObjectNode entry = entry(Kind.DOSSIER, dossier.id(), dossier.assembledAt())
                .put("requester", dossier.requester())
                .put("official", dossier.official())
                .put("caseRef", dossier.caseRef())
                .put("service", dossier.service())
                .put("person", dossier.about().person());
        dossier.about().facts().forEach(entry.putArray("facts")::add);
        if (dossier.about().withheld()) {
            entry.put("withheld", true);
        }
        if (dossier.about().verdictsOnly()) {
            entry.put("view", "VERDICTS");
        }
        if (dossier.about().counts() != null) {
            dossier.about().counts().write(entry);
        }
        ObjectNode digests = entry.putObject("digests");
        bodies.forEach(digests::put);
        ObjectNode sources = entry.putObject("sources");
        ObjectNode verdicts = entry.putObject("verdicts");
        for (SourceAnswer answer : answers) {
            verdicts.put(answer.agency(), answer.verdict().name());
            answer.evidence()
                    .forEach(piece -> sources.withArray(answer.agency()).add(Digests.compact(piece.digest())));
        }
        if (!mixUps.isEmpty()) {
            ObjectNode named = entry.putObject("mixUps");
            mixUps.forEach((agency, mixUp) -> named.put(agency, mixUp.id().toString()));
        }
        return of(dossier.id(), entry);
    }

    /**
     * Names neither the dossier nor the citizen who was asked for: the person is shown this very text.
     *
     * @param person who was not asked for
     * @param requester null where a law withholds who asked
     */
    static AuditEntry mixUp(Instant at, String person, String agency, String requester) {
        UUID id = RecordId.next();
        ObjectNode entry = entry(Kind.MIX_UP, id, at).put("person", person).put("agency", agency);
        put(entry, "requester", requester);
        return of(id, entry);
    }

    /** @param mixUp entry of the mix-up whose bytes are among them, null for none */
    static AuditEntry handedOut(String requester, String official, UUID dossier, JsonNode mixUp) {
        UUID id = RecordId.next();
        ObjectNode entry = entry(Kind.ACT, id, Instant.now())
                .put("requester", requester)
                .put("official", official)
                .put("act", "REFUSED_ANSWERS")
                .put("dossier", dossier.toString());
        if (mixUp != null) {
            entry.put("mixUp", mixUp.path("id").asText())
                    .put("person", mixUp.path("person").asText());
        }
        return of(id, entry);
    }

    /** Every text but the code may be null. */
    static AuditEntry refusal(
            UUID id,
            String requester,
            String official,
            String caseRef,
            String service,
            String code,
            String person,
            boolean withheld) {
        ObjectNode entry = entry(Kind.REFUSAL, id, Instant.now());
        put(entry, "requester", requester);
        put(entry, "official", official);
        put(entry, "caseRef", caseRef);
        put(entry, "service", service);
        put(entry, "person", person);
        if (withheld) {
            entry.put("withheld", true);
        }
        return of(id, entry.put("code", code));
    }

    /** Refusals of unknown callers that are counted only. @param times how many since the entry of this kind before */
    static AuditEntry refusals(String code, long times) {
        UUID id = RecordId.next();
        return of(id, entry(Kind.REFUSAL, id, Instant.now()).put("code", code).put("times", times));
    }

    private static void put(ObjectNode entry, String name, String value) {
        if (value != null) {
            entry.put(name, value);
        }
    }

    static AuditEntry form(UUID dossier, Map<String, String> bodies) {
        UUID id = RecordId.next();
        ObjectNode entry = entry(Kind.FORM, id, Instant.now()).put("dossier", dossier.toString());
        ObjectNode digests = entry.putObject("digests");
        bodies.forEach(digests::put);
        return of(id, entry);
    }

    /** @param content digest of what was asked */
    static AuditEntry correction(UUID id, String person, String agency, String content) {
        return of(
                id,
                entry(Kind.CORRECTION, id, Instant.now())
                        .put("person", person)
                        .put("agency", agency)
                        .put("content", content));
    }

    /** @param content digest of what was said with it */
    static AuditEntry step(UUID correction, int number, String state, Instant at, String content) {
        UUID id = RecordId.next();
        return of(
                id,
                entry(Kind.STEP, id, at)
                        .put("correction", correction.toString())
                        .put("number", number)
                        .put("state", state)
                        .put("content", content));
    }

    static AuditEntry retention(LocalDate day, DataClass dataClass) {
        UUID id = RecordId.next();
        return of(
                id,
                entry(Kind.RETENTION, id, Instant.now())
                        .put("day", day.toString())
                        .put("dataClass", dataClass.code()));
    }

    /** Hit and what may be null. */
    static AuditEntry act(String requester, String official, String act, UUID hit, String what) {
        UUID id = RecordId.next();
        ObjectNode entry = entry(Kind.ACT, id, Instant.now())
                .put("requester", requester)
                .put("official", official)
                .put("act", act);
        put(entry, "hit", hit == null ? null : hit.toString());
        put(entry, "what", what);
        return of(id, entry);
    }

    /** @param said what the entry tells beyond its kind, id and time */
    static AuditEntry bus(UUID id, String act, ObjectNode said) {
        ObjectNode entry = entry(Kind.BUS, id, Instant.now()).put("act", act);
        entry.setAll(said);
        return of(id, entry);
    }

    static AuditEntry stamp(long root, String digest) {
        UUID id = RecordId.next();
        return of(id, entry(Kind.STAMP, id, Instant.now()).put("root", root).put("stamp", digest));
    }

    /**
     * @param first number of the first root whose stamp is in the tree
     * @param tree root of the tree over the stamps' digests
     */
    static AuditEntry renewed(long first, long last, int stamps, String tree) {
        UUID id = RecordId.next();
        return of(
                id,
                entry(Kind.RENEWED, id, Instant.now())
                        .put("first", first)
                        .put("last", last)
                        .put("stamps", stamps)
                        .put("tree", tree));
    }

    static AuditEntry restored(RestoreEntry restored) {
        UUID id = RecordId.next();
        return of(id, restored.put(entry(Kind.RESTORED, id, Instant.now())));
    }

    /** A dossier as its entry tells of it. */
    static RecordedDossier recorded(JsonNode entry, String jws, byte[] content, byte[] xml) {
        return new RecordedDossier(
                UUID.fromString(entry.path("id").textValue()),
                Instant.parse(entry.path("at").textValue()),
                entry.path("requester").textValue(),
                entry.path("official").textValue(),
                entry.path("caseRef").textValue(),
                entry.path("service").textValue(),
                content,
                jws,
                xml,
                about(entry));
    }

    private static RecordedDossier.About about(JsonNode entry) {
        List<String> facts = Json.list(entry.path("facts"), JsonNode::asText);
        return new RecordedDossier.About(
                entry.path("person").textValue(),
                facts,
                entry.path("withheld").booleanValue(),
                entry.has("view"),
                RecordedDossier.Counts.of(entry));
    }

    /** @throws ChangedException when the text is no JSON */
    public static JsonNode read(String json) {
        try {
            return JSON.readTree(json);
        } catch (JsonProcessingException e) {
            throw new ChangedException("The entry is no JSON");
        }
    }

    private static ObjectNode entry(Kind kind, UUID id, Instant at) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("kind", kind.name())
                .put("id", id.toString())
                .put("at", at.toString());
    }

    private static AuditEntry of(UUID id, ObjectNode entry) {
        try {
            return new AuditEntry(id, JSON.writeValueAsBytes(entry));
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }
}
