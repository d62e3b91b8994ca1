package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.proof.record.EvidenceBundle;
import az.dost.vahid.proof.record.body.Bodies;
import az.dost.vahid.proof.record.body.BodyName;
import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares what is kept of dossiers with what their entries say of them, many at a time. */
final class BodyCheck {
    private static final Map<String, DataClass> CLASSES =
            DataClass.OF_ANSWERS.stream().collect(Collectors.toMap(DataClass::code, each -> each));
    private final JdbcTemplate jdbc;
    private final Digests digests;
    private final Bodies bodies;
    private final GatewayProof proof;
    private final Expiry expiry;
    private final Report report;

    /**
     * Forms of dossiers that were kept later than these: their entries come farther on. Few, as a form is asked for
     * soon.
     */
    private final Map<UUID, Set<String>> untold = new LinkedHashMap<>();

    private record Kept(UUID id, String jws, byte[] content, byte[] xml) {}

    private record Bundle(UUID dossier, DataClass dataClass) {}

    /** An entry of the kind FORM: digests of forms of a dossier that was kept before. */
    record Form(UUID dossier, Map<String, String> digests) {
        static Form of(JsonNode entry) {
            return new Form(UUID.fromString(entry.path("dossier").asText()), BodyCheck.digests(entry));
        }
    }

