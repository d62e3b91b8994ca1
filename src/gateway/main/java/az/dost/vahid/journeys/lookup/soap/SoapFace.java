package az.dost.vahid.journeys.lookup.soap;

import az.dost.vahid.journeys.lookup.Form;
import az.dost.vahid.journeys.lookup.GivenDossier;
import az.dost.vahid.journeys.lookup.Lookup;
import az.dost.vahid.journeys.lookup.Reception;
import az.dost.vahid.journeys.lookup.RequestReader;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** The SOAP face of the lookup: the request element in, the signed dossier in a response element out. */
public final class SoapFace {
    static final String NAMESPACE = "urn:az:dost:vahid:lookup:1";
    private static final Pattern WHOLE_NUMBER = Pattern.compile("[+-]?[0-9]{1,18}");
    private final RequestReader reader;

    SoapFace(RequestReader reader) {
        this.reader = reader;
    }

    public Lookup receive(Exchange exchange) {
        return Reception.receive(
                exchange, reader.read(fields(exchange.getMessage().getBody(Element.class))), Form.XML);
    }

    private static JsonNode fields(Element lookup) {
        JsonNode fields = XmlTree.of(lookup);
        if (fields instanceof ObjectNode object) {
            // XML knows neither lists of one nor numbers.
            JsonNode facts = object.get("facts");
            if (facts != null && !facts.isArray()) {
                object.putArray("facts").add(facts);
            }
            String deadline = object.path("deadlineMs").textValue();
            if (deadline != null && WHOLE_NUMBER.matcher(deadline).matches()) {
                object.put("deadlineMs", Long.parseLong(deadline));
            }
        }
        return fields;
    }

    public void answer(Exchange exchange, GivenDossier dossier) {
        Message message = exchange.getMessage();
        Document document = XmlFactories.empty();
        Element response = document.createElementNS(NAMESPACE, "lookup:lookupResponse");
        // The very bytes that were signed, so that the signature holds and a second reading gives the same.
        response.appendChild(
                document.importNode(XmlFactories.parse(dossier.body()).getDocumentElement(), true));
        message.removeHeaders("*");
        message.setBody(response);
    }
}
