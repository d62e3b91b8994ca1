package az.dost.vahid.journeys.lookup.soap;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.door.IdempotencyKey;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.xml.ws.Provider;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.ServiceMode;
import jakarta.xml.ws.WebServiceProvider;
import javax.xml.transform.dom.DOMSource;
import org.apache.camel.Exchange;
import org.apache.camel.ExchangePattern;
import org.apache.camel.ProducerTemplate;
import org.apache.camel.builder.ExchangeBuilder;
import org.apache.cxf.interceptor.Fault;
import org.apache.cxf.message.Message;
import org.apache.cxf.phase.PhaseInterceptorChain;
import org.apache.cxf.transport.http.AbstractHTTPDestination;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * The port of {@code contracts/lookup.wsdl}: each request goes through the route lookup-soap, in the server's own
 * thread.
 */
@WebServiceProvider(
        targetNamespace = SoapFace.NAMESPACE,
        serviceName = "LookupService",
        portName = "LookupPort",
        wsdlLocation = "classpath:contracts/lookup.wsdl")
@ServiceMode(Service.Mode.PAYLOAD)
final class SoapEndpoint implements Provider<DOMSource> {
    private static final String ROUTE = "direct:lookup-soap";
    private final ProducerTemplate producer;

    SoapEndpoint(ProducerTemplate producer) {
        this.producer = producer;
    }

    /**
     * Answers a request.
     *
     * @param payload what is in the SOAP body; null for an empty one
     * @throws Fault with whatever the route ended with
     */
    @Override
    public DOMSource invoke(DOMSource payload) {
        // CXF hands over any element, although its WSDL names one.
        if (payload == null || !isLookup(payload.getNode())) {
            throw new ProblemException(ProblemCode.REQUEST_MALFORMED, null, "The envelope does not fit the WSDL.");
        }
        Message message = PhaseInterceptorChain.getCurrentMessage();
        HttpServletRequest request = (HttpServletRequest) message.get(AbstractHTTPDestination.HTTP_REQUEST);
        Exchange journey = ExchangeBuilder.anExchange(producer.getCamelContext())
                .withPattern(ExchangePattern.InOut)
                .withProperty(AccessPolicy.REQUEST, request)
                .withHeader("Authorization", request.getHeader("Authorization"))
                .withHeader("traceparent", request.getHeader("traceparent"))
                .withHeader(IdempotencyKey.HEADER, request.getHeader(IdempotencyKey.HEADER))
                .withBody(payload.getNode())
                .build();
        // SoapFaults tells by it whether the journey began, and who asked.
        message.getExchange().put(Exchange.class, journey);
        producer.send(ROUTE, journey);
        if (journey.getException() != null) {
            throw new Fault(journey.getException());
        }
        return new DOMSource(journey.getMessage().getBody(Element.class));
    }

    private static boolean isLookup(Node payload) {
        return SoapFace.NAMESPACE.equals(payload.getNamespaceURI()) && "lookup".equals(payload.getLocalName());
    }
}
