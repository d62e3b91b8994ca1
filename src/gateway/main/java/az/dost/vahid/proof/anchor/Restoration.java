package az.dost.vahid.proof.anchor;

import az.dost.vahid.proof.record.AuditRoot;
import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.proof.record.RestoreEntry;
import az.dost.vahid.proof.record.Restores;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import java.io.IOException;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Carries a record on whose database was restored to an earlier time: an entry says what is missing, and a root over it
 * is signed and anchored at once.
 */
public final class Restoration {
    private final JdbcTemplate jdbc;
    private final Anchors anchors;
    private final Restores restores;
    private final AuditRoots roots;
    private final Digests digests;
    private final GatewayProof proof;

    /** @param proof of the keys that sign roots, now and before */
    Restoration(
            JdbcTemplate jdbc,
            Anchors anchors,
            Restores restores,
            AuditRoots roots,
            Digests digests,
            GatewayProof proof) {
        this.jdbc = jdbc;
        this.anchors = anchors;
        this.restores = restores;
        this.roots = roots;
        this.digests = digests;
        this.proof = proof;
    }

    /**
     * 1. find the newest root that is kept outside and lost in the record; 2. keep the entry that says so; 3. sign a
     * root over it, under a number that no root ever had; 4. anchor it.
     *
     * @param by who says that it was restored
     * @param because why, without personal data
     * @return what the entry says
     * @throws IOException when the anchors cannot be read now; then nothing was written
     * @throws ChangedException when the newest anchor is not what a gateway of this record signed; then nothing was
     *     written
     * @throws IllegalStateException when the entry was written and no root over it could be signed
     */
    public RestoreEntry carryOn(String by, String because) throws IOException {
        long kept = lastRoot();
        Optional<String> newest = anchors.newestLost();
        RestoreEntry restored = newest.isEmpty()
                ? RestoreEntry.withoutLostRoots(kept, by, because)
                : lost(kept, newest.get(), by, because);
        restores.keep(restored);
        roots.sign();
        if (lastRoot() <= Math.max(kept, restored.newest())) {
            throw new IllegalStateException(
                    "The entry was written, and no root over it could be signed; a gateway that runs signs it once the anchors can be read");
        }
        anchors.keep();
        return restored;
    }

    private RestoreEntry lost(long kept, String jws, String by, String because) {
        AuditRoot root = AuditRoot.of(proof.compact(jws, AuditRoot.TYPE));
        return new RestoreEntry(kept, root.number(), digests.text(jws), root.last(), root.at(), by, because);
    }

    private long lastRoot() {
        return jdbc.queryForObject("select coalesce(max(number), 0) from audit_root", Long.class);
    }
}
