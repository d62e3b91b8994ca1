package az.dost.vahid.proof.record.check;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.AuditEntry;
import az.dost.vahid.proof.record.AuditRoot;
import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.MerkleTree;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Checks a receipt with certificates alone: was this entry made, and when at the latest? */
public final class ReceiptCheck {
    private static final ObjectMapper JSON = Json.exact();
    /** Of contracts/receipt.schema.json. */
    private static final Set<String> MEMBERS =
            Set.of("entry", "sequence", "previous", "path", "roots", "stamp", "renewal");

    private static final Set<String> RENEWAL = Set.of("index", "stamps", "path", "receipt");
    /** Authorities change their certificate every few years. */
    private static final int MOST_RENEWALS = 32;

    private final Digests digests = new Digests(new CryptoProvider(true));
    private final MerkleTree tree = digests.tree();
    private final GatewayProof proof;
    private final TimeStamps stamps;
    private final InstantSource clock;

    /** @param stamps null when the time-stamp authority's certificate is not at hand */
    public ReceiptCheck(GatewayProof proof, TimeStamps stamps) {
        this(proof, stamps, InstantSource.system());
    }

    /** @param clock says which certificates have ended */
    public ReceiptCheck(GatewayProof proof, TimeStamps stamps, InstantSource clock) {
        this.proof = proof;
        this.stamps = stamps;
        this.clock = clock;
    }

    /**
     * 1. link the entry; 2. follow its way to the root; 3. check the signature of the root, and of those after it, each
     * of which names the one before; 4. check the stamp over the last; 5. the same for the entry that holds the stamp,
     * where it was renewed.
     *
     * @return the entry
     * @throws ChangedException when anything does not hold
     */
    public JsonNode check(byte[] receipt, Report report) {
        return check(read(receipt), report, 0).entry();
    }

    /**
     * What held.
     *
     * @param stamped null when there is no stamp, or it was not checked
     * @param vouched whether something shows that the stamp was there before its certificate ended
     */
    private record Held(JsonNode entry, TimeStamps.Stamped stamped, boolean vouched) {}

    private Held check(JsonNode read, Report report, int renewals) {
        if (renewals > MOST_RENEWALS) {
            throw new ChangedException("The receipt's time-stamp was renewed more often than any is");
        }
        members(read, MEMBERS);
        String entry = read.path("entry").asText();
        long sequence = read.path("sequence").longValue();
        List<byte[]> path = new ArrayList<>();
        read.path("path").forEach(hash -> path.add(bytes(hash)));
        byte[] link = digests.link(bytes(read.path("previous")), sequence, entry.getBytes(StandardCharsets.UTF_8));
        List<String> roots = Json.list(read.path("roots"), JsonNode::asText);
        if (roots.isEmpty()) {
            throw new ChangedException("The receipt has no root");
        }
        if (roots.size() > 1 && !read.hasNonNull("stamp")) {
            throw new ChangedException(
                    "The receipt's time-stamp was taken out: its last root is the one that was stamped");
        }
        AuditRoot first = AuditRoot.of(proof.compact(roots.get(0), AuditRoot.TYPE));
        byte[] root = tree.root(tree.leaf(link), sequence - first.first(), first.last() - first.first() + 1, path);
        if (!Digests.text64(root).equals(first.root())) {
            throw new ChangedException(
                    "The receipt's entry is not the one that the gateway signed in its root " + first.number());
        }
        for (int i = 1; i < roots.size(); i++) {
            if (!digests.text(roots.get(i - 1))
                    .equals(AuditRoot.of(proof.compact(roots.get(i), AuditRoot.TYPE))
                            .previous())) {
                throw new ChangedException("The receipt's roots do not follow each other");
            }
        }
        report.holds(
                CheckCode.IN_THE_CHAIN,
                "Entry " + sequence + " of the audit chain says so; the gateway signed it in its root " + first.number()
                        + " at " + first.at() + ".",
                String.valueOf(sequence),
                first.at().toString());
        TimeStamps.Stamped stamped = stamp(read, roots.get(roots.size() - 1), report);
        boolean vouched = vouched(read, stamped, report, renewals);
        if (stamped != null && !vouched) {
            String ended = stamped.by().getNotAfter().toInstant().toString();
            report.noted(
                    CheckCode.STAMP_OUTLIVED,
                    "The certificate of the receipt's time-stamp ended on " + ended
                            + ", and nothing in it shows that the stamp was there before.",
                    ended);
        }
        return new Held(AuditEntry.read(entry), stamped, vouched);
    }

