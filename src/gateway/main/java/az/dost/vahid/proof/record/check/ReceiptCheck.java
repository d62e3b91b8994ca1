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
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/** Checks a receipt with certificates alone: was this entry made, and when at the latest? */
public final class ReceiptCheck {
    private static final ObjectMapper JSON = Json.exact();
    /** Of contracts/receipt.schema.json. */
    private static final Set<String> MEMBERS = Set.of("entry", "sequence", "previous", "path", "roots", "stamp");

    private final Digests digests = new Digests(new CryptoProvider(true));
    private final MerkleTree tree = digests.tree();
    private final GatewayProof proof;
    private final TimeStamps stamps;

    /** @param stamps null when the time-stamp authority's certificate is not at hand */
    public ReceiptCheck(GatewayProof proof, TimeStamps stamps) {
        this.proof = proof;
        this.stamps = stamps;
    }

    /**
     * 1. link the entry; 2. follow its way to the root; 3. check the signature of the root, and of those after it, each
     * of which names the one before; 4. check the stamp over the last.
     *
     * @return the entry
     * @throws ChangedException when anything does not hold
     */
    public JsonNode check(byte[] receipt, Report report) {
        JsonNode read = read(receipt);
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
        stamp(read, roots.get(roots.size() - 1), report);
        return AuditEntry.read(entry);
    }

    private void stamp(JsonNode receipt, String root, Report report) {
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
            Instant at = stamps.check(
                    decoded(stamp, Base64.getDecoder()), digests.of(root.getBytes(StandardCharsets.US_ASCII)));
            report.holds(
                    CheckCode.TIME_STAMPED,
                    "A time-stamp authority saw the receipt's root at " + at + ".",
                    at.toString());
        }
    }

    /** Nothing covers a member that the receipt's contract does not have, nor the first of two of one name. */
    private static JsonNode read(byte[] receipt) {
        try {
            JsonNode read = JSON.readTree(receipt);
            read.fieldNames().forEachRemaining(name -> {
                if (!MEMBERS.contains(name)) {
                    throw new ChangedException(
                            "The receipt has the member " + printable(name) + ", which is none of a receipt's");
                }
            });
            return read;
        } catch (IOException e) {
            throw new ChangedException("The receipt is no JSON, or has a member twice");
        }
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
