package az.dost.vahid.proof.blob;

import az.dost.vahid.proof.record.body.DataClass;
import az.dost.vahid.signature.key.EncryptionKey;
import java.time.LocalDate;

/** The keys that blobs are sealed with: in a gateway, those of the record. */
interface BlobKeys {
    /**
     * @param make whether to make the key where there is none
     * @throws org.springframework.dao.EmptyResultDataAccessException when there is none, or no more
     */
    EncryptionKey of(LocalDate day, DataClass dataClass, boolean make);
}
