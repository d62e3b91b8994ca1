package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.DayJdbc;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.MerkleTree;
import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
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
    private final OutsideRoots outside;

    private record Link(long sequence, byte[] link, boolean stamp) {}

    /** Where nothing is kept outside the database. */
    public AuditRoots(JdbcTemplate jdbc, DossierSigner signer, Digests digests, Entries entries) {
        this(jdbc, signer, digests, entries, number -> false);
    }

    public AuditRoots(JdbcTemplate jdbc, DossierSigner signer, Digests digests, Entries entries, OutsideRoots outside) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.signer = signer;
        this.digests = digests;
        this.entries = entries;
        this.tree = digests.tree();
        this.outside = outside;
    }

    /** Signs what there is to sign; when another gateway was faster, its root is the one. */
    public void sign() {
        List<Link> links;
        do {
            String before =
                    jdbc.queryForList("select jws from audit_root order by number desc limit 1", String.class).stream()
                            .findFirst()
                            .orElse(null);
            AuditRoot last = before == null ? new AuditRoot(0, null, 0, 0, null, null) : AuditRoot.of(before);
            links = links(last);
            // A stamp alone needs no root: it would need a stamp again, and so on.
            if (links.stream().allMatch(Link::stamp)) {
                return;
            }
            Place place = place(last, before);
            if (place == null) {
                return;
            }
            AuditRoot root = new AuditRoot(
                    place.number,
                    Instant.now().truncatedTo(ChronoUnit.MILLIS),
                    links.get(0).sequence(),
                    links.get(links.size() - 1).sequence(),
                    Digests.text64(tree.root(links.stream().map(Link::link).toList())),
                    place.previous,
                    place.after);
            jdbc.update(
                    "insert into audit_root (number, jws) values (?, ?) on conflict do nothing",
                    root.number(),
                    signer.sign(root.payload(), AuditRoot.TYPE).compact());
        } while (links.size() == MOST_ENTRIES);
    }

    /**
     * The next root's number, the digest of the root before it, and the root after which it carries on where some
     * between them are lost.
     */
    private record Place(long number, String previous, long after) {}

    /**
     * Null when no root can be signed now: its number is taken outside, so that the database is not as far as it was,
     * and nobody has said that it was restored. Two roots under one number would be two histories.
     */
    private Place place(AuditRoot last, String before) {
        if (!outside.taken(last.number() + 1)) {
            return new Place(last.number() + 1, before == null ? null : digests.text(before), AuditRoot.NO_RESTORE);
        }
        RestoreEntry restored = restored(last);
        return restored == null || restored.newest() <= last.number() || outside.taken(restored.newest() + 1)
                ? null
                : new Place(restored.newest() + 1, restored.digest(), last.number());
    }

    /** The newest that is told after a root; asked for only when the database is behind. Null for none. */
    private RestoreEntry restored(AuditRoot last) {
        DaySpan days = ChainLinks.after(ChainLinks.signed(last), false);
        return jdbc
                .query(
                        "select " + AuditRow.COLUMNS + " from audit where " + DaySpan.SQL
                                + " and sequence > ? and entry ->> 'kind' = 'RESTORED' order by sequence desc",
                        (row, n) -> entries.read(AuditRow.of(row)),
                        days.from(),
                        days.to(),
                        last.last())
                .stream()
                .flatMap(Optional::stream)
                .findFirst()
                .map(RestoreEntry::of)
                .orElse(null);
    }

    /** Of the entries after one. What is not what was written is never signed, nor anything after it. */
    private List<Link> links(AuditRoot last) {
        List<Link> links = new ArrayList<>();
        LocalDate since = ChainLinks.signed(last);
        List<AuditRow> page;
        do {
            page = page(
                    since,
                    links.isEmpty() ? last.last() : links.get(links.size() - 1).sequence());
            for (AuditRow row : page) {
                Optional<JsonNode> entry = entries.read(row);
                if (entry.isEmpty()) {
                    return links;
                }
                since = RecordId.day(row.id());
                links.add(new Link(
                        row.sequence(),
                        row.link(),
                        AuditEntry.Kind.STAMP
                                .name()
                                .equals(entry.get().path("kind").asText())));
            }
        } while (page.size() == PAGE && links.size() < MOST_ENTRIES);
        return links;
    }

    /** Entries after one. Where one is not found in the days in which it should be, further back. */
    private List<AuditRow> page(LocalDate since, long after) {
        List<AuditRow> near = page(ChainLinks.after(since, false), after);
        boolean whole = near.isEmpty()
                ? jdbc.queryForObject("select sequence from audit_head", Long.class) <= after
                : IntStream.range(0, near.size()).allMatch(i -> near.get(i).sequence() == after + 1 + i);
        return whole ? near : page(ChainLinks.after(since, true), after);
    }

    private List<AuditRow> page(DaySpan days, long after) {
        return jdbc.query(
                "select " + AuditRow.COLUMNS + " from audit where " + DaySpan.SQL
                        + " and sequence > ? order by sequence limit " + PAGE,
                (row, n) -> AuditRow.of(row),
                days.from(),
                days.to(),
                after);
    }
}
