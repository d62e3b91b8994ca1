package az.dost.vahid.sources.ingest.snapshot;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;

/**
 * What an agency's standing snapshot holds on a citizen; where it has no row, the newest file as a whole says so.
 *
 * @param facts canonical facts by name, an object, possibly empty
 * @param asOf the time for which the row holds: the start of the date (Azerbaijan) of the newest file, and where files
 *     only add and correct rows (mode upsert) of the row's own file
 * @param fileDigest {@code sha-256:<hex>} of the file that the row stands in, or of the newest; it is archived under it
 * @param signer who signed that file
 * @param row number in that file, from 1; 0 where there is no row
 * @param source the row as it was read, JSON; null where there is none, or it was loaded before rows were kept so
 * @param newest start of the newest file's date: whether the snapshot is fresh is judged by it
 */
public record SnapshotRecord(
        JsonNode facts,
        Instant asOf,
        String fileDigest,
        String signer,
        long row,
        String source,
        String fileName,
        Instant newest) {
    /** Stands for what was changed behind the gateways' backs. */
    public static final SnapshotRecord CHANGED = new SnapshotRecord(null, null, null, null, 0, null, null, null);
}
