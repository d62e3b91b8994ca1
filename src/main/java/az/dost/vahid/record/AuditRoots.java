package az.dost.vahid.record;

import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.MerkleTree;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import org.springframework.jdbc.core.JdbcTemplate;

/** Signs the audit chain: a root over the entries since the last one. */
public final class AuditRoots {
    private static final int MOST_ENTRIES = 65_536;
    private final JdbcTemplate jdbc;
    private final DossierSigner signer;
    private final Digests digests;
    private final MerkleTree tree;

    private record Link(long sequence, byte[] link, boolean stamp) { }

    public AuditRoots(JdbcTemplate jdbc, DossierSigner signer, Digests digests) {
        this.jdbc = jdbc;
        this.signer = signer;
        this.digests = digests;
        this.tree = digests.tree();
    }

    /** Signs what there is to sign; when another gateway was faster, its root is the one. */
    public void sign() {
        List<Link> links;
        do {
            String before = jdbc.queryForList("select jws from audit_root order by number desc limit 1", String.class).stream()
                    .findFirst().orElse(null);
            AuditRoot last = before == null ? new AuditRoot(0, null, 0, 0, null, null) : AuditRoot.of(before);
            links = jdbc.query("select sequence, link, entry ->> 'kind' from audit where sequence > ? order by sequence limit " + MOST_ENTRIES,
                    (row, n) -> new Link(row.getLong(1), row.getBytes(2), AuditEntry.Kind.STAMP.name().equals(row.getString(3))), last.last());
            // A stamp alone needs no root: it would need a stamp again, and so on.
            if (links.stream().allMatch(Link::stamp)) {
                return;
            }
            AuditRoot root = new AuditRoot(last.number() + 1, Instant.now().truncatedTo(ChronoUnit.MILLIS), links.get(0).sequence(),
                    links.get(links.size() - 1).sequence(), Digests.text64(tree.root(links.stream().map(Link::link).toList())),
                    before == null ? null : digests.text(before));
            jdbc.update("insert into audit_root (number, jws) values (?, ?) on conflict do nothing", root.number(),
                    signer.sign(root.payload(), AuditRoot.TYPE).compact());
        } while (links.size() == MOST_ENTRIES);
    }
}
