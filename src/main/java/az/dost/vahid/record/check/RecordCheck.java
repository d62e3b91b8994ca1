package az.dost.vahid.record.check;

import az.dost.vahid.record.AuditEntry;
import az.dost.vahid.record.AuditRow;
import az.dost.vahid.record.Digests;
import az.dost.vahid.record.body.Bodies;
import az.dost.vahid.record.body.DataClass;
import az.dost.vahid.record.body.DataKeys;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.trust.RowKey;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.dao.DataAccessException;
import org.springframework.jdbc.core.JdbcTemplate;

/** Checks the record in a database with certificates alone: is everything there, as it was, in the order in which it was? */
public final class RecordCheck {
    private static final int PAGE = 500;
    private final JdbcTemplate jdbc;
    private final Digests digests;
    private final GatewayProof proof;
    private final TimeStamps stamps;
    private final DataKeys keys;
    private final AnchorCheck anchors;
    private final MasterKeys masterKeys;

    /**
     * @param stamps     null when the time-stamp authority's certificate is not at hand
     * @param masterKeys null when it is not at hand: then bodies stay closed
     * @param anchors    null when none are at hand
     */
    public RecordCheck(JdbcTemplate jdbc, CryptoProvider crypto, GatewayProof proof, TimeStamps stamps, MasterKeys masterKeys,
            AnchorCheck anchors) {
        this.jdbc = jdbc;
        this.digests = new Digests(crypto);
        this.proof = proof;
        this.stamps = stamps;
        this.anchors = anchors;
        this.masterKeys = masterKeys;
        this.keys = masterKeys == null ? null : new DataKeys(jdbc, masterKeys, crypto);
    }

    /**
     * 1. follow the chain; 2. compare the bodies with their entries; 3. look for rows without an entry; 4. check roots
     * and stamps.
     *
     * @param from number of the first entry, from 1
     * @param to   number of the last one; {@link Long#MAX_VALUE} for all there are
     */
    public Report check(long from, long to) {
        Report report = new Report();
        Expiry expiry = new Expiry();
        Map<String, Map<String, String>> forms = new HashMap<>();
        Map<Long, String> stamped = new HashMap<>();
        jdbc.query("select entry from audit where entry ->> 'kind' in ('FORM', 'RETENTION', 'STAMP') order by sequence",
                row -> {
                    later(AuditEntry.read(row.getString(1)), expiry, forms, stamped);
                });
        Bodies opened = keys == null ? null : new Bodies(keys);
        RowSeals seals = seals(report);
        BodyCheck bodies = new BodyCheck(jdbc, digests, opened, proof, expiry, report);
        CorrectionCheck corrections = new CorrectionCheck(jdbc, digests, opened, expiry, report, seals);
        ChainCheck chain = new ChainCheck(digests, report, from, seals);
        RestoreCheck restores = new RestoreCheck(report);
        long next = from;
        long dossiers = 0;
        for (var page = page(next, to); !page.isEmpty(); page = page(next, to)) {
            for (AuditRow row : page) {
                if (chain.next(row) && dossier(row, bodies, corrections, restores, forms, report)) {
                    dossiers++;
                }
                next = row.sequence() + 1;
            }
        }
        if (to == Long.MAX_VALUE) {
            end(chain, report);
            if (from == 1) {
                corrections.strangers();
            }
        }
        strangers(report);
        new RootCheck(jdbc, digests, proof, stamps, anchors, restores, report).check(chain, stamped);
        if (chain.end() > 0) {
            report.holds("Followed the chain from entry " + from + " to " + chain.end() + ", " + dossiers + " dossiers among them"
                    + (keys == null ? "; without the master key their bodies stayed closed." : "."));
        }
        return report;
    }

    /** Null when their key is not at hand. */
    private RowSeals seals(Report report) {
        try {
            return masterKeys == null ? null : RowKey.find(jdbc, masterKeys).orElse(null);
        } catch (ChangedException e) {
            report.wrong("The key of the seals, in the table row_key, was changed, or is of another master key.");
            return null;
        }
    }

