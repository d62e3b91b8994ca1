package az.dost.vahid.signature.xml;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.key.RequestSignature;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.security.Signature;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import org.apache.xml.security.Init;
import org.apache.xml.security.c14n.Canonicalizer;
import org.apache.xml.security.exceptions.XMLSecurityException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * SOAP requests to one agency, made from a Body that was brought into exclusive canonical form once: what is filled in
 * later (FIN, ids, times) needs no escaping, so the text stays canonical and can be digested as it stands.
 */
public final class SoapRequest {
    private static final String WSSE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    private static final String TOKENS =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-x509-token-profile-1.0";
    private static final String MESSAGE =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-soap-message-security-1.0";
    private static final String NAMES =
            "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-username-token-profile-1.0";
    private static final String EXCLUSIVE = "http://www.w3.org/2001/10/xml-exc-c14n#";
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final Base64.Encoder BASE64 = Base64.getEncoder();
    private static final int VALID_SECONDS = 60;

    static {
        Init.init();
    }

    private final CryptoProvider crypto;
    private final String soap;
    private final String body;
    /** In the form of a list of the signature, empty for none. */
    private final String prefixes;

    private final String blocks;

    /** Signature value is base64, null when the request is not signed. */
    public record Sent(byte[] envelope, String signatureValue) {}

    /**
     * @param soapVersion 1.1 or 1.2
     * @param content the content of soap:Body with its placeholders
     * @throws ProofException MALFORMED when the content is not XML
     */
    public SoapRequest(String soapVersion, String content, CryptoProvider crypto) {
        this.crypto = crypto;
        this.soap = soapVersion.equals("1.2")
                ? "http://www.w3.org/2003/05/soap-envelope"
                : "http://schemas.xmlsoap.org/soap/envelope/";
        Element parsed = parsed("<soap:Body xmlns:soap=\"" + soap + "\" xmlns:wsu=\"" + XmlSignatureCheck.WSU
                + "\" wsu:Id=\"Body\">" + content + "</soap:Body>");
        this.prefixes = QualifiedValues.prefixes(parsed);
        this.body = canonical(parsed, prefixes);
        this.blocks = "";
    }

    private SoapRequest(SoapRequest other, String blocks) {
        crypto = other.crypto;
        soap = other.soap;
        body = other.body;
        prefixes = other.prefixes;
        this.blocks = blocks;
    }

    /**
     * The same with elements in its Header, behind what is put there for WS-Security; they are not signed. @param
     * blocks as text, filled in
     */
    public SoapRequest with(String blocks) {
        return new SoapRequest(this, blocks);
    }

