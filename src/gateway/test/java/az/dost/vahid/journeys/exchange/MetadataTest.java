package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.exchange.service.Service;
import az.dost.vahid.journeys.exchange.service.Services;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.RequestHash;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What there is to call, as the X-Road Service Metadata Protocols say it. */
class MetadataTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String NAMESPACES =
            " xmlns:m=\"http://x-road.eu/xsd/xroad.xsd\" xmlns:i=\"http://x-road.eu/xsd/identifiers\"";
    private static final String SHOWN = "location=\"http://example.org/xroad-endpoint\"";
    private final RunningExchange exchange = RunningExchange.get();

    private HttpResponse<String> get(String path, String accept) {
        HttpRequest.Builder request = HttpRequest.newBuilder(exchange.address(path));
        return RunningExchange.send(accept == null ? request : request.header("Accept", accept));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "text/xml",
                "*/*",
                "application/*",
                "application/json-patch+json",
                "application/vnd.example+json"
            })
    void the_members_are_listed_as_xml_unless_json_is_asked_for(String accept) {
        HttpResponse<String> answer = get("/listClients", accept.isEmpty() ? null : accept);
        assertThat(answer.headers().firstValue("Content-Type")).contains("text/xml;charset=utf-8");
        assertThat(answer.body())
                .startsWith("<?xml version=\"1.0\" encoding=\"utf-8\"?><m:clientList" + NAMESPACES + ">")
                .endsWith("</m:clientList>")
                .contains(
                        "<m:member><m:id i:objectType=\"SUBSYSTEM\"><i:xRoadInstance>AZ</i:xRoadInstance><i:memberClass>GOV</i:memberClass>"
                                + "<i:memberCode>desk</i:memberCode><i:subsystemCode>cases</i:subsystemCode></m:id><m:name>Test desk</m:name></m:member>");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "application/json",
                "APPLICATION/JSON",
                "text/xml;q=0.1, application/json;q=0.9",
                "application/json;charset=utf-8"
            })
    void they_are_listed_as_json_where_it_is_asked_for(String accept) throws IOException {
        HttpResponse<String> answer = get("/listClients", accept);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/json;charset=utf-8");
        assertThat(JSON.readTree(answer.body()).path("member")).hasSize(3);
    }

    @Test
    void those_of_another_instance_are_none() {
        assertThat(get("/listClients?xRoadInstance=EE", null).body())
                .endsWith("<m:clientList" + NAMESPACES + "></m:clientList>");
    }

    @Test
    void there_are_no_central_services() {
        HttpResponse<String> answer = get("/listCentralServices", null);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).endsWith("<m:centralServiceList" + NAMESPACES + "/>");
    }

    private JsonNode services(String list) throws IOException {
        return JSON.readTree(RunningExchange.send(exchange.call(list)).body()).path("service");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/listMethods", "/allowedMethods"})
    void over_rest_there_are_rest_services_only(String list) throws IOException {
        assertThat(services(list))
                .extracting(service -> service.path("service_code").asText())
                .contains("echo")
                .doesNotContain("findAct", "locate");
        assertThat(services(list))
                .extracting(service -> service.path("service_type").asText())
                .containsOnly("REST", "OPENAPI");
    }

    @ParameterizedTest
    @ValueSource(strings = {"listMethods", "allowedMethods"})
    void over_soap_there_are_soap_services_only(String list) {
        assertThat(soap(SoapMessages.metadata(list, "", UUID.randomUUID().toString())))
                .contains("<i:serviceCode>findAct</i:serviceCode>")
                .doesNotContain(
                        "<i:serviceCode>echo<",
                        "<i:serviceCode>listMethods</i:serviceCode></m:service>",
                        "<i:serviceCode>getWsdl</i:serviceCode></m:service>");
    }

    private String soap(String envelope) {
        return RunningExchange.send(HttpRequest.newBuilder(exchange.address("/"))
                        .header("Authorization", "Bearer desk")
                        .header("Content-Type", "text/xml;charset=UTF-8")
                        .POST(BodyPublishers.ofString(envelope)))
                .body();
    }

    @Test
    void a_wsdl_is_given_out_with_another_address_and_its_question_repeated() {
        String answer = soap(SoapMessages.metadata(
                "getWsdl",
                "<xro:serviceCode>locate</xro:serviceCode><xro:serviceVersion>v3</xro:serviceVersion>",
                UUID.randomUUID().toString()));
        assertThat(answer)
                .contains(
                        "<m:serviceCode>locate</m:serviceCode><m:serviceVersion>v3</m:serviceVersion></m:getWsdlResponse>")
                .contains("Content-Transfer-Encoding: 8bit")
                .contains(SHOWN)
                .doesNotContain("inner.example");
        assertThat(RunningExchange.send(exchange.call("/getWsdl?serviceCode=locate"))
                        .body())
                .contains(SHOWN)
                .doesNotContain("inner.example");
    }

    @Test
    void a_wsdl_of_no_service_is_an_invalid_request() {
        assertThat(soap(SoapMessages.metadata("getWsdl", "", UUID.randomUUID().toString())))
                .contains("<faultcode>client.invalid_request</faultcode>");
    }

    @Test
    void an_answer_over_rest_has_the_protocols_headers_and_the_requests_hash() {
        String id = UUID.randomUUID().toString();
        HttpResponse<String> answer = RunningExchange.send(
                exchange.call("/listMethods").header("X-Road-Id", id).header("Accept", "application/json"));
        String requestId = answer.headers().firstValue("X-Road-Request-Id").orElseThrow();
        assertThat(answer.headers().firstValue("X-Road-Client")).contains(ExchangeGateway.CONSUMER);
        assertThat(answer.headers().firstValue("X-Road-Service")).contains(ExchangeGateway.PROVIDER + "/listMethods");
        assertThat(answer.headers().firstValue("X-Road-Id")).contains(id);
        assertThat(answer.headers().firstValue("X-Road-Request-Hash"))
                .contains(new RequestHash(
                                "GET",
                                "/r1/" + ExchangeGateway.PROVIDER + "/listMethods",
                                List.of(
                                        new RequestHash.Header("Accept", "application/json"),
                                                new RequestHash.Header("X-Road-Client", ExchangeGateway.CONSUMER),
                                        new RequestHash.Header("X-Road-Id", id),
                                                new RequestHash.Header("x-road-request-id", requestId)))
                        .value());
    }

    @ParameterizedTest
    @ValueSource(strings = {"listMethods", "allowedMethods", "getOpenAPI", "getWsdl", "listClients"})
    void no_service_is_called_like_one_of_the_protocols_own(String code) throws IOException {
        Services services = exchange.context.getBean(Services.class);
        Path file = exchange.folder.resolve("exchange/" + code + ".yaml");
        ExchangeGateway.service(exchange.folder, code, "rest", "registry", "consumers: []");
        try {
            services.refresh();
            assertThat(services.of(MemberId.of(ExchangeGateway.PROVIDER)))
                    .extracting(Service::id)
                    .extracting(id -> id.code())
                    .contains("echo")
                    .doesNotContain(code);
        } finally {
            Files.delete(file);
            services.refresh();
        }
    }
}
