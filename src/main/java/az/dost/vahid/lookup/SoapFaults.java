package az.dost.vahid.lookup;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.problem.Problems;
import az.dost.vahid.signature.XmlFactories;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.apache.camel.Exchange;
import org.apache.cxf.binding.soap.SoapFault;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** Gives every SOAP fault, whoever threw it, the {@code problem} detail of the WSDL, and has the refusal recorded. */
final class SoapFaults extends AbstractPhaseInterceptor<Message> {
    private static final int SERVER_ERROR = 500;
    private static final List<String> DETAILS = List.of("code", "title", "detail", "field", "fix");
    private final Refusals refusals;

    SoapFaults(Refusals refusals) {
        super(Phase.SETUP);
        this.refusals = refusals;
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
        refusals.note(journey, problem.code());
        if (!(fault instanceof SoapFault)) {
            fault.setFaultCode(problem.code().status() < SERVER_ERROR ? Fault.FAULT_CODE_CLIENT : Fault.FAULT_CODE_SERVER);
        }
        fault.setMessage(problem.code().title());
        fault.setDetail(detail(body));
    }

    private static Element detail(ObjectNode problem) {
        Document document = XmlFactories.empty();
        Element detail = document.createElement("detail");
        Element content = (Element) detail.appendChild(document.createElementNS(SoapDesk.NAMESPACE, "problem"));
        for (String name : DETAILS) {
            if (problem.has(name)) {
                content.appendChild(document.createElementNS(SoapDesk.NAMESPACE, name)).setTextContent(problem.path(name).asText());
            }
        }
        return detail;
    }
}