    /**
     * The elements of a Header as text that stands in any envelope.
     *
     * @param header a document with one soap:Header of this request's SOAP version
     * @throws ProofException MALFORMED when it is none
     */
    public String blocks(String header) {
        Element parsed = parsed(header);
        if (!"Header".equals(parsed.getLocalName()) || !soap.equals(parsed.getNamespaceURI())) {
            throw new ProofException(Reason.MALFORMED, "The header is no soap:Header of the request's SOAP version");
        }
        StringBuilder text = new StringBuilder();
        for (Node child = parsed.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Element block) {
                text.append(canonical(block, QualifiedValues.prefixes(block)));
            }
        }
        return text.toString();
    }

    private static Element parsed(String xml) {
        return XmlFactories.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement();
    }

    private static String canonical(Element element, String prefixes) {
        try {
            ByteArrayOutputStream out = new ByteArrayOutputStream();
            Canonicalizer canonicalizer = Canonicalizer.getInstance(Canonicalizer.ALGO_ID_C14N_EXCL_OMIT_COMMENTS);
            if (prefixes.isEmpty()) {
                canonicalizer.canonicalizeSubtree(element, out);
            } else {
                canonicalizer.canonicalizeSubtree(element, prefixes, out);
            }
            return out.toString(StandardCharsets.UTF_8);
        } catch (XMLSecurityException e) {
            throw new ProofException(Reason.MALFORMED, "The request cannot be brought into canonical form", e);
        }
    }

    /**
     * The Body with its placeholders; fill them in, then pass the text on. Only text without {@code & < > "} may go in.
     */
    public String body() {
        return body;
    }

    /** An envelope without a Security header. */
    public Sent plain(String filledBody) {
        return new Sent(envelope("", filledBody), null);
    }

    /**
     * An envelope with a UsernameToken (password digest) and a Timestamp, unsigned (WSS UsernameToken Profile 1.1,
     * section 3.1).
     */
    public Sent named(String filledBody, String username, String password) {
        byte[] nonce = new byte[16];
        RANDOM.nextBytes(nonce);
        Instant now = now();
        try {
            MessageDigest sha1 = MessageDigest.getInstance("SHA-1");
            sha1.update(nonce);
            sha1.update(now.toString().getBytes(StandardCharsets.UTF_8));
            String digest = BASE64.encodeToString(sha1.digest(password.getBytes(StandardCharsets.UTF_8)));
            return new Sent(
                    envelope(
                            timestamp(now) + "<wsse:UsernameToken><wsse:Username>" + username
                                    + "</wsse:Username><wsse:Password Type=\"" + NAMES + "#PasswordDigest\">" + digest
                                    + "</wsse:Password><wsse:Nonce EncodingType=\"" + MESSAGE + "#Base64Binary\">"
                                    + BASE64.encodeToString(nonce)
                                    + "</wsse:Nonce><wsu:Created xmlns:wsu=\"" + XmlSignatureCheck.WSU + "\">" + now
                                    + "</wsu:Created></wsse:UsernameToken>",
                            filledBody),
                    null);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** An envelope whose Body and Timestamp are signed, as the key can. */
    public Sent signed(String filledBody, GatewayKeys.Pair key) {
        RequestSignature kind = RequestSignature.by(key);
        String timestamp = timestamp(now());
        String signedInfo = "<ds:SignedInfo xmlns:ds=\"" + XmlSignatureCheck.DS
                + "\"><ds:CanonicalizationMethod Algorithm=\"" + EXCLUSIVE
                + "\"></ds:CanonicalizationMethod><ds:SignatureMethod Algorithm=\"" + kind.uri()
                + "\"></ds:SignatureMethod>"
                + reference("Body", filledBody, prefixes) + reference("TS", timestamp, "") + "</ds:SignedInfo>";
        try {
            Signature signature = crypto.signing(kind.algorithm(), key.key());
            signature.update(signedInfo.getBytes(StandardCharsets.UTF_8));
            String value = BASE64.encodeToString(signature.sign());
            return new Sent(
                    envelope(
                            "<wsse:BinarySecurityToken xmlns:wsu=\"" + XmlSignatureCheck.WSU + "\" EncodingType=\""
                                    + MESSAGE
                                    + "#Base64Binary\" ValueType=\"" + TOKENS + "#X509v3\" wsu:Id=\"X509\">"
                                    + BASE64.encodeToString(key.certificate().getEncoded())
                                    + "</wsse:BinarySecurityToken>" + timestamp
                                    + "<ds:Signature xmlns:ds=\"" + XmlSignatureCheck.DS + "\">" + signedInfo
                                    + "<ds:SignatureValue>" + value
                                    + "</ds:SignatureValue><ds:KeyInfo><wsse:SecurityTokenReference><wsse:Reference URI=\"#X509\" ValueType=\""
                                    + TOKENS
                                    + "#X509v3\"></wsse:Reference></wsse:SecurityTokenReference></ds:KeyInfo></ds:Signature>",
                            filledBody),
                    value);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("The request cannot be signed", e);
        }
    }

    private String reference(String id, String canonical, String prefixes) {
        String list = prefixes.isEmpty()
                ? ""
                : "<ec:InclusiveNamespaces xmlns:ec=\"" + EXCLUSIVE + "\" PrefixList=\"" + prefixes
                        + "\"></ec:InclusiveNamespaces>";
        return "<ds:Reference URI=\"#" + id + "\"><ds:Transforms><ds:Transform Algorithm=\"" + EXCLUSIVE
                + "\">" + list
                + "</ds:Transform></ds:Transforms><ds:DigestMethod Algorithm=\"http://www.w3.org/2001/04/xmlenc#sha256\"></ds:DigestMethod>"
                + "<ds:DigestValue>" + BASE64.encodeToString(crypto.sha256(canonical.getBytes(StandardCharsets.UTF_8)))
                + "</ds:DigestValue></ds:Reference>";
    }

    private byte[] envelope(String security, String filledBody) {
        String secured = security.isEmpty()
                ? ""
                : "<wsse:Security xmlns:wsse=\"" + WSSE + "\" soap:mustUnderstand=\""
                        + (soap.contains("2003") ? "true" : "1") + "\">" + security + "</wsse:Security>";
        String header =
                secured.isEmpty() && blocks.isEmpty() ? "" : "<soap:Header>" + secured + blocks + "</soap:Header>";
        return ("<soap:Envelope xmlns:soap=\"" + soap + "\">" + header + filledBody + "</soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static Instant now() {
        return Instant.now().truncatedTo(ChronoUnit.MILLIS);
    }

    private static String timestamp(Instant now) {
        return "<wsu:Timestamp xmlns:wsu=\"" + XmlSignatureCheck.WSU + "\" wsu:Id=\"TS\"><wsu:Created>" + now
                + "</wsu:Created><wsu:Expires>" + now.plusSeconds(VALID_SECONDS) + "</wsu:Expires></wsu:Timestamp>";
    }
}
