package az.dost.vahid.agency.call;

import az.dost.vahid.connector.Connector.AuthKind;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.xml.SoapRequest;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;

/** Request bodies for one agency, from the file that its connector names. */
public final class Requests {
    private static final List<String> PLACEHOLDERS = List.of("fin", "requestId", "sentAt", "page");
    private final Connector connector;
    private final String template;
    private final SoapRequest soap;
    private final GatewayKeys.Pair key;
    private final String secret;

    /** @param secret of the connector's auth, null when it has none */
    public Requests(ConnectorFolder folder, GatewayKeys keys, CryptoProvider crypto, String secret) {
        this.connector = folder.connector();
        this.secret = secret;
        String text = folder.request();
        this.soap = connector.protocol() == Connector.Protocol.SOAP
                ? new SoapRequest(connector.call().soapVersion(), text, crypto) : null;
        this.template = soap == null ? text : soap.body();
        this.key = connector.auth().kind() == AuthKind.WSS_X509 ? keys.pair("wss") : null;
    }

    /** What a placeholder of a request stands for; null for one that there is not. */
    public static String value(String placeholder, Conversation conversation) {
        return switch (placeholder) {
            case "fin" -> conversation.question.fin();
            case "requestId" -> conversation.requestId;
            case "sentAt" -> Instant.now().truncatedTo(ChronoUnit.MILLIS).toString();
            case "page" -> Integer.toString(conversation.page);
            default -> null;
        };
    }

    /** A text with the values of its placeholders. */
    public static String filled(String text, Conversation conversation) {
        String filled = text;
        for (String placeholder : PLACEHOLDERS) {
            filled = filled.replace("{" + placeholder + "}", value(placeholder, conversation));
        }
        return filled;
    }

    /** The next request's body; null for a request without one. */
    public byte[] next(Conversation conversation) {
        if (template == null) {
            return null;
        }
        String filled = filled(template, conversation);
        if (soap == null) {
            return filled.getBytes(StandardCharsets.UTF_8);
        }
        SoapRequest.Sent sent = switch (connector.auth().kind()) {
            case WSS_X509 -> soap.signed(filled, key);
            case WSS_USERNAME -> soap.named(filled, connector.auth().username(), secret);
            default -> soap.plain(filled);
        };
        conversation.signatureValue = sent.signatureValue();
        return sent.envelope();
    }
}
