package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.AuditRoot;
import az.dost.vahid.proof.record.AuditRow;
import az.dost.vahid.proof.record.RestoreEntry;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/** What the chain says of restores with loss, and which roots are not in the record because of them. */
final class RestoreCheck {
    private final Report report;
    private final List<RestoreEntry> told = new ArrayList<>();
    /** Roots with which the record goes on. */
    private final List<AuditRoot> roots = new ArrayList<>();

    RestoreCheck(Report report) {
        this.report = report;
    }

    /** @param entry of the kind RESTORED, which is what was written */
    void entry(AuditRow row, JsonNode entry) {
        RestoreEntry restored = RestoreEntry.of(entry);
        told.add(restored);
        report.noted(row.name() + ", of " + entry.path("at").asText() + ": " + restored.told());
    }

    /**
     * Whether a root says of itself that the record goes on with it after the one before, though those between them are
     * not there. The gateway signed it.
     */
    boolean carriesOn(AuditRoot before, AuditRoot root) {
        boolean carriesOn = root.restored() && root.after() == before.number() && root.number() > before.number() + 1;
        if (carriesOn) {
            roots.add(root);
        }
        return carriesOn;
    }

    /** Whether a root that is kept outside is one of those that the record says are lost. */
    boolean lost(long number) {
        return roots.stream().anyMatch(root -> number > root.after() && number < root.number());
    }

    /** Whether the record goes on after this root as it names it. @param digest of its JWS */
    boolean named(long number, String digest) {
        return roots.stream().noneMatch(root -> root.number() == number + 1 && !digest.equals(root.previous()));
    }

    /** Once the chain was followed: where it was, each root that goes on has its entry, which says why. */
    void end(ChainCheck chain) {
        roots.stream()
                .filter(root -> chain.covers(root.first()) && root.last() <= chain.end())
                .filter(root -> told.stream()
                        .noneMatch(each -> each.newest() == root.number() - 1
                                && each.kept() == root.after()
                                && Objects.equals(each.digest(), root.previous())))
                .forEach(root ->
                        report.wrong("Root " + root.number() + " goes on after a restore that no entry speaks of."));
    }
}
