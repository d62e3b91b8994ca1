package az.dost.vahid.sources.ingest;

import az.dost.vahid.drop.ReceivedDrop;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.signature.xml.Seal;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/**
 * Signs what the gateway says of a file that it has loaded: one private-key operation a file.
 *
 * @param signer null apart from any gateway, where nobody signs
 * @param seals under the key of all gateways
 */
record FileSigning(DossierSigner signer, CryptoProvider crypto, RowSeals seals) {
    /**
     * The statement as a compact JWS; null where nobody signs or the file has no row.
     *
     * @param root of the tree over its rows; null without any
     */
    String of(String agency, ReceivedDrop drop, Seal seal, long rows, byte[] root) {
        if (signer == null || root == null) {
            return null;
        }
        FileStatement statement = new FileStatement(
                agency,
                drop.name().name(),
                drop.digest(),
                Instant.now().truncatedTo(ChronoUnit.MILLIS),
                rows,
                root,
                seal.signer(),
                seal.signature());
        return signer.sign(statement.payload(), FileStatement.TYPE).compact();
    }
}
