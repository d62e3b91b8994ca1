package az.dost.vahid.faces;

import az.dost.vahid.signature.xml.XmlFactories;
import java.io.ByteArrayOutputStream;
import java.math.BigInteger;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.DERSequence;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** What an outsider takes out of a XAdES signature to check it with a tool for plain signatures. */
final class SignatureParts {
    private static final String DS = "http://www.w3.org/2000/09/xmldsig#";
    private final Document signature;

    SignatureParts(byte[] xml) {
        Init.init();
        signature = XmlFactories.parse(xml);
    }

    private Element only(String name) {
        return (Element) signature.getElementsByTagNameNS(DS, name).item(0);
    }

    /** What the signature's value is over: SignedInfo in the canonical form that it names. */
    byte[] signedInfo() throws Exception {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        Canonicalizer.getInstance(only("CanonicalizationMethod").getAttribute("Algorithm"))
                .canonicalizeSubtree(only("SignedInfo"), out);
        return out.toByteArray();
    }

    /** The value as openssl wants it: XML has the two numbers side by side. */
    byte[] derValue() throws Exception {
        byte[] value = Base64.getMimeDecoder().decode(only("SignatureValue").getTextContent());
        return new DERSequence(new ASN1Integer[] {
                    new ASN1Integer(new BigInteger(1, Arrays.copyOf(value, value.length / 2))),
                    new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(value, value.length / 2, value.length)))
                })
                .getEncoded();
    }

    /** Digests, base64, by the name of the part. */
    Map<String, String> digests() {
        Map<String, String> digests = new LinkedHashMap<>();
        NodeList references = signature.getElementsByTagNameNS(DS, "Reference");
        for (int i = 0; i < references.getLength(); i++) {
            Element reference = (Element) references.item(i);
            if (!reference.getAttribute("URI").startsWith("#")) {
                digests.put(
                        reference.getAttribute("URI"),
                        reference
                                .getElementsByTagNameNS(DS, "DigestValue")
                                .item(0)
                                .getTextContent());
            }
        }
        return digests;
    }
}
