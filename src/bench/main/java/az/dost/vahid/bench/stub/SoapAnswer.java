package az.dost.vahid.bench.stub;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import org.w3c.dom.Element;

/**
 * A SOAP reply whose Body, Timestamp and, where the request was signed, SignatureConfirmation are signed (WS-Security
 * 1.1).
 */
final class SoapAnswer implements Answer {
    private static final String OASIS = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-";
    private static final String WSSE = OASIS + "wssecurity-secext-1.0.xsd";
    private static final String WSU = OASIS + "wssecurity-utility-1.0.xsd";
    private static final String WSSE11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
    private static final int VALID_SECONDS = 300;
    private final String soap;
    private final Text body;
    private final String mediaType;
    private final String token;
    private final StubKey key;

    SoapAnswer(Recorded recorded, StubKey key) {
        Element envelope = Canonical.root(recorded.body());
        this.soap = envelope.getNamespaceURI();
        this.mediaType = recorded.mediaType();
        this.key = key;
        String content = Canonical.text(Canonical.child(Canonical.child(envelope, "Body"), null));
        this.body = new Text(
                Canonical.text(Canonical.root("<soap:Body xmlns:soap=\"" + soap + "\" xmlns:wsu=\"" + WSU
                        + "\" wsu:Id=\"Body\">" + content + "</soap:Body>")),
                recorded);
        this.token = "<wsse:BinarySecurityToken xmlns:wsu=\"" + WSU + "\" EncodingType=\"" + OASIS
                + "soap-message-security-1.0#Base64Binary\" ValueType=\"" + OASIS
                + "x509-token-profile-1.0#X509v3\" wsu:Id=\"X509\">"
                + key.certificate() + "</wsse:BinarySecurityToken>";
    }

    @Override
    public Reply reply(String requestId, String confirmed) {
        Instant now = Instant.now().truncatedTo(ChronoUnit.MILLIS);
        String filled = body.fill(requestId, now);
        String timestamp = "<wsu:Timestamp xmlns:wsu=\"" + WSU + "\" wsu:Id=\"TS\"><wsu:Created>" + now
                + "</wsu:Created><wsu:Expires>" + now.plusSeconds(VALID_SECONDS) + "</wsu:Expires></wsu:Timestamp>";
        String confirmation = confirmed == null
                ? ""
                : "<wsse11:SignatureConfirmation xmlns:wsse11=\"" + WSSE11 + "\" xmlns:wsu=\"" + WSU + "\" Value=\""
                        + confirmed + "\" wsu:Id=\"SC\"></wsse11:SignatureConfirmation>";
        SignedInfo signedInfo =
                new SignedInfo().reference("#Body", filled, false).reference("#TS", timestamp, false);
        if (confirmed != null) {
            signedInfo.reference("#SC", confirmation, false);
        }
        String signature = signedInfo.sign(
                key,
                "<wsse:SecurityTokenReference><wsse:Reference URI=\"#X509\" ValueType=\"" + OASIS
                        + "x509-token-profile-1.0#X509v3\"></wsse:Reference></wsse:SecurityTokenReference>");
        String envelope = "<soap:Envelope xmlns:soap=\"" + soap + "\"><soap:Header><wsse:Security xmlns:wsse=\"" + WSSE
                + "\" soap:mustUnderstand=\"" + (soap.contains("2003") ? "true" : "1") + "\">" + token + timestamp
                + confirmation + signature
                + "</wsse:Security></soap:Header>" + filled + "</soap:Envelope>";
        return new Reply(envelope.getBytes(StandardCharsets.UTF_8), mediaType, null);
    }
}
