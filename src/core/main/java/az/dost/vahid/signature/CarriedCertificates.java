package az.dost.vahid.signature;

import az.dost.vahid.signature.key.ChangedException;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;

/**
 * Certificates that a CMS carries along, which no signature covers (RFC 5652, 5.1). They are looked at as they stand:
 * Bouncy Castle passes over what is no certificate any more.
 */
final class CarriedCertificates {
    /**
     * Whether there are some, and none is the signer's own, byte for byte: then one was changed.
     *
     * @throws IOException when one cannot be written as it was read
     * @throws IllegalArgumentException when it is no CMS of signed data
     */
    static boolean lack(byte[] cms, X509Certificate own) throws IOException, CertificateEncodingException {
        ASN1Set carried = SignedData.getInstance(ContentInfo.getInstance(cms).getContent())
                .getCertificates();
        if (carried == null || carried.size() == 0) {
            return false;
        }
        for (ASN1Encodable one : carried) {
            if (Arrays.equals(one.toASN1Primitive().getEncoded(), own.getEncoded())) {
                return false;
            }
        }
        return true;
    }

    /** Whether they are the signer's own and those above it, each the issuer of one that is there, and no others. */
    static boolean chain(ASN1Set carried, X509Certificate own) {
        List<X509Certificate> all = new ArrayList<>();
        for (ASN1Encodable one : carried) {
            try {
                all.add(GatewayProof.certificate(one.toASN1Primitive().getEncoded()));
            } catch (IOException | ChangedException e) {
                return false;
            }
        }
        return chain(all, own);
    }

    /** The same of certificates that were read. */
    static boolean chain(List<X509Certificate> carried, X509Certificate own) {
        Set<X509Certificate> left = new HashSet<>(carried);
        X509Certificate below = own;
        while (below != null && left.remove(below)) {
            X509Certificate last = below;
            below = left.stream().filter(one -> issued(one, last)).findFirst().orElse(null);
        }
        return left.isEmpty();
    }

    static boolean issued(X509Certificate authority, X509Certificate certificate) {
        try {
            certificate.verify(authority.getPublicKey());
            return certificate.getIssuerX500Principal().equals(authority.getSubjectX500Principal());
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    private CarriedCertificates() {}
}