    private List<AuditRow> page(long from, long to) {
        return jdbc.query("select " + AuditRow.COLUMNS + " from audit where sequence between ? and ? order by sequence fetch first " + PAGE
                + " rows with ties", (row, n) -> AuditRow.of(row), from, to);
    }

    private static void later(JsonNode entry, Expiry expiry, Map<String, Map<String, String>> forms, Map<Long, String> stamped) {
        switch (entry.path("kind").asText()) {
            case "RETENTION" -> expiry.add(entry);
            case "STAMP" -> stamped.put(entry.path("root").longValue(), entry.path("stamp").asText());
            default -> digests(entry, forms.computeIfAbsent(entry.path("dossier").asText(), id -> new HashMap<>()));
        }
    }

    private static void digests(JsonNode entry, Map<String, String> into) {
        entry.path("digests").properties().forEach(digest -> into.put(digest.getKey(), digest.getValue().asText()));
    }

    /** Whether it is a dossier's entry. */
    private static boolean dossier(AuditRow row, BodyCheck bodies, CorrectionCheck corrections, RestoreCheck restores,
            Map<String, Map<String, String>> forms, Report report) {
        try {
            JsonNode entry = row.read();
            if (!entry.path("id").asText().equals(row.id().toString())) {
                report.wrong(row.name() + " is filed under another id than its own.");
            } else if (entry.path("kind").asText().equals(AuditEntry.Kind.DOSSIER.name())) {
                Map<String, String> expected = new HashMap<>(forms.getOrDefault(row.id().toString(), Map.of()));
                digests(entry, expected);
                bodies.check(row.id(), entry.path("sources"), expected);
                return true;
            } else if (entry.path("kind").asText().equals(AuditEntry.Kind.CORRECTION.name())) {
                corrections.request(row.id(), entry);
            } else if (entry.path("kind").asText().equals(AuditEntry.Kind.STEP.name())) {
                corrections.step(entry);
            } else if (entry.path("kind").asText().equals(AuditEntry.Kind.RESTORED.name())) {
                restores.entry(row, entry);
            }
        } catch (ChangedException e) {
            report.wrong(row.name() + " cannot be read.");
        }
        return false;
    }

    private void end(ChainCheck chain, Report report) {
        jdbc.query("select sequence, link from audit_head", row -> {
            if (row.getLong(1) != chain.end()) {
                report.wrong("The chain should end at entry " + row.getLong(1) + ", the last one there is is " + chain.end() + ".");
            } else if (!Arrays.equals(row.getBytes(2), chain.link())) {
                report.wrong("The chain's end is not the link of entry " + chain.end() + ".");
            }
        });
    }

    /** Rows that no entry speaks of, and keys that do not open. */
    private void strangers(Report report) {
        jdbc.query("select id from dossier where not exists (select 1 from audit where audit.id = dossier.id)",
                row -> {
                    report.wrong("Dossier " + row.getString(1) + " is in no entry: it was put in, or its entry was removed.");
                });
        jdbc.query("select distinct dossier_id from evidence where not exists (select 1 from audit where audit.id = dossier_id)",
                row -> {
                    report.wrong("Evidence of dossier " + row.getString(1) + " is in no entry: it was put in, or its entry was removed.");
                });
        if (keys != null) {
            jdbc.query("select day, data_class from data_key where wrapped is not null", row -> {
                key(row.getString(1), row.getString(2), report);
            });
        }
    }

    private void key(String day, String dataClass, Report report) {
        try {
            keys.find(LocalDate.parse(day), DataClass.of(dataClass));
        } catch (ChangedException | IllegalArgumentException | DataAccessException e) {
            report.wrong("The key of " + day + " for the class " + dataClass + " was changed, or is of another master key.");
        }
    }
}
