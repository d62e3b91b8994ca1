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
import org.w3c.dom.Text;

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
            checkForm(envelope.getDocumentElement());
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

    /**
     * CXF takes the first of what comes twice, wherever it stands: an Envelope has at most one Header, then one Body
     * with one element, and nothing beside them (SOAP 1.1, sections 4, 4.2 and 4.3; {@code contracts/lookup.wsdl}).
     */
    private static void checkForm(Element envelope) {
        Element header = child(envelope, "Header");
        Element body = header == null ? DOMUtils.getFirstElement(envelope) : DOMUtils.getNextElement(header);
        if (!is(envelope, "Envelope")
                || body == null
                || !is(body, "Body")
                || DOMUtils.getNextElement(body) != null
                || hasText(envelope)) {
            throw malformed("The envelope does not fit the WSDL.");
        }
        Element lookup = DOMUtils.getFirstElement(body);
        if (lookup == null || DOMUtils.getNextElement(lookup) != null || hasText(body)) {
            throw malformed("The SOAP body has not just one element.");
        }
    }

    /** The first element, where it is that one. */
    private static Element child(Element parent, String name) {
        Element first = DOMUtils.getFirstElement(parent);
        return first != null && is(first, name) ? first : null;
    }

    private static boolean is(Element element, String name) {
        return Soap11.SOAP_NAMESPACE.equals(element.getNamespaceURI()) && name.equals(element.getLocalName());
    }

    private static boolean hasText(Element element) {
        for (Node child = element.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child instanceof Text text && !text.getData().isBlank()) {
                return true;
            }
        }
        return false;
    }

    private static ProblemException malformed(String why) {
        return new ProblemException(ProblemCode.REQUEST_MALFORMED, null, why);
    }
}
