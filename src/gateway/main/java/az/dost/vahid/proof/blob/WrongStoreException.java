package az.dost.vahid.proof.blob;

import java.io.IOException;

/** The store that was found is not the one that the database's blobs are in. */
final class WrongStoreException extends IOException {
    private static final long serialVersionUID = 1L;

    WrongStoreException(String message) {
        super(message);
    }
}
