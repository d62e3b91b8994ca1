package az.dost.vahid.record.check;

import az.dost.vahid.record.Digests;
import az.dost.vahid.record.EvidenceBundle;
import az.dost.vahid.record.body.Bodies;
import az.dost.vahid.record.body.BodyName;
import az.dost.vahid.record.body.DataClass;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.springframework.dao.EmptyResultDataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Compares what is kept of a dossier with what its entry says of it. */
final class BodyCheck {
    private final JdbcTemplate jdbc;
    private final Digests digests;
    private final Bodies bodies;
    private final GatewayProof proof;
    private final Expiry expiry;
    private final Report report;

    private record Kept(String jws, byte[] content, byte[] xml) { }

    /** @param bodies null when the master key is not at hand: then bodies stay closed */
    BodyCheck(JdbcTemplate jdbc, Digests digests, Bodies bodies, GatewayProof proof, Expiry expiry, Report report) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.bodies = bodies;
        this.proof = proof;
        this.expiry = expiry;
        this.report = report;
    }

    /** @param expected digests of the entry and of those that tell of further forms */
    void check(UUID id, JsonNode sources, Map<String, String> expected) {
        List<Kept> rows = jdbc.query("select jws, content, xml from dossier where id = ?",
                (row, n) -> new Kept(row.getString(1), row.getBytes(2), row.getBytes(3)), id);
        if (rows.isEmpty()) {
            report.wrong("Dossier " + id + " is missing.");
        } else {
            dossier(id, rows.get(0), expected);
        }
        Map<String, byte[]> bundles = new HashMap<>();
        jdbc.query("select data_class, bundle from evidence where dossier_id = ?", row -> {
            bundles.put(row.getString(1), row.getBytes(2));
        }, id);
        for (DataClass dataClass : DataClass.OF_ANSWERS) {
            bundle(id, dataClass, bundles.remove(dataClass.code()), expected.get(dataClass.code()), sources);
        }
        bundles.keySet().forEach(name -> report.wrong("Dossier " + id + " has evidence that was not recorded with it."));
    }

    private void dossier(UUID id, Kept kept, Map<String, String> expected) {
        String name = "Dossier " + id + ": ";
        byte[] content = body(name, "the dossier", id, DataClass.DOSSIER, BodyName.CONTENT, kept.content(), expected.get(BodyName.CONTENT));
        byte[] xml = body(name, "the XML form", id, DataClass.DOSSIER, BodyName.XML, kept.xml(), expected.get(BodyName.XML));
        if (!Objects.equals(kept.jws() == null ? null : digests.text(kept.jws()), expected.get(BodyName.JWS))) {
            report.wrong(name + "the JWS is not what was kept.");
        } else if (kept.jws() != null) {
            holds(name, () -> proof.detachedDigest(kept.jws(), Digests.bytes(expected.get(BodyName.SIGNED))));
            if (content != null && !digests.signed(kept.jws(), content).equals(expected.get(BodyName.SIGNED))) {
                report.wrong(name + "the JWS is not over the dossier.");
            }
        }
        if (xml != null) {
            holds(name, () -> proof.xml(xml));
        }
    }

    private void holds(String name, Runnable check) {
        try {
            check.run();
        } catch (ChangedException e) {
            report.wrong(name + e.getMessage() + ".");
        }
    }

    private void bundle(UUID id, DataClass dataClass, byte[] sealed, String expected, JsonNode sources) {
        String name = "Dossier " + id + ": ";
        byte[] bundle = body(name, "the evidence (" + dataClass.code() + ")", id, dataClass, dataClass.code(), sealed, expected);
        if (bundle != null) {
            EvidenceBundle.read(bundle).forEach(piece -> {
                boolean named = false;
                for (JsonNode digest : sources.path(piece.agency())) {
                    named |= digest.asText().equals(Digests.compact(piece.evidence().digest()));
                }
                if (!named) {
                    report.wrong(name + "the evidence of " + piece.agency() + " is not the one that was recorded.");
                }
            });
        }
    }

    /** The body, null when there is none or it stays closed. */
    private byte[] body(String name, String what, UUID id, DataClass dataClass, String part, byte[] sealed, String expected) {
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
