package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.AuditRoot;
import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Objects;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Checks the signed roots, one after the other, beside the chain: each is compared once the chain was followed to its
 * last entry.
 */
final class RootCheck {
    private static final int PAGE = 200;
    private final JdbcTemplate jdbc;
    private final Digests digests;
    private final GatewayProof proof;
    private final RootStamps stamps;
    private final AnchorCheck anchors;
    private final RestoreCheck restores;
    private final Report report;
    private final Deque<Row> rows = new ArrayDeque<>();
    /** The number up to which rows were read. */
    private long read = Long.MIN_VALUE;
    /** What the last root said that was read, and its JWS. */
    private AuditRoot before = new AuditRoot(0, null, 0, 0, null, null);

    private String jwsBefore;
    /** The next one to be compared with the chain, null before it was looked for. */
    private AuditRoot next;

    private Instant proven;

    private record Row(long number, String jws, byte[] stamp) {}

    /** @param anchors null when none are at hand */
    RootCheck(
            JdbcTemplate jdbc,
            Digests digests,
            GatewayProof proof,
            RootStamps stamps,
            AnchorCheck anchors,
            RestoreCheck restores,
            Report report) {
        this.jdbc = jdbc;
        this.digests = digests;
        this.proof = proof;
        this.stamps = stamps;
        this.anchors = anchors;
        this.restores = restores;
        this.report = report;
    }

    /** Compares the roots over entries that were followed; what no root to come is over is forgotten. */
    void follow(ChainCheck chain) {
        while (advance() && next.last() <= chain.end()) {
            compare(chain);
        }
        chain.forget(next == null ? Long.MAX_VALUE : next.first());
    }

    /**
     * Compares those that are left, once the chain was followed as far as it was to be. @param whole whether that is to
     * its end
     */
    void end(ChainCheck chain, boolean whole) {
        while (advance()) {
            if (next.last() <= chain.end()) {
                compare(chain);
            } else {
                if (whole && chain.covers(next.first())) {
                    report.wrong("Root " + next.number() + " was signed over entries up to " + next.last()
                            + ", the chain ends at " + chain.end() + ".");
                }
                next = null;
            }
        }
        restores.end(chain);
        if (anchors != null) {
            anchors.end(restores, digests, report);
        }
        if (before.last() > 0) {
            report.holds("Signed roots cover the entries up to " + before.last()
                    + (chain.end() > before.last()
                            ? "; the " + (chain.end() - before.last()) + " after it wait for the next root."
                            : "."));
        }
        if (proven != null) {
            report.holds("A time-stamp authority saw the chain at " + proven + ".");
        }
    }

    private void compare(ChainCheck chain) {
        List<byte[]> links = chain.covers(next.first()) ? chain.links(next.first(), next.last()) : List.of();
        if (!links.isEmpty() && !Digests.text64(digests.tree().root(links)).equals(next.root())) {
            report.wrong("Root " + next.number() + " was signed over other entries than " + next.first() + " to "
                    + next.last() + " as they are.");
        }
        next = null;
    }

    /** Reads on until there is one to compare; says whether there is. */
    private boolean advance() {
        while (next == null) {
            Row row = poll();
            if (row == null) {
                return false;
            }
            next = root(row);
            proven = stamps.kept(row.number(), row.jws(), row.stamp()).orElse(proven);
            jwsBefore = row.jws();
            if (anchors != null) {
                anchors.next(row.number(), row.jws(), report);
            }
        }
        return true;
    }

    private Row poll() {
        if (rows.isEmpty()) {
            jdbc.query(
                    "select number, jws, stamp from audit_root where number > ? order by number limit " + PAGE,
                    row -> {
                        rows.add(new Row(row.getLong(1), row.getString(2), row.getBytes(3)));
                    },
                    read);
        }
        Row row = rows.poll();
        read = row == null ? read : row.number();
        return row;
    }

    /** What a root says; null when it is not what was signed. */
    private AuditRoot root(Row row) {
        try {
            AuditRoot root = AuditRoot.of(proof.compact(row.jws(), AuditRoot.TYPE));
            boolean restored = restores.carriesOn(before, root);
            if (!restored && row.number() != before.number() + 1 || root.number() != row.number()) {
                report.wrong("Root " + (before.number() + 1) + " is missing.");
            } else if (root.first() <= before.last()
                    || !restored
                            && !Objects.equals(root.previous(), jwsBefore == null ? null : digests.text(jwsBefore))) {
                report.wrong("Root " + row.number() + " does not follow the root before it.");
            }
            before = root;
            return root;
        } catch (ChangedException e) {
            report.wrong("Root " + row.number() + " was changed: " + e.getMessage() + ".");
            before = new AuditRoot(row.number(), null, 0, before.last(), null, null);
            return null;
        }
    }
}
