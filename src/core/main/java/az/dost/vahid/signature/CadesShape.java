package az.dost.vahid.signature;

import az.dost.vahid.signature.key.ChangedException;
import java.io.IOException;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import org.bouncycastle.asn1.ASN1Encoding;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.IssuerAndSerialNumber;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerIdentifier;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;

/**
 * The one shape that the gateway's CMS signatures have ({@link FileSigner}). A signature does not cover the structure
 * that it stands in (RFC 5652, section 5.1): what else stands there could be anybody's, so it is written anew and
 * compared. Only certificates, revocation lists and unsigned attributes may have been added, as those do who keep
 * signatures for long; that is told.
 *
 * @param more whether others added to it
 * @param above whether it carries certificates of authorities above the signer's, which nothing covers
 */
record CadesShape(boolean more, boolean above) {
    /**
     * What was found beside the one shape.
     *
     * @param cms that holds
     * @throws ChangedException when it has another shape
     */
    static CadesShape of(byte[] cms, X509Certificate own) {
        try {
            SignedData found =
                    SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
            SignerInfo signer = SignerInfo.getInstance(found.getSignerInfos().getObjectAt(0));
            if (signer.getAuthenticatedAttributes() == null) {
                throw new ChangedException("The signature signs no attributes, as the gateway's do");
            }
            SignerInfo written = new SignerInfo(
                    new SignerIdentifier(new IssuerAndSerialNumber(
                            new JcaX509CertificateHolder(own).getIssuer(), own.getSerialNumber())),
                    signer.getDigestAlgorithm(),
                    signer.getAuthenticatedAttributes(),
                    signer.getDigestEncryptionAlgorithm(),
                    signer.getEncryptedDigest(),
                    signer.getUnauthenticatedAttributes());
            byte[] anew = new ContentInfo(
                            CMSObjectIdentifiers.signedData,
                            new SignedData(
                                    new DERSet(signer.getDigestAlgorithm()),
                                    new ContentInfo(CMSObjectIdentifiers.data, null),
                                    found.getCertificates(),
                                    found.getCRLs(),
                                    new DERSet(written)))
                    .getEncoded(ASN1Encoding.DER);
            ContentInfo whole = ContentInfo.getInstance(cms);
            // Sets of both are written in one order.
            byte[] said = new ContentInfo(whole.getContentType(), found).getEncoded(ASN1Encoding.DER);
            if (!Arrays.equals(anew, said) || !Arrays.equals(whole.getEncoded(), cms)) {
                throw new ChangedException("The signature has something that the gateway does not write");
            }
            return new CadesShape(
                    signer.getUnauthenticatedAttributes() != null
                            || found.getCRLs() != null
                            || !CarriedCertificates.chain(found.getCertificates(), own),
                    found.getCertificates() != null && found.getCertificates().size() > 1);
        } catch (IOException | CertificateEncodingException | IllegalArgumentException e) {
            throw new ChangedException("The CMS signature cannot be read");
        }
    }
}
