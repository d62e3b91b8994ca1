package az.dost.vahid.bench.stub;

import java.nio.charset.StandardCharsets;
import java.util.Base64;

/** An XML signature (XMLDSig 1.1) over texts that are in canonical form already. */
final class SignedInfo {
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private final StringBuilder references = new StringBuilder();

    SignedInfo reference(String uri, String canonical, boolean enveloped) {
        references
                .append("<ds:Reference URI=\"")
                .append(uri)
                .append("\"><ds:Transforms>")
                .append(enveloped ? transform(DS + "enveloped-signature") : "")
                .append(transform(EXCLUSIVE))
                .append(
                        "</ds:Transforms><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod><ds:DigestValue>")
                .append(BASE64.encodeToString(StubKey.sha256(canonical.getBytes(StandardCharsets.UTF_8))))
                .append("</ds:DigestValue></ds:Reference>");
        return this;
    }

    private static String transform(String algorithm) {
        return "<ds:Transform Algorithm=\"" + algorithm + "\"></ds:Transform>";
    }

    /** The ds:Signature element. */
    String sign(StubKey key, String keyInfo) {
        String signedInfo = "<ds:SignedInfo xmlns:ds=\"" + DS + "\"><ds:CanonicalizationMethod Algorithm=\"" + EXCLUSIVE
                + "\"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"http://www.w3.org/2001/04/xmldsig-more#"
                + (key.elliptic() ? "ecdsa-sha256" : "rsa-sha256") + "\"></ds:SignatureMethod>" + references
                + "</ds:SignedInfo>";
        String value = BASE64.encodeToString(key.sign(signedInfo.getBytes(StandardCharsets.UTF_8)));
        return "<ds:Signature xmlns:ds=\"" + DS + "\">" + signedInfo + "<ds:SignatureValue>" + value
                + "</ds:SignatureValue><ds:KeyInfo>" + keyInfo + "</ds:KeyInfo></ds:Signature>";
    }
}
