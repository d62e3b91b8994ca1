package az.dost.vahid.journeys.exchange;

import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.journeys.exchange.service.EndpointPattern;
import az.dost.vahid.journeys.exchange.service.Service;
import az.dost.vahid.journeys.exchange.service.ServiceDefinition.Protocol;
import az.dost.vahid.journeys.exchange.service.Services;
import az.dost.vahid.xroad.FaultCode;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.ServiceId;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Collections;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.Message;
import org.apache.camel.component.platform.http.springboot.PlatformHttpMessage;
import org.springframework.core.io.Resource;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What there is to call, X-Road Service Metadata Protocol for REST: members, a provider's services, and their
 * contracts.
 */
public final class Metaservices {
    private static final String JSON = "application/json";
    private static final Set<String> CODES = Set.of("listMethods", "allowedMethods", "getOpenAPI", "getWsdl");
    private static final String XML = "text/xml;charset=utf-8";
    private final ExchangeGate gate;
    private final AccessPolicy access;
    private final Services services;

    Metaservices(ExchangeGate gate, AccessPolicy access, Services services) {
        this.gate = gate;
        this.access = access;
        this.services = services;
    }

    /** Whether the call is one of these. */
    public boolean asked(Exchange exchange) {
        Passage passage = Passage.of(exchange);
        return CODES.contains(passage.service.code()) && passage.verb.equals("GET") && passage.path.isEmpty();
    }

    /** Answers a call of a provider's metadata; who calls must be a member, and needs no grant. */
    public void answer(Exchange exchange) throws IOException {
        Passage passage = Passage.of(exchange);
        gate.speaksFor(passage);
        gate.knows(passage.service.provider());
        if (!passage.sent.open() || passage.sent.length() > 0) {
            throw new ExchangeFault(FaultCode.INVALID_REQUEST, "What there is to call is asked for without a body.");
        }
        switch (passage.service.code()) {
            case "listMethods" -> give(exchange, methods(passage, false));
            case "allowedMethods" -> give(exchange, methods(passage, true));
            case "getOpenAPI" -> give(exchange, passage, Protocol.REST);
            default -> give(exchange, passage, Protocol.SOAP);
        }
        passage.requestHash = RestFace.hash(passage);
        RestFace.answered(passage).forEach(header -> passage.response.setHeader(header.name(), header.value()));
    }

    private ObjectNode methods(Passage passage, boolean allowed) {
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("service");
        for (Service service : services.of(passage.service.provider())) {
            if (service.protocol() == Protocol.REST && (!allowed || service.allows(passage.client))) {
                ObjectNode one = member(
                                list.addObject().put("object_type", "SERVICE"),
                                service.id().provider())
                        .put("service_code", service.id().code());
                one.put("service_type", service.contract() == null ? "REST" : "OPENAPI");
                endpoints(one, service, allowed ? passage.client : null);
            }
        }
        return answer;
    }

    /** @param client whose endpoints are listed, null for everyone's */
    private static void endpoints(ObjectNode one, Service service, MemberId client) {
        Map<String, EndpointPattern> patterns = new TreeMap<>();
        service.grants().stream()
                .filter(grant -> client == null || grant.client().equals(client))
                .filter(grant -> grant.endpoints() != null)
                .flatMap(grant -> grant.endpoints().stream())
                .forEach(pattern -> patterns.put(pattern.toString(), pattern));
        ArrayNode list = one.putArray("endpoint_list");
        patterns.values()
                .forEach(pattern -> list.addObject()
                        .put("method", pattern.method())
                        .put("path", "/" + String.join("/", pattern.segments())));
    }

    private static ObjectNode member(ObjectNode node, MemberId member) {
        node.put("xroad_instance", member.instance())
                .put("member_class", member.memberClass())
                .put("member_code", member.member());
        return member.subsystem() == null ? node : node.put("subsystem_code", member.subsystem());
    }

