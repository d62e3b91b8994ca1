package az.dost.vahid.mock.soap;

import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.signature.xml.XmlFactories;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import java.util.function.Function;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.TransformerException;
import javax.xml.transform.TransformerFactory;
import javax.xml.transform.dom.DOMResult;
import javax.xml.transform.dom.DOMSource;
import org.apache.cxf.jaxws.EndpointImpl;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The one operation of a mock agency's service: reads the question from the Body's payload and answers with the next.
 * CXF serves the connector's WSDL and holds each question against its schema; what does not fit is a SOAP fault.
 */
@WebServiceProvider
@ServiceMode(Service.Mode.PAYLOAD)
final class SoapInquiry implements Provider<Source> {
    private final Function<Element, Document> operation;

    private SoapInquiry(Function<Element, Document> operation) {
        this.operation = operation;
    }

    /**
     * An endpoint, not yet published, with the port that the WSDL of the agency's connector names.
     *
     * @param operation from the question's root element to the reply
     */
    static EndpointImpl endpoint(
            MockServer server,
            String agency,
            String namespace,
            String service,
            String port,
            Function<Element, XmlReply> operation) {
        EndpointImpl endpoint = new EndpointImpl(
                server.bus(),
                new SoapInquiry(operation.andThen(reply -> server.replies().of(agency, reply.document()))));
        endpoint.setWsdlLocation("classpath:connectors/" + agency + "/contract.wsdl");
        endpoint.setServiceName(new QName(namespace, service));
        endpoint.setEndpointName(new QName(namespace, port));
        endpoint.getProperties().put("schema-validation-enabled", "IN");
        return endpoint;
    }

    @Override
    public Source invoke(Source payload) {
        Document question = XmlFactories.empty();
        try {
            TransformerFactory.newDefaultInstance().newTransformer().transform(payload, new DOMResult(question));
        } catch (TransformerException e) {
            throw new IllegalArgumentException("The question cannot be read", e);
        }
        return new DOMSource(operation.apply(question.getDocumentElement()));
    }

    /**
     * Text of the first element with this local name.
     *
     * @throws IllegalArgumentException when there is none
     */
    static String text(Element question, String localName) {
        Node found = question.getElementsByTagNameNS("*", localName).item(0);
        if (found == null) {
            throw new IllegalArgumentException("The question has no " + localName);
        }
        return found.getTextContent().strip();
    }
}
