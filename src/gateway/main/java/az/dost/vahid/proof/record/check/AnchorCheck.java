package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.AnchorName;
import az.dost.vahid.proof.record.AuditEntry;
import az.dost.vahid.proof.record.AuditRoot;
import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;

/**
 * Compares the record's roots with those that were anchored outside: what was rolled back, rewritten or cut off
 * together is found by them.
 */
public final class AnchorCheck {
    private static final int LONGEST = 1 << 20;
    private final TreeMap<Long, String> anchored = new TreeMap<>();
    private final GatewayProof proof;
    private final Set<Long> seen = new HashSet<>();
    private long later;

    /** @param proof of the gateway that signed the roots */
    public AnchorCheck(GatewayProof proof) {
        this.proof = proof;
    }

    /**
     * Takes all anchors of a folder.
     *
     * @throws IllegalArgumentException when there is none, or one is not what the gateway signed
     */
    public AnchorCheck folder(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.sorted().toList()) {
                long number = AnchorName.number(file.getFileName().toString());
                if (number > 0) {
                    add(file, number, text(file));
                }
            }
        }
        if (anchored.isEmpty()) {
            throw new IllegalArgumentException("There is no anchor in " + folder);
        }
        return this;
    }

    /**
     * Takes a root that somebody kept: a compact JWS, or a receipt with roots.
     *
     * @throws IllegalArgumentException when it is not what the gateway signed
     */
    public AnchorCheck root(Path file) throws IOException {
        String text = text(file);
        if (text.startsWith("{")) {
            try {
                AuditEntry.read(text).path("roots").forEach(jws -> add(file, 0, jws.asText()));
            } catch (ChangedException e) {
                throw new IllegalArgumentException(file + " is no receipt");
            }
        } else {
            add(file, 0, text);
        }
        if (anchored.isEmpty()) {
            throw new IllegalArgumentException("There is no root in " + file);
        }
        return this;
    }

    private static String text(Path file) throws IOException {
        try (var in = Files.newInputStream(file)) {
            return new String(in.readNBytes(LONGEST), StandardCharsets.UTF_8).strip();
        }
    }

    private void add(Path file, long number, String jws) {
        try {
            AuditRoot root = AuditRoot.of(proof.compact(jws, AuditRoot.TYPE));
            if (number != 0 && root.number() != number) {
                throw new ChangedException("It is of another number");
            }
            anchored.put(root.number(), jws);
        } catch (ChangedException | IllegalArgumentException e) {
            throw new IllegalArgumentException(file + " holds no root that the gateway signed: " + e.getMessage());
        }
    }

    /** The record's next root. */
    void next(long number, String jws, Report report) {
        String its = anchored.get(number);
        if (its != null) {
            seen.add(number);
            if (!its.equals(jws)) {
                report.wrong(
                        named(AuditRoot.of(its), " is not the one that was anchored") + ": the record was rewritten.");
            }
        } else if (number > anchored.lastKey()) {
            later++;
        }
    }

    /** Once all roots of the record were compared. @param restores what the record says of roots that it lost */
    void end(RestoreCheck restores, Digests digests, Report report) {
        long before = 0;
        for (Map.Entry<Long, String> each : anchored.entrySet()) {
            if (!seen.contains(each.getKey()) && restores.lost(each.getKey())) {
                report.noted(named(AuditRoot.of(each.getValue()), "")
                        + ", is anchored and was lost: the record says that it was restored.");
                if (!restores.named(each.getKey(), digests.text(each.getValue()))) {
                    report.wrong("Root " + each.getKey()
                            + " is not the one after which the record says that it goes on: the record was rewritten.");
                }
            } else if (!seen.contains(each.getKey())) {
                report.wrong(named(AuditRoot.of(each.getValue()), "")
                        + ", is anchored and not in the record: the record was rolled back, cut off or rewritten.");
            }
            if (before != 0 && each.getKey() != before + 1) {
                report.noted("Anchors " + (before + 1) + " to " + (each.getKey() - 1) + " are not there.");
            }
            before = each.getKey();
        }
        report.holds("Compared with " + anchored.size() + " anchored roots, the newest of them number " + before + "."
                + (later == 0 ? "" : " Later roots, which no anchor speaks for: " + later + "."));
    }

    private static String named(AuditRoot root, String what) {
        return "Root " + root.number() + what + ", signed at " + root.at() + " over entries up to " + root.last();
    }
}