    private void give(Exchange exchange, Passage passage, Protocol protocol) throws IOException {
        var query = UriComponentsBuilder.newInstance()
                .query(passage.request.getQueryString())
                .build()
                .getQueryParams();
        String code = query.getFirst("serviceCode");
        if (code == null) {
            throw new ExchangeFault(FaultCode.INVALID_REQUEST, "Name the service in the parameter serviceCode.");
        }
        Resource contract = services.of(passage.service.provider()).stream()
                .filter(service -> service.protocol() == protocol)
                .filter(service -> service.id().equals(new ServiceId(passage.service.provider(), code)))
                .filter(service -> query.getFirst("version") == null
                        || query.getFirst("version").equals(service.definition().version()))
                .map(Service::contract)
                .filter(found -> found != null)
                .findFirst()
                .orElseThrow(() -> new ExchangeFault(
                        FaultCode.UNKNOWN_SERVICE, "The provider has given no description of such a service."));
        byte[] given = contract.getContentAsByteArray();
        if (protocol == Protocol.SOAP) {
            give(exchange, "text/xml", ShownWsdl.of(given));
        } else {
            give(
                    exchange,
                    contract.getFilename().toLowerCase(Locale.ROOT).endsWith("json") ? JSON : "application/yaml",
                    given);
        }
    }

    /** All members and subsystems, those who offer and those who may call: as XML unless JSON is asked for. */
    public void clients(Exchange exchange) {
        String instance = exchange.getMessage().getHeader("xRoadInstance", String.class);
        boolean json = namesJson(OpaqueRequest.original(
                exchange.getMessage(PlatformHttpMessage.class).getRequest()));
        Map<String, String> names = new TreeMap<>();
        services.all()
                .forEach(service -> names.put(
                        service.id().provider().toString(),
                        service.id().provider().member()));
        for (Requester requester : access.requesters()) {
            requester.members().forEach(member -> names.put(MemberId.of(member).toString(), requester.name()));
        }
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        ArrayNode list = answer.putArray("member");
        StringBuilder xml = new StringBuilder(
                "<?xml version=\"1.0\" encoding=\"utf-8\"?><m:clientList" + IdentifierXml.PREFIXES + ">");
        names.forEach((text, name) -> {
            MemberId id = MemberId.of(text);
            if (instance == null || instance.equals(id.instance())) {
                member(
                        list.addObject().put("name", name).putObject("id").put("object_type", IdentifierXml.type(id)),
                        id);
                xml.append("<m:member>")
                        .append(IdentifierXml.client("id", id))
                        .append(IdentifierXml.text("m:name", name))
                        .append("</m:member>");
            }
        });
        give(
                exchange,
                json ? JSON + ";charset=utf-8" : XML,
                (json ? answer.toString() : xml.append("</m:clientList>").toString()).getBytes(StandardCharsets.UTF_8));
    }

    /**
     * The services that a governing agency gave names of their own: protocol texts of before 2023 know such. There are
     * none.
     */
    public void centralServices(Exchange exchange) {
        give(
                exchange,
                XML,
                ("<?xml version=\"1.0\" encoding=\"utf-8\"?><m:centralServiceList" + IdentifierXml.PREFIXES + "/>")
                        .getBytes(StandardCharsets.UTF_8));
    }

    private static void give(Exchange exchange, ObjectNode answer) {
        give(exchange, JSON, answer.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static void give(Exchange exchange, String type, byte[] body) {
        Message message = exchange.getMessage();
        message.removeHeaders("*");
        message.setHeader(Exchange.CONTENT_TYPE, type);
        message.setBody(body);
    }

    /**
     * Whether the caller names JSON as what it can read (RFC 9110, section 12.5.1); a range that has it among others
     * does not name it (X-Road Service Metadata Protocol, section 2).
     */
    private static boolean namesJson(HttpServletRequest request) {
        return Collections.list(request.getHeaders("Accept")).stream()
                .flatMap(value -> Stream.of(value.split(",")))
                .anyMatch(range -> range.split(";", 2)[0].strip().equalsIgnoreCase(JSON));
    }
}
