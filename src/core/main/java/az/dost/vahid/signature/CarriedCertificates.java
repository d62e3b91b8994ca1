package az.dost.vahid.signature;

import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
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

    private CarriedCertificates() {}
}
