package az.dost.vahid.signature;

import java.time.Instant;

/**
 * What a signature of the gateway is and claims.
 *
 * @param level form by its name in the specifications, such as {@code XAdES-BASELINE-B}; that of the format alone for
 *     those made before the gateway signed more than the content
 * @param claimed when it says that it was made, null when it does not
 * @param type what the content of a JWS is, its parameter {@code typ}; null for another format, or when it does not say
 *     so
 * @param more whether it has what it does not cover, such as a time-stamp that somebody added
 * @param above whether it carries certificates of authorities above the signer's, which it does not cover either
 */
public record SignatureForm(String level, Instant claimed, String type, boolean more, boolean above) {
    /** What {@link DossierSigner} calls dossiers. */
    public static final String DOSSIER = "vahid-dossier+json";

    public SignatureForm(String level, Instant claimed) {
        this(level, claimed, null, false, false);
    }
}
