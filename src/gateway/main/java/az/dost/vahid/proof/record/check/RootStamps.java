package az.dost.vahid.proof.record.check;

import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.proof.record.StampRenewal;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Compares the time-stamps of roots with what the chain tells of them. An entry tells of a stamp soon after its root,
 * so few wait for each other.
 */
final class RootStamps {
    private final JdbcTemplate jdbc;
    private final Digests digests;
    private final TimeStamps stamps;
    private final Report report;
    private final InstantSource clock;
    /**
     * Digests by the numbers of roots: those of entries whose root was not read yet, and those of roots of which no
     * entry told yet.
     */
    private final Map<Long, String> told = new HashMap<>();

    private final Map<Long, String> kept = new HashMap<>();
    /** The last one that holds, null before there was one. */
    private TimeStamps.Stamped last;

    /**
     * @param stamps null when the authority's certificate is not at hand
     * @param clock says which certificates have ended
     */
    RootStamps(JdbcTemplate jdbc, Digests digests, TimeStamps stamps, Report report, InstantSource clock) {
        this.clock = clock;
        this.jdbc = jdbc;
        this.digests = digests;
        this.stamps = stamps;
        this.report = report;
    }

    /** @param entry of the kind STAMP */
    void told(JsonNode entry) {
        meet(entry.path("root").longValue(), entry.path("stamp").asText(), kept, told);
    }

    /**
     * A root's stamp.
     *
     * @param stamp null when it has none
     * @return its time, if it holds
     */
    Optional<Instant> kept(long root, String jws, byte[] stamp) {
        if (stamp == null) {
            return Optional.empty();
        }
        meet(root, digests.text(stamp), told, kept);
        try {
            if (stamps == null) {
                return Optional.empty();
            }
            TimeStamps.Stamped held = stamps.check(stamp, digests.of(jws.getBytes(StandardCharsets.US_ASCII)));
            if (last != null && !last.by().equals(held.by())) {
                outlived(held.at());
            }
            last = held;
            return Optional.of(held.at());
        } catch (ChangedException e) {
            report.wrong("The time-stamp of root " + root + " does not hold: " + e.getMessage() + ".");
            return Optional.empty();
        }
    }

    /**
     * Each later stamp vouches for those before it, as the chain holds them: if it was there before their certificate
     * ended.
     */
    private void outlived(Instant vouched) {
        if (last.outlived(vouched)) {
            report.noted("The certificate of the time-stamps up to " + last.at() + " ended on "
                    + last.by().getNotAfter().toInstant()
                    + ", and no stamp by another certificate was there before.");
        }
    }

    /** @param entry of the kind RENEWED */
    void renewed(JsonNode entry) {
        long first = entry.path("first").longValue();
        long end = entry.path("last").longValue();
        List<byte[]> leaves = StampRenewal.leaves(jdbc, first, end);
        if (leaves.isEmpty()
                || !Digests.text64(digests.tree().root(leaves))
                        .equals(entry.path("tree").asText())) {
            report.wrong("The time-stamps of the roots " + first + " to " + end + " are not those that were renewed.");
        }
        if (!Boolean.TRUE.equals(jdbc.queryForObject(
                "select exists (select 1 from stamp_renewal where first = ? and last = ? and entry = ?::uuid)",
                Boolean.class,
                first,
                end,
                entry.path("id").asText()))) {
            report.wrong("The row that leads receipts to the renewal of the time-stamps of the roots " + first + " to "
                    + end + " is missing, or was changed.");
        }
    }

    private void meet(long root, String digest, Map<Long, String> others, Map<Long, String> own) {
        String other = others.remove(root);
        if (other == null) {
            own.put(root, digest);
        } else if (!other.equals(digest)) {
            report.wrong("The time-stamp of root " + root + " is not what was received.");
        }
    }

    /** Once all roots and entries were read. */
    void end() {
        if (last != null) {
            outlived(clock.instant());
        }
        kept.keySet().forEach(root -> report.wrong("The time-stamp of root " + root + " is not what was received."));
        told.keySet()
                .forEach(root -> report.wrong(
                        jdbc.queryForObject(
                                        "select exists (select 1 from audit_root where number = ?)",
                                        Boolean.class,
                                        root)
                                ? "The time-stamp of root " + root + " is not what was received."
                                : "Root " + root + " is missing, though it was time-stamped."));
    }
}
