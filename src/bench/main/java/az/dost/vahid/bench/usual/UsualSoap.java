package az.dost.vahid.bench.usual;

import az.dost.vahid.answer.Question;
import az.dost.vahid.bench.Talk;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.normalise.XmlTree;
import jakarta.xml.ws.Dispatch;
import jakarta.xml.ws.Service;
import jakarta.xml.ws.soap.SOAPBinding;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.xml.namespace.QName;
import javax.xml.transform.Source;
import javax.xml.transform.stream.StreamSource;
import org.apache.camel.Exchange;
import org.apache.camel.Processor;
import org.apache.cxf.configuration.jsse.TLSClientParameters;
import org.apache.cxf.endpoint.Client;
import org.apache.cxf.jaxws.DispatchImpl;
import org.apache.cxf.message.Message;
import org.apache.cxf.staxutils.StaxUtils;
import org.apache.cxf.transport.http.HTTPConduit;
import org.springframework.context.ApplicationContext;
import org.w3c.dom.Document;

/** One SOAP agency by CXF's JAX-WS dispatch client with WSS4J. */
final class UsualSoap implements Processor {
    private final String request;
    private final Talk talk;
    private final Dispatch<Source> dispatch;

    UsualSoap(ConnectorFolder folder, Talk talk, ApplicationContext parts) {
        Connector connector = folder.connector();
        this.talk = talk;
        this.request = folder.text(connector.call().request());
        QName port = new QName("urn:bench", connector.id());
        Service service = Service.create(new QName("urn:bench", "service"));
        service.addPort(
                port,
                "1.2".equals(connector.call().soapVersion())
                        ? SOAPBinding.SOAP12HTTP_BINDING
                        : SOAPBinding.SOAP11HTTP_BINDING,
                talk.endpoint() + connector.call().path());
        this.dispatch = service.createDispatch(port, Source.class, Service.Mode.PAYLOAD);
        dispatch.getRequestContext().put("thread.local.request.context", "true");
        Client client = ((DispatchImpl<Source>) dispatch).getClient();
        UsualTls stores = new UsualTls(parts);
        UsualSecurity.add(client, connector, stores, parts.getEnvironment());
        if (talk.endpoint().getScheme().equals("https")) {
            TLSClientParameters tls = new TLSClientParameters();
            tls.setSslContext(stores.context(connector.id(), new org.apache.camel.impl.DefaultCamelContext()));
            tls.setDisableCNCheck(true);
            ((HTTPConduit) client.getConduit()).setTlsClientParameters(tls);
        }
    }

    @Override
    public void process(Exchange exchange) throws Exception {
        Talk.Turn turn = talk.begin(exchange.getMessage().getBody(Question.class));
        dispatch.getRequestContext()
                .put(Message.PROTOCOL_HEADERS, new HashMap<>(Map.of("X-Request-Id", List.of(turn.requestId()))));
        String filled = request.replace("{fin}", turn.fin())
                .replace("{requestId}", turn.requestId())
                .replace(
                        "{sentAt}", Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        Source reply = dispatch.invoke(new StreamSource(new StringReader(filled)));
        Document document = StaxUtils.read(reply);
        turn.take(
                XmlTree.of(document.getDocumentElement()),
                StaxUtils.toString(document).getBytes(StandardCharsets.UTF_8),
                null,
                "text/xml");
        exchange.getMessage().setBody(turn.answer());
    }
}