    /** @param bodies null when the master key is not at hand: then bodies stay closed */
    BodyCheck(JdbcTemplate jdbc, Digests digests, Bodies bodies, GatewayProof proof, Expiry expiry, Report report) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.bodies = bodies;
        this.proof = proof;
        this.expiry = expiry;
        this.report = report;
    }

    private static Map<String, String> digests(JsonNode entry) {
        return entry.path("digests").properties().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, digest -> digest.getValue().asText()));
    }

    /** @param dossiers entries of the kind DOSSIER, by their ids */
    void check(Map<UUID, JsonNode> dossiers) {
        if (dossiers.isEmpty()) {
            return;
        }
        Object ids = dossiers.keySet().toArray(UUID[]::new);
        Set<UUID> missing = new LinkedHashSet<>(dossiers.keySet());
        jdbc.query(
                "select id, jws, content, xml from dossier where id = any (?)",
                row -> {
                    Kept kept =
                            new Kept(row.getObject(1, UUID.class), row.getString(2), row.getBytes(3), row.getBytes(4));
                    missing.remove(kept.id());
                    dossier(kept, digests(dossiers.get(kept.id())));
                },
                ids);
        missing.forEach(id -> report.wrong("Dossier " + id + " is missing."));
        Set<Bundle> there = new HashSet<>();
        jdbc.query(
                "select dossier_id, data_class, bundle from evidence where dossier_id = any (?)",
                row -> {
                    UUID id = row.getObject(1, UUID.class);
                    DataClass dataClass = CLASSES.get(row.getString(2));
                    if (dataClass == null) {
                        report.wrong("Dossier " + id + " has evidence that was not recorded with it.");
                    } else {
                        there.add(new Bundle(id, dataClass));
                        bundle(id, dataClass, row.getBytes(3), dossiers.get(id));
                    }
                },
                ids);
        dossiers.forEach((id, entry) -> DataClass.OF_ANSWERS.stream()
                .filter(dataClass -> !there.contains(new Bundle(id, dataClass)))
                .forEach(dataClass -> bundle(id, dataClass, null, entry)));
    }

    /** Of dossiers whose own entries come before these. */
    void forms(List<Form> forms) {
        for (Form form : forms) {
            jdbc.query(
                    "select jws, xml from dossier where id = ?",
                    row -> {
                        Kept kept = new Kept(form.dossier(), row.getString(1), null, row.getBytes(2));
                        if (form.digests().containsKey(BodyName.JWS)) {
                            jws(kept, form.digests());
                        }
                        if (form.digests().containsKey(BodyName.XML)) {
                            xml(kept, form.digests());
                        }
                    },
                    form.dossier());
            untold.computeIfPresent(form.dossier(), (id, parts) -> {
                parts.removeAll(form.digests().keySet());
                return parts.isEmpty() ? null : parts;
            });
        }
    }

    /** Once all entries were read: what no entry told of. */
    void end() {
        untold.forEach((id, parts) -> parts.forEach(part -> report.wrong("Dossier " + id + ": "
                + (part.equals(BodyName.JWS) ? "the JWS is not what was kept." : "the XML form was put in."))));
    }

    private void dossier(Kept kept, Map<String, String> expected) {
        body(
                "the dossier",
                kept.id(),
                DataClass.DOSSIER,
                BodyName.CONTENT,
                kept.content(),
                expected.get(BodyName.CONTENT));
        if (kept.jws() != null && !expected.containsKey(BodyName.JWS)) {
            untold.computeIfAbsent(kept.id(), id -> new HashSet<>()).add(BodyName.JWS);
        } else {
            jws(kept, expected);
        }
        if (kept.xml() != null && !expected.containsKey(BodyName.XML) && !expiry.of(kept.id(), DataClass.DOSSIER)) {
            untold.computeIfAbsent(kept.id(), id -> new HashSet<>()).add(BodyName.XML);
        } else {
            xml(kept, expected);
        }
    }

    private void jws(Kept kept, Map<String, String> expected) {
        String name = "Dossier " + kept.id() + ": ";
        if (!Objects.equals(kept.jws() == null ? null : digests.text(kept.jws()), expected.get(BodyName.JWS))) {
            report.wrong(name + "the JWS is not what was kept.");
        } else if (kept.jws() != null) {
            holds(name, () -> proof.detachedDigest(kept.jws(), Digests.bytes(expected.get(BodyName.SIGNED))));
        }
    }

    private void xml(Kept kept, Map<String, String> expected) {
        byte[] xml = body(
                "the XML form", kept.id(), DataClass.DOSSIER, BodyName.XML, kept.xml(), expected.get(BodyName.XML));
        if (xml != null) {
            holds("Dossier " + kept.id() + ": ", () -> proof.xml(xml));
        }
    }

    private void holds(String name, Runnable check) {
        try {
            check.run();
        } catch (ChangedException e) {
            report.wrong(name + e.getMessage() + ".");
        }
    }

    private void bundle(UUID id, DataClass dataClass, byte[] sealed, JsonNode entry) {
        byte[] bundle = body(
                "the evidence (" + dataClass.code() + ")",
                id,
                dataClass,
                dataClass.code(),
                sealed,
                entry.path("digests").path(dataClass.code()).textValue());
        if (bundle != null) {
            EvidenceBundle.read(bundle).forEach(piece -> {
                boolean named = false;
                for (JsonNode digest : entry.path("sources").path(piece.agency())) {
                    named |= digest.asText()
                            .equals(Digests.compact(piece.evidence().digest()));
                }
                if (!named) {
                    report.wrong("Dossier " + id + ": the evidence of " + piece.agency()
                            + " is not the one that was recorded.");
                }
            });
        }
    }

    /** The body, null when there is none or it stays closed. */
    private byte[] body(String what, UUID id, DataClass dataClass, String part, byte[] sealed, String expected) {
        String name = "Dossier " + id + ": ";
        boolean over = expiry.of(id, dataClass);
        if (sealed == null || over) {
            if (expected != null && !over) {
                report.wrong(name + what + " was removed, though its time was not over.");
            }
            return null;
        }
        if (expected == null) {
            report.wrong(name + what + " was put in.");
            return null;
        }
        if (bodies == null) {
            return null;
        }
        try {
            byte[] plain = bodies.open(id, dataClass, part, sealed);
            if (!digests.text(plain).equals(expected)) {
                report.wrong(name + what + " is not what was recorded.");
            }
            return plain;
        } catch (ChangedException e) {
            report.wrong(name + what + " was changed, or its key was: it cannot be opened.");
        } catch (EmptyResultDataAccessException e) {
            report.wrong(name + what + " cannot be opened: its key was removed.");
        }
        return null;
    }
}
