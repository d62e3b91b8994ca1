package az.dost.vahid.record.check;

import az.dost.vahid.record.AuditRoot;
import az.dost.vahid.record.Digests;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.ChangedException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.JdbcTemplate;

/** Checks the signed roots against the chain, one after the other, and their time-stamps. */
final class RootCheck {
    private final JdbcTemplate jdbc;
    private final Digests digests;
    private final GatewayProof proof;
    private final TimeStamps stamps;
    private final Report report;
    private final AnchorCheck anchors;
    private final RestoreCheck restores;

    private record Row(long number, String jws, byte[] stamp) { }

    /**
     * @param stamps  null when the authority's certificate is not at hand
     * @param anchors null when none are
     */
    RootCheck(JdbcTemplate jdbc, Digests digests, GatewayProof proof, TimeStamps stamps, AnchorCheck anchors, RestoreCheck restores, Report report) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.proof = proof;
        this.stamps = stamps;
        this.anchors = anchors;
        this.restores = restores;
        this.report = report;
    }

    /** @param stamped digests of the stamps that the chain tells of, by the root's number */
    void check(ChainCheck chain, Map<Long, String> stamped) {
        List<Row> rows = jdbc.query("select number, jws, stamp from audit_root order by number",
                (row, n) -> new Row(row.getLong(1), row.getString(2), row.getBytes(3)));
        AuditRoot before = new AuditRoot(0, null, 0, 0, null, null);
        String jwsBefore = null;
        Instant proven = null;
        for (Row row : rows) {
            try {
                AuditRoot root = AuditRoot.of(proof.compact(row.jws(), AuditRoot.TYPE));
                boolean restored = restores.carriesOn(before, root);
                if (!restored && row.number() != before.number() + 1 || root.number() != row.number()) {
                    report.wrong("Root " + (before.number() + 1) + " is missing.");
                } else if (root.first() <= before.last() || !restored && !Objects.equals(root.previous(), jwsBefore == null ? null : digests.text(jwsBefore))) {
                    report.wrong("Root " + row.number() + " does not follow the root before it.");
                }
                links(chain, root);
                before = root;
            } catch (ChangedException e) {
                report.wrong("Root " + row.number() + " was changed: " + e.getMessage() + ".");
                before = new AuditRoot(row.number(), null, 0, before.last(), null, null);
            }
            Instant at = stamp(row, stamped.get(row.number()));
            proven = at == null ? proven : at;
            jwsBefore = row.jws();
        }
        stamped.keySet().stream().filter(number -> rows.stream().noneMatch(row -> row.number() == number))
                .forEach(number -> report.wrong("Root " + number + " is missing, though it was time-stamped."));
        restores.end(chain);
        if (anchors != null) {
            anchors.compare(rows.stream().collect(Collectors.toMap(Row::number, Row::jws)), restores, digests, report);
        }
        summary(chain, before, proven);
    }

    private void links(ChainCheck chain, AuditRoot root) {
        List<byte[]> links = chain.links(root.first(), root.last());
        if (!links.isEmpty() && !Digests.text64(digests.tree().root(links)).equals(root.root())) {
            report.wrong("Root " + root.number() + " was signed over other entries than " + root.first() + " to " + root.last() + " as they are.");
        } else if (links.isEmpty() && chain.covers(root.first()) && root.last() > chain.end()) {
            report.wrong("Root " + root.number() + " was signed over entries up to " + root.last() + ", the chain ends at " + chain.end() + ".");
        }
    }

    /** The time of a stamp that holds. */
    private Instant stamp(Row row, String expected) {
        if (!Objects.equals(row.stamp() == null ? null : digests.text(row.stamp()), expected)) {
            report.wrong("The time-stamp of root " + row.number() + " is not what was received.");
        } else if (row.stamp() != null && stamps != null) {
            try {
                return stamps.check(row.stamp(), digests.of(row.jws().getBytes(StandardCharsets.US_ASCII)));
            } catch (ChangedException e) {
                report.wrong("The time-stamp of root " + row.number() + " does not hold: " + e.getMessage() + ".");
            }
        }
        return null;
    }

    private void summary(ChainCheck chain, AuditRoot last, Instant proven) {
        if (last.last() > 0) {
            report.holds("Signed roots cover the entries up to " + last.last() + (chain.end() > last.last()
                    ? "; the " + (chain.end() - last.last()) + " after it wait for the next root." : "."));
        }
        if (proven != null) {
            report.holds("A time-stamp authority saw the chain at " + proven + ".");
        }
    }
}
