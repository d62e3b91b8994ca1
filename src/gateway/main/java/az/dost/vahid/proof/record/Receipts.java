package az.dost.vahid.proof.record;

import az.dost.vahid.proof.record.body.DayJdbc;
import az.dost.vahid.proof.record.check.ReceiptCheck;
import az.dost.vahid.signature.MerkleTree;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Receipts of entries: the entry, its way through the Merkle tree to the root that the gateway signed, and the roots
 * from there to the first one that a time-stamp authority stamped. Where that stamp was renewed, the entry that holds
 * it is there with a receipt of its own. {@link ReceiptCheck} reads them.
 */
public final class Receipts {
    /** More roots than this between an entry's and a stamp, and the receipt has none. */
    private static final int MOST_ROOTS = 100;

    private final JdbcTemplate jdbc;
    private final ChainLinks links;
    private final Digests digests;
    private final MerkleTree tree;

    private record Root(long number, String jws, byte[] stamp) {}

    public Receipts(JdbcTemplate jdbc, Digests digests) {
        this.jdbc = new DayJdbc(jdbc.getDataSource());
        this.links = new ChainLinks(this.jdbc);
        this.digests = digests;
        this.tree = digests.tree();
    }

    /** The receipt of a dossier's entry, JSON; empty while no signed root covers it. */
    public Optional<byte[]> of(UUID dossier) {
        return jdbc
                .query("select " + AuditRow.COLUMNS + " from audit where id = ?", (row, n) -> AuditRow.of(row), dossier)
                .stream()
                .findFirst()
                .flatMap(this::of)
                .map(receipt -> receipt.toString().getBytes(StandardCharsets.UTF_8));
    }

    /** Empty too when entries beside it are missing: nothing leads to the root any more. */
    Optional<ObjectNode> of(AuditRow row) {
        List<Root> roots = roots(row.sequence());
        if (roots.isEmpty()) {
            return Optional.empty();
        }
        AuditRoot first = AuditRoot.of(roots.get(0).jws());
        List<byte[]> leaves = links.of(first, row.id());
        if (leaves.size() != first.last() - first.first() + 1) {
            return Optional.empty();
        }
        ObjectNode receipt = JsonNodeFactory.instance
                .objectNode()
                .put("entry", row.entry())
                .put("sequence", row.sequence())
                .put("previous", Digests.text64(row.previous()));
        ArrayNode path = receipt.putArray("path");
        tree.path(leaves, (int) (row.sequence() - first.first())).forEach(hash -> path.add(Digests.text64(hash)));
        ArrayNode signed = receipt.putArray("roots");
        roots.forEach(root -> signed.add(root.jws()));
        Root last = roots.get(roots.size() - 1);
        if (last.stamp() != null) {
            receipt.put("stamp", Base64.getEncoder().encodeToString(last.stamp()));
            renewal(last).ifPresent(renewal -> receipt.set("renewal", renewal));
        }
        return Optional.of(receipt);
    }

    /** Empty too while the entry that holds the stamp is not stamped itself. */
    private Optional<ObjectNode> renewal(Root stamped) {
        return StampRenewal.place(jdbc, tree, stamped.number(), digests.of(stamped.stamp()))
                .flatMap(place -> of(place.entry())
                        .filter(receipt -> receipt.has("stamp"))
                        .map(receipt -> {
                            ObjectNode renewal = JsonNodeFactory.instance
                                    .objectNode()
                                    .put("index", place.index())
                                    .put("stamps", place.stamps());
                            ArrayNode path = renewal.putArray("path");
                            place.path().forEach(hash -> path.add(Digests.text64(hash)));
                            renewal.set("receipt", receipt);
                            return renewal;
                        }));
    }

    /** From the root over an entry to the first stamped one; only the former when none is. */
    private List<Root> roots(long sequence) {
        List<Root> roots = new ArrayList<>();
        long number = number(sequence);
        if (number > 0) {
            roots.addAll(jdbc.query(
                    "select number, jws, stamp from audit_root where number between ? and ? order by number",
                    (row, n) -> new Root(row.getLong(1), row.getString(2), row.getBytes(3)),
                    number,
                    number + MOST_ROOTS));
            int stamped = 0;
            while (stamped < roots.size() && roots.get(stamped).stamp() == null) {
                stamped++;
                // A root after a restore names one that is not in the record.
                if (stamped < roots.size()
                        && AuditRoot.of(roots.get(stamped).jws()).restored()) {
                    stamped = roots.size();
                }
            }
            return List.copyOf(roots.subList(0, stamped == roots.size() ? 1 : stamped + 1));
        }
        return roots;
    }

    /** The number of the root over an entry, found by halving, as roots do not overlap; 0 when there is none. */
    private long number(long sequence) {
        long low = 1;
        long high = jdbc.queryForObject("select coalesce(max(number), 0) from audit_root", Long.class);
        while (low <= high) {
            long middle = (low + high) / 2;
            // After a restore with loss there are numbers without a root.
            AuditRoot root = AuditRoot.of(jdbc.queryForObject(
                    "select jws from audit_root where number >= ? order by number limit 1", String.class, middle));
            if (root.number() > high || sequence < root.first()) {
                high = middle - 1;
            } else if (sequence > root.last()) {
                low = root.number() + 1;
            } else {
                return root.number();
            }
        }
        return 0;
    }
}
