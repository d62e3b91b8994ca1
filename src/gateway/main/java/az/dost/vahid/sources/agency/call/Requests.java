package az.dost.vahid.sources.agency.call;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AuthKind;
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
    /** Elements for the header of an envelope with their placeholders, empty for none. */
    private final String header;

    private final MemberHeaders member;
    private final GatewayKeys.Pair key;
    private final String secret;

    /** @param secret of the connector's auth, null when it has none */
    public Requests(ConnectorFolder folder, GatewayKeys keys, CryptoProvider crypto, String secret) {
        this.connector = folder.connector();
        this.secret = secret;
        String text = folder.request();
        this.soap = connector.call().soap() ? new SoapRequest(connector.call().soapVersion(), text, crypto) : null;
        this.header = soap == null || connector.call().header() == null
                ? ""
                : login(soap.blocks(folder.text(connector.call().header())));
        this.member = MemberHeaders.of(connector);
        this.template = soap == null ? text : soap.body();
        this.key = connector.auth().kind() == AuthKind.WSS_X509
                ? connector.auth().signature().key(keys)
                : null;
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
        if (soap == null) {
            return filled(template, conversation).getBytes(StandardCharsets.UTF_8);
        }
        String filled = told(template, conversation);
        String blocks = (member == null ? "" : member.elements(conversation))
                + (header.isEmpty() ? "" : told(header, conversation));
        SoapRequest envelope = blocks.isEmpty() ? soap : soap.with(blocks);
        SoapRequest.Sent sent = switch (connector.auth().kind()) {
            case WSS_X509 -> envelope.signed(filled, key);
            case WSS_USERNAME -> envelope.named(filled, connector.auth().username(), secret);
            default -> envelope.plain(filled);
        };
        conversation.signatureValue = sent.signatureValue();
        return sent.envelope();
    }

    /** The same of a part of an envelope, which may say on whose behalf and why. */
    private static String told(String text, Conversation conversation) {
        return filled(text, conversation)
                .replace("{official}", escaped(conversation.question.official()))
                .replace("{caseRef}", escaped(conversation.question.caseRef()));
    }

    /** With the login in it, which no request changes. */
    private String login(String blocks) {
        return connector.auth().kind() != AuthKind.SOAP_HEADER
                ? blocks
                : blocks.replace("{username}", escaped(connector.auth().username()))
                        .replace("{secret}", escaped(secret));
    }

    /** As text of XML in which no placeholder is. @param text null for none */
    private static String escaped(String text) {
        return text == null
                ? ""
                : text.replace("&", "&amp;")
                        .replace("<", "&lt;")
                        .replace(">", "&gt;")
                        .replace("\"", "&quot;")
                        .replace("{", "&#123;");
    }
}
