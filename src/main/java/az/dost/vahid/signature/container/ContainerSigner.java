package az.dost.vahid.signature.container;

import az.dost.vahid.signature.DossierSigner;
import java.time.Instant;
import java.util.Map;

/** Puts parts into one signed container (ASiC-E, ETSI EN 319 162-1). */
public final class ContainerSigner {
    private final DossierSigner signer;
    private final Xades xades = new IsolatedXades();

    public ContainerSigner(DossierSigner signer) {
        this.signer = signer;
    }

    /** @param parts bytes by name; the order is kept */
    public byte[] sign(Map<String, byte[]> parts) {
        return CanonicalZip.write(xades.sign(parts, signer.signerCertificate(), Instant.now(), signer::signature));
    }
}
