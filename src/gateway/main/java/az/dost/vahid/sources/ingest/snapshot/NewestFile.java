package az.dost.vahid.sources.ingest.snapshot;

import java.time.Instant;

/**
 * The newest file behind an agency's standing snapshot: what proves that a citizen without a row has no record.
 *
 * @param asOf start of the file's date in Azerbaijan
 * @param fileDigest {@code sha-256:<hex>} of the file as the agency left it; it is archived under it
 * @param signer who signed it
 * @param rows of that file
 */
public record NewestFile(Instant asOf, String fileDigest, String signer, long rows, String fileName) {}
