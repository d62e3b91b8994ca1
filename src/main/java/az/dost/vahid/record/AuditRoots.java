package az.dost.vahid.record;

import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.MerkleTree;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/** Signs the audit chain: a root over the entries since the last one. */
public final class AuditRoots {
    private static final int MOST_ENTRIES = 65_536;
    /** Divides the number above. */
    private static final int PAGE = 1_024;
    private final JdbcTemplate jdbc;
    private final DossierSigner signer;
    private final Digests digests;
    private final Entries entries;
    private final MerkleTree tree;

    private record Link(long sequence, byte[] link, boolean stamp) { }

    public AuditRoots(JdbcTemplate jdbc, DossierSigner signer, Digests digests, Entries entries) {
        this.jdbc = jdbc;
        this.signer = signer;
        this.digests = digests;
        this.entries = entries;
        this.tree = digests.tree();
    }

    /** Signs what there is to sign; when another gateway was faster, its root is the one. */
    public void sign() {
        List<Link> links;
        do {
            String before = jdbc.queryForList("select jws from audit_root order by number desc limit 1", String.class).stream()
                    .findFirst().orElse(null);
            AuditRoot last = before == null ? new AuditRoot(0, null, 0, 0, null, null) : AuditRoot.of(before);
            links = links(last.last());
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

    /** Of the entries after one. What is not what was written is never signed, nor anything after it. */
    private List<Link> links(long after) {
        List<Link> links = new ArrayList<>();
        List<AuditRow> page;
        do {
            page = jdbc.query("select " + AuditRow.COLUMNS + " from audit where sequence > ? order by sequence limit " + PAGE, (row, n) -> AuditRow.of(row),
                    links.isEmpty() ? after : links.get(links.size() - 1).sequence());
            for (AuditRow row : page) {
                Optional<JsonNode> entry = entries.read(row);
                if (entry.isEmpty()) {
                    return links;
                }
                links.add(new Link(row.sequence(), row.link(), AuditEntry.Kind.STAMP.name().equals(entry.get().path("kind").asText())));
            }
        } while (page.size() == PAGE && links.size() < MOST_ENTRIES);
        return links;
    }
}
