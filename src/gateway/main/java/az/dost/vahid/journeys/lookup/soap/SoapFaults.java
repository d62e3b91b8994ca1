package az.dost.vahid.journeys.lookup.soap;

import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.journeys.lookup.Refusals;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import javax.xml.XMLConstants;
import org.apache.camel.Exchange;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.transport.http.Headers;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Gives every SOAP fault, whoever threw it, the {@code problem} detail of the WSDL, and has the refusal recorded. */
final class SoapFaults extends AbstractPhaseInterceptor<Message> {
    private static final int SERVER_ERROR = 500;
    private static final List<String> DETAILS = List.of("code", "title", "detail", "field", "fix");
    private final Refusals refusals;
    private final XmlSigner signer;

    SoapFaults(Refusals refusals, XmlSigner signer) {
        super(Phase.SETUP);
        this.refusals = refusals;
        this.signer = signer;
    }

    @Override
    public void handleMessage(Message message) {
        Fault fault = (Fault) message.getContent(Exception.class);
        Exchange journey = message.getExchange().get(Exchange.class);
        ProblemException problem = Problems.of(fault);
        ObjectNode body;
        if (journey == null && problem.code() == ProblemCode.INTERNAL) {
            // CXF refused the envelope: no such operation, wrong version, a header that must be understood.
            problem = new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The envelope does not fit the WSDL.");
            body = Problems.body(problem);
        } else {
            body = Problems.body(fault);
        }
        ProblemException told = refusals.note(journey, problem);
        if (told != problem) {
            problem = told;
            body = Problems.body(told);
        }
        if (!(fault instanceof SoapFault)) {
            fault.setFaultCode(
                    problem.code().status() < SERVER_ERROR ? Fault.FAULT_CODE_CLIENT : Fault.FAULT_CODE_SERVER);
        }
        if (problem.code().comesAgain()) {
            // SOAP 1.1, section 6.2: a fault's status is 500, whatever it says.
            Headers.getSetProtocolHeaders(message).put("Retry-After", List.of(Problems.RETRY_SECONDS));
        }
        fault.setMessage(problem.code().title());
        fault.setDetail(detail(body, journey != null && FrontDoor.requester(journey) != null));
    }

    /** @param known whether the requester is: nobody else is owed proof */
    private Element detail(ObjectNode problem, boolean known) {
        Document signed = XmlFactories.empty();
        Element content = (Element) signed.appendChild(signed.createElementNS(SoapFace.NAMESPACE, "problem"));
        // Canonicalisation writes only declarations that are there as attributes.
        content.setAttributeNS(XMLConstants.XMLNS_ATTRIBUTE_NS_URI, XMLConstants.XMLNS_ATTRIBUTE, SoapFace.NAMESPACE);
        for (String name : DETAILS) {
            if (problem.has(name)) {
                content.appendChild(signed.createElementNS(SoapFace.NAMESPACE, name))
                        .setTextContent(problem.path(name).asText());
            }
        }
        Document document = XmlFactories.empty();
        Element detail = document.createElement("detail");
        detail.appendChild(document.importNode(
                known ? XmlFactories.parse(signer.sign(signed)).getDocumentElement() : content, true));
        return detail;
    }
}
