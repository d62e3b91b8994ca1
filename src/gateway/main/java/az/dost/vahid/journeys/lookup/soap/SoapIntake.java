package az.dost.vahid.journeys.lookup.soap;

import az.dost.vahid.edge.door.BoundedBody;
import az.dost.vahid.edge.door.FrontDoor;
import az.dost.vahid.journeys.lookup.Reception;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import javax.xml.stream.XMLStreamReader;
import org.apache.cxf.binding.soap.Soap11;
import org.apache.cxf.helpers.DOMUtils;
import org.apache.cxf.interceptor.AttachmentInInterceptor;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.AbstractPhaseInterceptor;
import org.apache.cxf.phase.Phase;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Takes a SOAP request off the wire: of whoever is known, bounded, and parsed by the one hardened parser instead of
 * CXF's.
 */
final class SoapIntake extends AbstractPhaseInterceptor<Message> {
    private final FrontDoor door;

    SoapIntake(FrontDoor door) {
        super(Phase.RECEIVE);
        this.door = door;
        addBefore(AttachmentInInterceptor.class.getName());
    }

    @Override
    public void handleMessage(Message message) {
        if ("GET".equals(message.get(Message.HTTP_REQUEST_METHOD))) {
            if (message.get(Message.QUERY_STRING) == null) {
                throw new Fault(new ProblemException(ProblemCode.METHOD_NOT_ALLOWED));
            }
            // The WSDL or a schema of it.
            return;
        }
        InputStream in = message.getContent(InputStream.class);
        try {
            door.known((HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST));
            byte[] body = BoundedBody.of(in, Reception.MAX_BODY);
            message.removeContent(InputStream.class);
            Document envelope = XmlFactories.parse(body);
            refuseSecondOperation(envelope);
            message.setContent(XMLStreamReader.class, StaxUtils.createXMLStreamReader(envelope));
        } catch (ProofException e) {
            throw new Fault(new ProblemException(
                    ProblemCode.REQUEST_MALFORMED,
                    null,
                    "The body is not one XML document without a document type declaration."));
        } catch (ProblemException | IOException e) {
            throw new Fault(e);
        }
    }

    /** CXF would leave it out without a word. */
    private static void refuseSecondOperation(Document envelope) {
        Node body =
                envelope.getElementsByTagNameNS(Soap11.SOAP_NAMESPACE, "Body").item(0);
        Element first = body == null ? null : DOMUtils.getFirstElement(body);
        if (first != null && DOMUtils.getNextElement(first) != null) {
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The SOAP body has more than one element.");
        }
    }
}
