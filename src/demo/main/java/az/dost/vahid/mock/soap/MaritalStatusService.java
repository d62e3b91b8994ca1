package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.RegisterView;
import az.dost.vahid.mock.kit.RestEndpoint.Reply;
import az.dost.vahid.mock.kit.RestEndpoint.Request;
import az.dost.vahid.mock.population.Facts;
import az.dost.vahid.mock.population.Population;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMSource;
import javax.xml.transform.stream.StreamResult;
import org.springframework.stereotype.Component;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** A service that the civil-status register offers to other agencies: X-Road SOAP 4.0, whose headers it repeats. */
@Component
final class MaritalStatusService {
    static final String NAMESPACE = "urn:az:civil-status:exchange:1";
    private static final String SOAP = "http://schemas.xmlsoap.org/soap/envelope/";
    private final RegisterView register;

    MaritalStatusService(MockServer server, Population population, Faults faults) {
        register = new RegisterView("civil-status", population, faults);
        server.rest("civil-status-exchange", this::answer);
    }

    private Reply answer(Request request) throws TransformerException {
        Document message;
        try {
            message = XmlFactories.parse(request.body());
        } catch (ProofException e) {
            return fault("The message is no XML");
        }
        NodeList question = message.getElementsByTagNameNS(NAMESPACE, "maritalStatus");
        NodeList fin = message.getElementsByTagNameNS(NAMESPACE, "fin");
        if (question.getLength() != 1 || fin.getLength() != 1) {
            return fault("Ask for the maritalStatus of one fin");
        }
        Element answer = message.createElementNS(NAMESPACE, "ms:maritalStatusResponse");
        Facts.CivilStatus status =
                register.find(fin.item(0).getTextContent().strip()).fact("civilStatus");
        add(answer, "status", status == null ? "unknown" : status.status());
        if (status != null && status.since() != null) {
            add(answer, "since", status.since().toString());
        }
        question.item(0).getParentNode().replaceChild(answer, question.item(0));
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        TransformerFactory.newInstance().newTransformer().transform(new DOMSource(message), new StreamResult(out));
        return Reply.of(200, "text/xml;charset=UTF-8", out.toByteArray());
    }

    private static void add(Element answer, String name, String text) {
        answer.appendChild(answer.getOwnerDocument().createElementNS(NAMESPACE, "ms:" + name))
                .setTextContent(text);
    }

    private static Reply fault(String text) {
        return Reply.of(
                500,
                "text/xml;charset=UTF-8",
                ("<s:Envelope xmlns:s=\"" + SOAP + "\"><s:Body><s:Fault><faultcode>s:Client</faultcode><faultstring>"
                                + text + "</faultstring></s:Fault></s:Body></s:Envelope>")
                        .getBytes(StandardCharsets.UTF_8));
    }
}
