package az.dost.vahid.journeys.exchange;

import az.dost.vahid.journeys.exchange.service.Service;
import az.dost.vahid.journeys.exchange.service.ServiceDefinition.Protocol;
import az.dost.vahid.journeys.exchange.service.Services;
import az.dost.vahid.signature.xml.XmlFactories;
import az.dost.vahid.xroad.FaultCode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.springframework.core.io.Resource;
import org.w3c.dom.NodeList;

/** A provider's SOAP services and their WSDL, asked for by SOAP: X-Road Service Metadata Protocol, sections 3 and 4. */
public final class SoapMetaservices {
    private static final Set<String> CODES = Set.of("listMethods", "allowedMethods", "getWsdl");
    private final ExchangeGate gate;
    private final Services services;

    SoapMetaservices(ExchangeGate gate, Services services) {
        this.gate = gate;
        this.services = services;
    }

    /** Whether the call is one of these. */
    public boolean asked(Exchange exchange) {
        return CODES.contains(Passage.of(exchange).service.code());
    }

    /** Who calls must be a member, and needs no grant. */
    public void answer(Exchange exchange) throws IOException {
        Passage passage = Passage.of(exchange);
        gate.speaksFor(passage);
        gate.knows(passage.service.provider());
        if (passage.service.code().equals("getWsdl")) {
            wsdl(exchange, passage);
        } else {
            String list = services.of(passage.service.provider()).stream()
                    .filter(service -> service.protocol() == Protocol.SOAP)
                    .filter(service -> passage.service.code().equals("listMethods")
                            || services.versions(Protocol.SOAP, service.id())
                                    .anyMatch(one -> one.allows(passage.client)))
                    .map(service -> IdentifierXml.service("service", service))
                    .collect(Collectors.joining());
            give(exchange, "text/xml;charset=utf-8", envelope(passage, list));
        }
    }

    private static byte[] envelope(Passage passage, String content) {
        String name = "m:" + passage.service.code() + "Response";
        return passage.envelope.answered(
                passage.requestHash, "<" + name + IdentifierXml.PREFIXES + ">" + content + "</" + name + ">");
    }

    private void wsdl(Exchange exchange, Passage passage) throws IOException {
        String code = asked(passage, "serviceCode");
        String version = asked(passage, "serviceVersion");
        if (code == null) {
            throw new ExchangeFault(FaultCode.INVALID_REQUEST, "Name the service in one element serviceCode.");
        }
        Resource contract = services.of(passage.service.provider()).stream()
                .filter(service -> service.protocol() == Protocol.SOAP)
                .filter(service -> service.id().code().equals(code)
                        && (version == null
                                || version.equals(service.definition().version())))
                .map(Service::contract)
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new ExchangeFault(
                        FaultCode.UNKNOWN_SERVICE, "The provider has given no WSDL of such a service."));
        String boundary = "vahid-" + UUID.randomUUID();
        ByteArrayOutputStream parts = new ByteArrayOutputStream();
        part(
                parts,
                "--" + boundary + "\r\nContent-Type: text/xml;charset=utf-8\r\nContent-Transfer-Encoding: 8bit",
                envelope(
                        passage,
                        IdentifierXml.text("m:serviceCode", code) + IdentifierXml.text("m:serviceVersion", version)));
        part(
                parts,
                "\r\n--" + boundary
                        + "\r\nContent-Type: text/xml\r\nContent-Transfer-Encoding: binary\r\nContent-ID: <wsdl@"
                        + boundary + ">",
                ShownWsdl.of(contract.getContentAsByteArray()));
        parts.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        give(exchange, "multipart/related; type=\"text/xml\"; boundary=\"" + boundary + "\"", parts.toByteArray());
    }

    private static void part(ByteArrayOutputStream parts, String head, byte[] content) {
        parts.writeBytes((head + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
        parts.writeBytes(content);
    }

    /** What the body names, null for nothing. */
    private static String asked(Passage passage, String name) {
        NodeList found = XmlFactories.parse(passage.envelope.bytes()).getElementsByTagNameNS(SoapHead.XROAD, name);
        return found.getLength() == 1 ? found.item(0).getTextContent().strip() : null;
    }

    private static void give(Exchange exchange, String type, byte[] body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, type);
        message.setBody(body);
    }
}