    /** Null when there is none, or it cannot be checked here. */
    private TimeStamps.Stamped stamp(JsonNode receipt, String root, Report report) {
        String stamp = receipt.path("stamp").textValue();
        if (stamp == null) {
            report.noted(
                    CheckCode.NOT_STAMPED,
                    "The receipt has no time-stamp: no authority had seen its root when it was made, or somebody took the stamp out.");
        } else if (stamps == null) {
            report.noted(
                    CheckCode.STAMP_NOT_CHECKED,
                    "The receipt has a time-stamp, which can be checked with --time-stamps.");
        } else {
            TimeStamps.Stamped stamped = stamps.check(
                    decoded(stamp, Base64.getDecoder()), digests.of(root.getBytes(StandardCharsets.US_ASCII)));
            report.holds(
                    CheckCode.TIME_STAMPED,
                    "A time-stamp authority saw the receipt's root at " + stamped.at() + ".",
                    stamped.at().toString());
            return stamped;
        }
        return null;
    }

    /**
     * Whether the stamp's certificate lasts, or a later stamp that lasts holds this one and was there before its end.
     */
    private boolean vouched(JsonNode receipt, TimeStamps.Stamped stamped, Report report, int renewals) {
        JsonNode renewal = receipt.path("renewal");
        if (renewal.isMissingNode()) {
            return stamped == null || !stamped.outlived(clock.instant());
        }
        members(renewal, RENEWAL);
        Held later = check(renewal.path("receipt"), new Report(), renewals + 1);
        byte[] token = decoded(receipt.path("stamp").asText(), Base64.getDecoder());
        List<byte[]> path = new ArrayList<>();
        renewal.path("path").forEach(hash -> path.add(bytes(hash)));
        byte[] root = tree.root(
                tree.leaf(digests.of(token)),
                renewal.path("index").longValue(),
                renewal.path("stamps").longValue(),
                path);
        if (!later.entry().path("kind").asText().equals(AuditEntry.Kind.RENEWED.name())
                || !later.entry().path("tree").asText().equals(Digests.text64(root))) {
            throw new ChangedException("The receipt's time-stamp is not the one that was renewed");
        }
        if (stamped == null || later.stamped() == null) {
            return stamped == null;
        }
        report.holds(
                CheckCode.STAMP_RENEWED,
                "A later time-stamp, of " + later.stamped().at() + ", vouches for that one.",
                later.stamped().at().toString());
        return later.vouched()
                && !later.stamped().at().isAfter(stamped.by().getNotAfter().toInstant());
    }

    /** Nothing covers a member that the receipt's contract does not have, nor the first of two of one name. */
    private static JsonNode read(byte[] receipt) {
        try {
            return JSON.readTree(receipt);
        } catch (IOException e) {
            throw new ChangedException("The receipt is no JSON, or has a member twice");
        }
    }

    private static void members(JsonNode read, Set<String> known) {
        read.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new ChangedException(
                        "The receipt has the member " + printable(name) + ", which is none of a receipt's");
            }
        });
    }

    private static String printable(String name) {
        return name.replaceAll("[^A-Za-z0-9_.-]", "?");
    }

    private static byte[] bytes(JsonNode base64) {
        byte[] bytes = decoded(base64.asText(), Base64.getUrlDecoder());
        if (!Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(base64.asText())) {
            throw new ChangedException("The receipt has characters that it should not have");
        }
        return bytes;
    }

    private static byte[] decoded(String text, Base64.Decoder decoder) {
        try {
            return decoder.decode(text);
        } catch (IllegalArgumentException e) {
            throw new ChangedException("The receipt has characters that it should not have");
        }
    }
}
