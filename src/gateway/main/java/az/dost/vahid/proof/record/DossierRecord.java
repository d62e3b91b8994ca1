package az.dost.vahid.proof.record;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.BodyName;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.DayJdbc;
import az.dost.vahid.proof.record.body.RecordId;
import com.fasterxml.jackson.databind.JsonNode;
import java.sql.PreparedStatement;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import org.springframework.dao.TransientDataAccessResourceException;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Keeps dossiers, their evidence and refusals; a method returns when what it keeps is durable, and throws
 * {@link org.springframework.dao.DataAccessException} when it cannot be.
 */
public final class DossierRecord {
    /** The first column after those of the entry. */
    private static final int JWS = 7;

    private static final ActRecord.Change NOTHING = connection -> true;
    private final JdbcTemplate jdbc;
    private final GroupCommit commit;
    private final Bodies bodies;
    private final DataClasses classes;
    private final Digests digests;
    private final Entries entries;
    private final UnknownCallers unknown;

    DossierRecord(
            JdbcTemplate jdbc,
            GroupCommit commit,
            Bodies bodies,
            DataClasses classes,
            Digests digests,
            Entries entries,
            UnknownCallers unknown) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.commit = commit;
        this.bodies = bodies;
        this.classes = classes;
        this.digests = digests;
        this.entries = entries;
        this.unknown = unknown;
    }

    /**
     * Keeps a dossier in the form first given out, with all evidence, whole or not at all.
     *
     * @throws ProblemException OVERLOADED when too much waits to be kept
     */
    public void keep(RecordedDossier dossier, List<SourceAnswer> answers) {
        commit.keep(unit(dossier, answers, NOTHING));
    }

    /**
     * The same, with a change in its transaction: both are durable or neither is.
     *
     * @param alongside the dossier is kept whatever it says
     * @throws ProblemException OVERLOADED
     */
    public void keep(RecordedDossier dossier, List<SourceAnswer> answers, ActRecord.Change alongside) {
        commit.keep(unit(dossier, answers, alongside));
    }

    /**
     * The same for a caller that waits no longer than to a point in time.
     *
     * @param until {@link System#nanoTime()}
     * @throws ProblemException OVERLOADED, also when its turn has not come until then; then nothing is kept
     */
    public void keep(RecordedDossier dossier, List<SourceAnswer> answers, ActRecord.Change alongside, long until) {
        commit.keep(unit(dossier, answers, alongside), until);
    }

    /**
     * The same for callers that wait otherwise; completes when it is durable.
     *
     * @throws ProblemException OVERLOADED
     */
    public CompletableFuture<Void> keeping(RecordedDossier dossier, List<SourceAnswer> answers) {
        return commit.submit(unit(dossier, answers, NOTHING)).thenApply(kept -> null);
    }

    /** All that costs time is done here, by the caller's thread: the writer only writes. */
    private Unit unit(RecordedDossier dossier, List<SourceAnswer> answers, ActRecord.Change alongside) {
        Map<String, AuditEntry> mixUps = MixUps.in(dossier, answers);
        Map<String, String> entryDigests = new LinkedHashMap<>();
        entryDigests.put(BodyName.CONTENT, digests.text(dossier.content()));
        form(entryDigests, dossier.jws(), dossier.content(), dossier.xml());
        Map<DataClass, byte[]> evidence = new EnumMap<>(DataClass.class);
        bundles(answers).forEach((dataClass, bundle) -> {
            entryDigests.put(dataClass.code(), digests.text(bundle));
            evidence.put(dataClass, bodies.seal(dossier.id(), dataClass, dataClass.code(), bundle));
        });
        return Unit.of(
                AuditEntry.dossier(dossier, entryDigests, answers, mixUps),
                mixUps.values(),
                new Unit.Row(
                        dossier.jws(),
                        seal(dossier.id(), BodyName.CONTENT, dossier.content()),
                        seal(dossier.id(), BodyName.XML, dossier.xml())),
                evidence,
                alongside);
    }

    /** Bodies that these answers leave, unsealed. */
    public Map<DataClass, byte[]> bundles(List<SourceAnswer> answers) {
        Map<DataClass, byte[]> bundles = new EnumMap<>(DataClass.class);
        classes.sort(answers).forEach((dataClass, some) -> bundles.put(dataClass, EvidenceBundle.write(some)));
        return bundles;
    }

    private void form(Map<String, String> entryDigests, String jws, byte[] content, byte[] xml) {
        if (jws != null) {
            entryDigests.put(BodyName.JWS, digests.text(jws));
            entryDigests.put(BodyName.SIGNED, digests.signed(jws, content));
        }
        if (xml != null) {
            entryDigests.put(BodyName.XML, digests.text(xml));
        }
    }

    private byte[] seal(UUID dossier, String part, byte[] plain) {
        return plain == null ? null : bodies.seal(dossier, DataClass.DOSSIER, part, plain);
    }

    private byte[] open(UUID dossier, String part, byte[] sealed) {
        return sealed == null ? null : bodies.open(dossier, DataClass.DOSSIER, part, sealed);
    }

    /**
     * The dossier, if it was given to this requester and is still kept. The entry says to whom, once it has been
     * proven.
     */
    public Optional<RecordedDossier> find(UUID dossier, String requester) {
        return jdbc
                .query(
                        "select " + AuditRow.COLUMNS
                                + ", jws, content, xml from dossier join audit using (id) where id = ? and content is not null",
                        (row, n) -> recorded(
                                AuditRow.of(row),
                                new Unit.Row(row.getString(JWS), row.getBytes(JWS + 1), row.getBytes(JWS + 2)),
                                requester),
                        dossier)
                .stream()
                .flatMap(Optional::stream)
                .findFirst();
    }

    private Optional<RecordedDossier> recorded(AuditRow row, Unit.Row kept, String requester) {
        return entries.read(row)
                .filter(entry -> entry.path("requester").asText().equals(requester) && signed(entry, kept.jws()))
                .map(entry -> AuditEntry.recorded(
                        entry,
                        kept.jws(),
                        open(row.id(), BodyName.CONTENT, kept.content()),
                        open(row.id(), BodyName.XML, kept.xml())));
    }

    /** Whether a JWS is the one of the entry; one that was made later is in an entry of its own, and proves itself. */
    private boolean signed(JsonNode entry, String jws) {
        String expected = entry.path("digests").path(BodyName.JWS).asText("");
        return entries.same(
                expected.isEmpty() || jws != null && digests.text(jws).equals(expected),
                "dossier",
                entry.path("id").asText());
    }

    /** The JSON of dossiers, by their ids, as far as they are still kept. */
    public Map<UUID, byte[]> contents(Collection<UUID> dossiers) {
        Map<UUID, byte[]> contents = new HashMap<>();
        jdbc.query(
                "select id, content from dossier where id = any (?) and content is not null",
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    contents.put(id, open(id, BodyName.CONTENT, row.getBytes(2)));
                },
                (Object) dossiers.toArray(UUID[]::new));
        return contents;
    }

    /** Whether a dossier was given to this requester, and its time is over. */
    public boolean expired(UUID dossier, String requester) {
        return jdbc
                .query(
                        "select " + AuditRow.COLUMNS
                                + " from dossier join audit using (id) where id = ? and content is null",
                        (row, n) -> entries.read(AuditRow.of(row)),
                        dossier)
                .stream()
                .flatMap(Optional::stream)
                .anyMatch(entry -> entry.path("requester").asText().equals(requester));
    }

    /** The evidence of answers, as it will be kept. */
    public static List<KeptEvidence> pieces(List<SourceAnswer> answers) {
        return answers.stream()
                .flatMap(answer -> answer.evidence().stream().map(piece -> new KeptEvidence(answer.agency(), piece)))
                .toList();
    }

    /**
     * The evidence of a dossier that is still kept, without the class of refused answers. Dossiers from before there
     * was that class have what was refused among the rest: {@link RefusedAnswers#mayTravel} tells which it is.
     */
    public List<KeptEvidence> evidence(UUID dossier) {
        return new EvidenceReader(jdbc, bodies).of(dossier, dataClass -> dataClass != DataClass.REFUSED);
    }

    /**
     * What came of answers that were refused, as far as it is still kept. It may be about anybody: never a part of what
     * is given out. Of dossiers from before refused answers had a class of their own it has nothing.
     */
    public List<KeptEvidence> refused(UUID dossier) {
        return new EvidenceReader(jdbc, bodies).of(dossier, DataClass.REFUSED::equals);
    }

    /** Keeps a JWS made later, unless another was kept meanwhile; gives the one that is kept. */
    public String keepJws(UUID dossier, String jws) {
        byte[] content = open(
                dossier,
                BodyName.CONTENT,
                jdbc.queryForObject("select content from dossier where id = ?", byte[].class, dossier));
        Map<String, String> entryDigests = new LinkedHashMap<>();
        form(entryDigests, jws, content, null);
        commit.keep(Unit.of(AuditEntry.form(dossier, entryDigests), connection -> {
            try (PreparedStatement update =
                    DayJdbc.prepare(connection, "update dossier set jws = ? where id = ? and jws is null")) {
                update.setString(1, jws);
                update.setObject(2, dossier);
                return update.executeUpdate() > 0;
            }
        }));
        return jdbc.queryForObject("select jws from dossier where id = ?", String.class, dossier);
    }

    /** Keeps an XML form made later, unless another was kept meanwhile; gives the one that is kept. */
    public byte[] keepXml(UUID dossier, byte[] xml) {
        Map<String, String> entryDigests = new LinkedHashMap<>();
        form(entryDigests, null, null, xml);
        byte[] sealed = seal(dossier, BodyName.XML, xml);
        commit.keep(Unit.of(AuditEntry.form(dossier, entryDigests), connection -> {
            try (PreparedStatement update =
                    DayJdbc.prepare(connection, "update dossier set xml = ? where id = ? and xml is null")) {
                update.setBytes(1, sealed);
                update.setObject(2, dossier);
                return update.executeUpdate() > 0;
            }
        }));
        return open(
                dossier,
                BodyName.XML,
                jdbc.queryForObject("select xml from dossier where id = ?", byte[].class, dossier));
    }

    /**
     * Keeps what an auditor did about a hit of the misuse rules.
     *
     * @param hit null for an act about all of them
     * @param what detail of the act, null for none; no personal data
     */
    public void keepAct(String requester, String official, String act, UUID hit, String what) {
        commit.keep(Unit.of(AuditEntry.act(requester, official, act, hit, what), null, Map.of()));
    }

    /**
     * The same with a change in its transaction. @return whether there was anything to change; if not, the chain says
     * nothing
     */
    public boolean keepAct(
            String requester, String official, String act, UUID hit, String what, ActRecord.Change change) {
        return commit.keep(Unit.of(AuditEntry.act(requester, official, act, hit, what), change::make));
    }

    /** Keeps a refusal; every text but the code may be null when the request did not get that far. */
    public void keepRefusal(String requester, String official, String caseRef, String service, String code) {
        keepRefusal(RecordId.next(), requester, official, caseRef, service, code, null, false);
    }

    /**
     * The same of a refusal to look somebody up.
     *
     * @param id of the entry, of {@link RecordId}
     * @param person stands for the citizen, null when nobody was named
     * @param withheld whether the citizen is told only that there was one
     * @return whether it has an entry of its own, which not every one has whose requester is not known
     */
    public boolean keepRefusal(
            UUID id,
            String requester,
            String official,
            String caseRef,
            String service,
            String code,
            String person,
            boolean withheld) {
        return keepRefusal(id, requester, official, caseRef, service, code, person, withheld, NOTHING);
    }

    /** The same with a change in its transaction: both are durable or neither is. */
    public boolean keepRefusal(
            UUID id,
            String requester,
            String official,
            String caseRef,
            String service,
            String code,
            String person,
            boolean withheld,
            ActRecord.Change alongside) {
        if (requester == null && !unknown.alone(code)) {
            return false;
        }
        Unit refusal = Unit.of(
                AuditEntry.refusal(id, requester, official, caseRef, service, code, person, withheld),
                List.of(),
                null,
                Map.of(),
                alongside);
        try {
            commit.keep(refusal);
        } catch (ProblemException e) {
            throw new TransientDataAccessResourceException("Too much waits to be kept");
        }
        return true;
    }
}
