package az.dost.vahid.signature.xml;

import az.dost.vahid.signature.key.Agency;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.function.Consumer;
import org.apache.xml.security.Init;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** A SOAP reply as the agency would sign it, but for what a test changes. */
final class SoapReply {
    static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    static final String WSSE = "http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-secext-1.0.xsd";
    static final String WSSE11 = "http://docs.oasis-open.org/wss/oasis-wss-wssecurity-secext-1.1.xsd";
    static final String REQUEST_SIGNATURE = "cmVxdWVzdA==";
    static final Duration MAX_AGE = Duration.ofMinutes(2);

    static {
        // It writes replies, too.
        Init.init();
    }

    private Agency shown = Agency.RSA;
    private String confirmation = "<wsse11:SignatureConfirmation wsu:Id=\"SC\" Value=\"" + REQUEST_SIGNATURE + "\"/>";
    private String timestamp = timestamp(Instant.now(), Instant.now().plusSeconds(60));
    private String content = "<r:Reply xmlns:r=\"urn:reply\"><r:Fin>1ABCDE2</r:Fin></r:Reply>";

    static String timestamp(Object created, Object expires) {
        return "<wsu:Timestamp wsu:Id=\"TS\"><wsu:Created>" + text(created) + "</wsu:Created><wsu:Expires>"
                + text(expires) + "</wsu:Expires></wsu:Timestamp>";
    }

    private static String text(Object time) {
        return time instanceof Instant instant
                ? instant.truncatedTo(ChronoUnit.MILLIS).toString()
                : time.toString();
    }

    /** Whose certificate the reply shows. */
    SoapReply showing(Agency agency) {
        shown = agency;
        return this;
    }

    SoapReply confirming(String xml) {
        confirmation = xml;
        return this;
    }

    SoapReply timed(String xml) {
        timestamp = xml;
        return this;
    }

    SoapReply saying(String xml) {
        content = xml;
        return this;
    }

    /** Body, Timestamp and confirmation signed as they should be. */
    Document signed() {
        return signed(new HandMadeSignature()
                .over("#Body", HandMadeSignature.EXCLUSIVE)
                .over("#TS", HandMadeSignature.EXCLUSIVE)
                .over("#SC", HandMadeSignature.EXCLUSIVE));
    }

    Document signed(HandMadeSignature signature) {
        Document document = unsigned();
        XmlSignatureCheck.declareIds(document);
        signature.into(element(document, WSSE, "Security"));
        return reread(document);
    }

    Document unsigned() {
        return XmlFactories.parse(("<soap:Envelope xmlns:soap=\"" + SOAP + "\" xmlns:wsu=\"" + XmlSignatureCheck.WSU
                        + "\"><soap:Header><wsse:Security xmlns:wsse=\"" + WSSE + "\" xmlns:wsse11=\"" + WSSE11
                        + "\"><wsse:BinarySecurityToken wsu:Id=\"X509\">" + shown.base64()
                        + "</wsse:BinarySecurityToken>" + timestamp
                        + confirmation + "</wsse:Security></soap:Header><soap:Body wsu:Id=\"Body\">" + content
                        + "</soap:Body></soap:Envelope>")
                .getBytes(StandardCharsets.UTF_8));
    }

    /** The signed reply after someone on the way changed it. */
    Document altered(Consumer<Document> change) {
        Document document = signed();
        change.accept(document);
        return reread(document);
    }

    /** The document as the gateway reads it from the wire. */
    static Document reread(Document document) {
        var out = new java.io.ByteArrayOutputStream();
        org.apache.xml.security.utils.XMLUtils.outputDOM(document, out);
        return XmlFactories.parse(out.toByteArray());
    }

    static Element element(Document document, String namespace, String name) {
        return (Element) document.getElementsByTagNameNS(namespace, name).item(0);
    }

    static Element remove(Element element) {
        element.getParentNode().removeChild(element);
        return element;
    }

    static Element copy(Element element) {
        return (Element) element.cloneNode(true);
    }

    /** Makes what an element says another citizen's. */
    static Element forge(Element element) {
        for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element inner) {
                forge(inner);
            } else if (node.getNodeValue().equals("1ABCDE2")) {
                node.setNodeValue("9ZZZZZ9");
            }
        }
        return element;
    }
}
