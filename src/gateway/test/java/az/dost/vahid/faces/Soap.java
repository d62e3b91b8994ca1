package az.dost.vahid.faces;

import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** SOAP by hand: envelopes as text, so that they can be as wrong as a test wants. */
final class Soap {
    static final String NAMESPACE = "urn:az:dost:vahid:lookup:1";
    static final String ADDRESS = "/soap/lookup";

    /** The same request as JSON, in an envelope. */
    static String envelope(JsonNode request) {
        return """
                <soap:Envelope xmlns:soap="http://schemas.xmlsoap.org/soap/envelope/"><soap:Body><l:lookup xmlns:l="%s">%s</l:lookup>\
                </soap:Body></soap:Envelope>""".formatted(NAMESPACE, fields(request));
    }

    static String fields(JsonNode object) {
        StringBuilder fields = new StringBuilder();
        for (String name :
                new String[] {"subject", "fin", "service", "caseRef", "official", "facts", "deadlineMs", "channel"}) {
            JsonNode value = object.path(name);
            if (!value.isMissingNode()) {
                Iterable<JsonNode> items = value.isArray() ? value : java.util.List.of(value);
                items.forEach(item -> fields.append("<l:")
                        .append(name)
                        .append('>')
                        .append(item.isObject() ? fields(item) : item.asText())
                        .append("</l:")
                        .append(name)
                        .append('>'));
            }
        }
        return fields.toString();
    }

    /** @param bearer null for none */
    static HttpResponse<byte[]> post(String envelope, String bearer) {
        Map<String, String> headers = new LinkedHashMap<>(Map.of("Content-Type", "text/xml; charset=utf-8"));
        if (bearer != null) {
            headers.put("Authorization", bearer);
        }
        return Gateway.send("POST", ADDRESS, envelope, headers);
    }

    /** The only element within the SOAP body. */
    static Element content(byte[] envelope) {
        Document document = XmlFactories.parse(envelope);
        Element body = (Element) document.getElementsByTagNameNS("http://schemas.xmlsoap.org/soap/envelope/", "Body")
                .item(0);
        return (Element) body.getFirstChild();
    }

    private Soap() {}
}
