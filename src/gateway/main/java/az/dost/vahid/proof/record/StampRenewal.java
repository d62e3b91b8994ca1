package az.dost.vahid.proof.record;

import az.dost.vahid.signature.MerkleTree;
import az.dost.vahid.signature.TimeStamps;
import java.sql.PreparedStatement;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Renews time-stamps before their certificate ends (RFC 4998, section 5.2): once the authority stamps with another
 * certificate, entries of the chain hold trees over the stamps of before. The roots over these entries are stamped with
 * the new certificate, so that they vouch for what the old one stamped.
 */
public final class StampRenewal {
    /** In one tree: a receipt reads as many digests. */
    static final int MOST = 4_096;

    private final JdbcTemplate jdbc;
    private final GroupCommit commit;
    private final Digests digests;

    /** @param digest of the token */
    private record Stamped(long root, String signer, byte[] digest) {}

    StampRenewal(JdbcTemplate jdbc, GroupCommit commit, Digests digests) {
        this.jdbc = jdbc;
        this.commit = commit;
        this.digests = digests;
    }

    /** Renews what there is to renew; most of the time nothing. */
    public void renew() {
        Optional<Stamped> newest = stamps("where stamp is not null order by number desc limit 1").stream()
                .findFirst();
        if (newest.isPresent()) {
            List<Stamped> old = before(newest.get());
            while (!old.isEmpty()) {
                keep(old);
                old = before(newest.get());
            }
        }
    }

    /** Stamps that wait to be renewed, up to the first one of the newest one's certificate. */
    private List<Stamped> before(Stamped newest) {
        String waiting = "where stamp is not null and number > (select coalesce(max(last), 0) from stamp_renewal)"
                + " order by number limit ";
        // Most of the time the next one is of the newest certificate, too.
        List<Stamped> next = stamps(waiting + 1);
        if (next.isEmpty() || next.get(0).signer().equals(newest.signer())) {
            return List.of();
        }
        return stamps(waiting + MOST).stream()
                .takeWhile(stamp -> !stamp.signer().equals(newest.signer()))
                .toList();
    }

    private List<Stamped> stamps(String which) {
        return jdbc.query("select number, stamp from audit_root " + which, (row, n) -> {
            byte[] token = row.getBytes(2);
            return new Stamped(row.getLong(1), TimeStamps.signer(token), digests.of(token));
        });
    }

    private void keep(List<Stamped> old) {
        long first = old.get(0).root();
        long last = old.get(old.size() - 1).root();
        String tree = Digests.text64(
                digests.tree().root(old.stream().map(Stamped::digest).toList()));
        AuditEntry entry = AuditEntry.renewed(first, last, old.size(), tree);
        commit.keep(Unit.of(entry, connection -> {
            try (PreparedStatement insert = connection.prepareStatement(
                    "insert into stamp_renewal (first, last, entry) values (?, ?, ?) on conflict do nothing")) {
                insert.setLong(1, first);
                insert.setLong(2, last);
                insert.setObject(3, entry.id());
                return insert.executeUpdate() > 0;
            }
        }));
    }

    /**
     * The digests of the tokens that a tree is over, in their order.
     *
     * @param first number of the root of the first one
     */
    public static List<byte[]> leaves(JdbcTemplate jdbc, long first, long last) {
        return jdbc.query(
                "select sha256(stamp) from audit_root where number between ? and ? and stamp is not null order by number",
                (row, n) -> row.getBytes(1),
                first,
                last);
    }

    /**
     * A stamp's place in a tree.
     *
     * @param entry that holds the tree
     * @param path the hashes beside the stamp's way up to the tree's root
     */
    record Place(AuditRow entry, int index, int stamps, List<byte[]> path) {}

    /** The tree that has a root's stamp; empty when it was not renewed, or nothing leads to the tree any more. */
    static Optional<Place> place(JdbcTemplate jdbc, MerkleTree tree, long root, byte[] digest) {
        List<Place> places = new ArrayList<>();
        jdbc.query(
                "select first, last, entry from stamp_renewal where first <= ? and last >= ?",
                row -> {
                    List<byte[]> leaves = leaves(jdbc, row.getLong(1), row.getLong(2));
                    int index = index(leaves, digest);
                    jdbc
                            .query(
                                    "select " + AuditRow.COLUMNS + " from audit where id = ?",
                                    (entry, n) -> AuditRow.of(entry),
                                    row.getObject(3))
                            .stream()
                            .filter(entry -> index >= 0)
                            .map(entry -> new Place(entry, index, leaves.size(), tree.path(leaves, index)))
                            .forEach(places::add);
                },
                root,
                root);
        return places.stream().findFirst();
    }

    private static int index(List<byte[]> leaves, byte[] digest) {
        for (int i = 0; i < leaves.size(); i++) {
            if (Arrays.equals(leaves.get(i), digest)) {
                return i;
            }
        }
        return -1;
    }
}
