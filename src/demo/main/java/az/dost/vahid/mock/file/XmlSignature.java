package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.Signature;
import java.util.Base64;

/** A ds:Signature (XML Signature 1.1) with one reference, to an element of the same document by its Id. */
final class XmlSignature {
    /** In canonical form, because these very bytes are signed. */
    private static final String SIGNED_INFO = """
            <ds:SignedInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#">\
            <ds:CanonicalizationMethod Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:CanonicalizationMethod>\
            <ds:SignatureMethod Algorithm="http://www.w3.org/2001/04/xmldsig-more#rsa-sha256"></ds:SignatureMethod>\
            <ds:Reference URI="#%s"><ds:Transforms>\
            <ds:Transform Algorithm="http://www.w3.org/2001/10/xml-exc-c14n#"></ds:Transform></ds:Transforms>\
            <ds:DigestMethod Algorithm="http://www.w3.org/2001/04/xmlenc#sha256"></ds:DigestMethod>\
            <ds:DigestValue>%s</ds:DigestValue></ds:Reference></ds:SignedInfo>""";

    private static final String SIGNATURE = """
            <ds:Signature xmlns:ds="http://www.w3.org/2000/09/xmldsig#">%s<ds:SignatureValue>%s</ds:SignatureValue>\
            <ds:KeyInfo><ds:X509Data><ds:X509Certificate>%s</ds:X509Certificate></ds:X509Data></ds:KeyInfo></ds:Signature>""";

    /**
     * @param id of the element covered
     * @param digest SHA-256 of that element by exclusive canonicalisation
     * @param signer with an RSA key
     */
    static String over(String id, byte[] digest, Credential signer) {
        Base64.Encoder base64 = Base64.getEncoder();
        String signedInfo = SIGNED_INFO.formatted(id, base64.encodeToString(digest));
        try {
            Signature signature = DemoKeys.CRYPTO.signing("SHA256withRSA", signer.key());
            signature.update(signedInfo.getBytes(StandardCharsets.UTF_8));
            return SIGNATURE.formatted(
                    signedInfo,
                    base64.encodeToString(signature.sign()),
                    base64.encodeToString(signer.certificate().getEncoded()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private XmlSignature() {}
}
