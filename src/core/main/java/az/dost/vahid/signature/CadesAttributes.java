package az.dost.vahid.signature;

import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import java.security.cert.CertificateEncodingException;
import java.security.cert.X509Certificate;
import java.util.Arrays;
import java.util.List;
import org.bouncycastle.asn1.ASN1UTF8String;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.CMSAttributes;
import org.bouncycastle.asn1.cms.Time;
import org.bouncycastle.asn1.ess.ContentHints;
import org.bouncycastle.asn1.ess.ESSCertIDv2;
import org.bouncycastle.asn1.ess.SigningCertificateV2;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSException;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerId;
import org.bouncycastle.cms.SignerInformation;

/**
 * What a CMS signature says of itself and signs: its time and its certificate (RFC 5652, section 11.3, and RFC 5035,
 * section 3).
 */
final class CadesAttributes {
    private static final CryptoProvider CRYPTO = new CryptoProvider(false);
    private final AttributeTable signed;

    private CadesAttributes(AttributeTable signed) {
        this.signed = signed;
    }

    /** Those of a signature that holds. */
    static CadesAttributes of(byte[] signature) {
        try {
            SignerInformation signer = new CMSSignedData(signature)
                    .getSignerInfos()
                    .getSigners()
                    .iterator()
                    .next();
            return new CadesAttributes(signer.getSignedAttributes());
        } catch (CMSException e) {
            throw new ChangedException("The CMS signature cannot be read");
        }
    }

    /** The certificate that a signature names; the first one where it names none of these, which then does not hold. */
    static X509Certificate signer(byte[] signature, List<X509Certificate> known) {
        try {
            SignerId named = known.size() == 1
                    ? null
                    : new CMSSignedData(signature)
                            .getSignerInfos()
                            .getSigners()
                            .iterator()
                            .next()
                            .getSID();
            for (X509Certificate one : known) {
                if (named != null && named.match(new JcaX509CertificateHolder(one))) {
                    return one;
                }
            }
        } catch (CMSException | CertificateEncodingException | RuntimeException e) {
            // Who verifies it says what is wrong.
            return known.get(0);
        }
        return known.get(0);
    }

    /** The certificate, for who signs. SHA-256 is the digest that is meant where none is named. */
    static AttributeTable naming(X509Certificate certificate) throws CertificateEncodingException {
        return new AttributeTable(new Attribute(
                PKCSObjectIdentifiers.id_aa_signingCertificateV2,
                new DERSet(new SigningCertificateV2(new ESSCertIDv2(CRYPTO.sha256(certificate.getEncoded()))))));
    }

    /**
     * The name of the file that was signed: the description of a content hint (RFC 2634, section 2.9). Null where there
     * is none.
     *
     * @param signed may be null
     * @throws IllegalArgumentException when the attribute is none
     */
    static String name(AttributeTable signed) {
        Attribute hint = signed == null ? null : signed.get(PKCSObjectIdentifiers.id_aa_contentHint);
        ASN1UTF8String name = hint == null
                ? null
                : ContentHints.getInstance(hint.getAttributeValues()[0]).getContentDescriptionUTF8();
        return name == null ? null : name.getString();
    }

    /** @throws ChangedException when it names another certificate */
    SignatureForm form(X509Certificate certificate, CadesShape shape) {
        Attribute named = signed == null ? null : signed.get(PKCSObjectIdentifiers.id_aa_signingCertificateV2);
        try {
            if (named != null) {
                ESSCertIDv2 first = SigningCertificateV2.getInstance(named.getAttributeValues()[0])
                        .getCerts()[0];
                if (!Arrays.equals(first.getCertHash(), CRYPTO.sha256(certificate.getEncoded()))) {
                    throw new ChangedException("The signature names another certificate than the gateway's");
                }
            }
            Attribute time = signed == null ? null : signed.get(CMSAttributes.signingTime);
            return new SignatureForm(
                    named == null ? "CMS" : "CAdES-BASELINE-B",
                    time == null
                            ? null
                            : Time.getInstance(time.getAttributeValues()[0])
                                    .getDate()
                                    .toInstant(),
                    null,
                    shape.more(),
                    shape.above());
        } catch (CertificateEncodingException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
            throw new ChangedException("The CMS signature's attributes cannot be read");
        }
    }
}
