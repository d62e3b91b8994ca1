package az.dost.vahid.proof.blob;

import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.signature.key.ChangedException;
import java.time.LocalDate;
import java.util.UUID;
import java.util.regex.Pattern;

/**
 * A file in the blob store.
 *
 * @param id version 7: its day, with the class, says which key it is sealed with
 * @param dataClass how long it is kept
 * @param digest SHA-256 of the sealed bytes, 64 hex digits; two puts of the same file have two
 * @param bytes of the file as it was before
 */
public record Blob(UUID id, DataClass dataClass, String digest, long bytes) {
    /** It becomes part of a path, and may come from a database that somebody edited. */
    private static final Pattern DIGEST = Pattern.compile("[0-9a-f]{64}");

    public Blob {
        if (!DIGEST.matcher(digest).matches()) {
            throw new ChangedException("The digest of the blob " + id + " is none");
        }
    }

    /** In the store: {@code <class>/<day>/<digest>}. */
    String name() {
        return name(id, dataClass, digest);
    }

    static String name(UUID id, DataClass dataClass, String digest) {
        return folder(dataClass, RecordId.day(id)) + "/" + digest;
    }

    private static String folder(DataClass dataClass, LocalDate day) {
        return dataClass.code() + "/" + day;
    }
}
