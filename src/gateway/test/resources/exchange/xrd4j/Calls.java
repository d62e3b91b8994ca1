import jakarta.xml.soap.AttachmentPart;
import jakarta.xml.soap.Node;
import jakarta.xml.soap.SOAPElement;
import jakarta.xml.soap.SOAPEnvelope;
import jakarta.xml.soap.SOAPException;
import jakarta.xml.soap.SOAPMessage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.TreeSet;
import java.util.UUID;
import javax.net.ssl.HttpsURLConnection;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.niis.xrd4j.client.LoadBalancedSOAPClient;
import org.niis.xrd4j.client.LoadBalancedSOAPClientImpl;
import org.niis.xrd4j.client.SOAPClient;
import org.niis.xrd4j.client.SOAPClientImpl;
import org.niis.xrd4j.client.deserializer.AbstractResponseDeserializer;
import org.niis.xrd4j.client.serializer.AbstractServiceRequestSerializer;
import org.niis.xrd4j.common.member.ConsumerMember;
import org.niis.xrd4j.common.member.ProducerMember;
import org.niis.xrd4j.common.message.ServiceRequest;
import org.niis.xrd4j.common.message.ServiceResponse;

/**
 * Starts xrd4j's test adapter and says at which port; reads the gateway's addresses (without and with TLS) from a line;
 * and makes every call that xrd4j's client has, each with a line of what came of it. Run from its source, with xrd4j
 * and its adapter on the class path.
 */
@SuppressWarnings({"rawtypes", "unchecked"})
public final class Calls {
    private static final String NAMESPACE = "http://test.x-road.global/producer";
    private final SOAPClient client = new SOAPClientImpl();
    private final String plain;
    private final String address;

    /** @param plain without TLS, for what needs no client */
    private Calls(String plain, String address) throws SOAPException {
        this.plain = plain;
        this.address = address;
    }

    public static void main(String[] args) throws Exception {
        Server server = new Server(0);
        ServletContextHandler adapter = new ServletContextHandler("/");
        adapter.addServlet(
                new ServletHolder(
                        (jakarta.servlet.Servlet) Class.forName("org.niis.xrd4j.exampleadapter.ExampleAdapter")
                                .getConstructor()
                                .newInstance()),
                "/base");
        server.setHandler(adapter);
        server.start();
        System.out.println("adapter " + ((ServerConnector) server.getConnectors()[0]).getLocalPort());
        String[] addresses = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8))
                .readLine()
                .split(" ");
        // The gateway's certificate is pinned by the trust store, so the name in it decides nothing.
        HttpsURLConnection.setDefaultHostnameVerifier((host, session) -> true);
        new Calls(addresses[0], addresses[1]).all();
        server.stop();
    }

    private void all() throws Exception {
        say("listClients", names(client.listClients(plain)));
        say("listCentralServices", names(client.listCentralServices(plain)));
        say("listMethods", services(client.listMethods(request("listMethods", null), address)));
        say("allowedMethods", services(client.allowedMethods(request("allowedMethods", null), address)));
        ServiceResponse random = call("getRandom", null);
        say("getRandom", random.getResponseData() != null && ((String) random.getResponseData()).matches("\\d+"));
        say(
                "requestHash",
                random.getRequestHash() != null
                        && random.getRequestHash().length() == 88
                        && random.getRequestHashAlgorithm().endsWith("#sha512"));
        say("headers", random.getUserId() + " " + random.getIssue() + " " + random.getProtocolVersion());
        say("helloService", call("helloService", "Gülnarə").getResponseData());
        say(
                "listPeople",
                !String.valueOf(call("listPeople", null).getResponseData()).isBlank());
        say(
                "personDetails",
                String.valueOf(call("personDetails", "1230").getResponseData()).contains("Smith"));
        attachments();
        SOAPMessage message = new Names("name", "raw").serialize(request("helloService", "raw"));
        say("send", client.send(message, address).getSOAPBody().getTextContent().strip());
        LoadBalancedSOAPClient balanced = new LoadBalancedSOAPClientImpl(List.of(address, address));
        say(
                "balanced",
                balanced.send(request("helloService", "two"), new Names("name", "two"), new Text())
                        .getResponseData());
        say(
                "balancedMethods",
                services(balanced.listMethods(request("listMethods", null))).contains("getRandom.v1"));
        ServiceResponse refused = client.send(request("notThere", null), address, new Names("name", null), new Text());
        say(
                "fault",
                refused.getErrorMessage().getFaultCode() + " "
                        + (refused.getErrorMessage().getDetail() != null));
        say(
                "getSecurityServerMetrics",
                client.getSecurityServerMetrics(request("getSecurityServerMetrics", null), address)
                        .getErrorMessage()
                        .getFaultCode());
    }

    private void attachments() throws Exception {
        SOAPMessage answer =
                client.send(new Names("size", "70000").serialize(request("getAttachments", "70000")), address);
        say("getAttachments", ((AttachmentPart) answer.getAttachments().next()).getSize());
        SOAPMessage question = new Names("size", null).serialize(request("storeAttachments", null));
        for (int length : new int[] {10, 200_000}) {
            AttachmentPart part = question.createAttachmentPart("x".repeat(length), "application/octet-stream");
            part.setContentId("attachment-" + length);
            question.addAttachmentPart(part);
        }
        SOAPMessage stored = client.send(question, address);
        say("storeAttachments", stored.getSOAPBody().getTextContent().contains("attachment-200000"));
    }

    private ServiceResponse call(String code, String data) throws Exception {
        return client.send(
                request(code, data),
                address,
                new Names(code.equals("personDetails") ? "ssn" : "name", data),
                new Text());
    }

    private static ServiceRequest request(String code, String data) throws Exception {
        ConsumerMember consumer = new ConsumerMember("AZ", "GOV", "desk", "cases");
        ProducerMember producer = new ProducerMember("AZ", "GOV", "registry", "acts", code, "v1");
        producer.setNamespaceUrl(NAMESPACE);
        producer.setNamespacePrefix("ts");
        ServiceRequest request =
                new ServiceRequest(consumer, producer, UUID.randomUUID().toString());
        request.setUserId("AZ1234567");
        request.setIssue("CASE/1");
        request.setRequestData(data);
        return request;
    }

    private static TreeSet<String> names(List<?> members) {
        TreeSet<String> names = new TreeSet<>();
        members.forEach(member -> names.add(member.toString()));
        return names;
    }

    private static TreeSet<String> services(ServiceResponse response) {
        TreeSet<String> codes = new TreeSet<>();
        ((List<ProducerMember>) response.getResponseData())
                .forEach(service -> codes.add(service.getServiceCode() + "." + service.getServiceVersion()));
        return codes;
    }

    private static void say(String call, Object result) {
        System.out.println("result " + call + ": " + result);
    }

    /** Writes one element with the text. */
    private static final class Names extends AbstractServiceRequestSerializer {
        private final String element;
        private final String text;

        Names(String element, String text) {
            this.element = element;
            this.text = text;
        }

        @Override
        protected void serializeRequest(ServiceRequest request, SOAPElement wrapper, SOAPEnvelope envelope)
                throws SOAPException {
            if (text != null) {
                wrapper.addChildElement(envelope.createName(element)).addTextNode(text);
            }
        }
    }

    /** Reads the answer as one text. */
    private static final class Text extends AbstractResponseDeserializer<String, String> {
        @Override
        protected String deserializeRequestData(Node request) {
            return null;
        }

        @Override
        protected String deserializeResponseData(Node response, SOAPMessage message) {
            return response.getTextContent().strip();
        }
    }
}
