package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.xroad.FaultCode;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each bad call gets the protocol's code and an id that the record knows, and the provider hears nothing of it. */
class RefusedCallTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RunningExchange exchange = RunningExchange.get();

    static List<RefusedCall> calls() throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readValue(RefusedCallTest.class.getResource("/exchange/refused-calls.yaml"), new TypeReference<>() {});
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("calls")
    void a_bad_call_is_refused_with_its_code_recorded_and_not_delivered(RefusedCall call) throws IOException {
        exchange.provider.received.clear();
        HttpResponse<String> answer = RunningExchange.send(request(call));
        assertThat(answer.headers().firstValue("X-Road-Error")).contains(call.error());
        assertThat(answer.statusCode()).isEqualTo(call.status());
        JsonNode body = JSON.readTree(answer.body());
        assertThat(body.path("type").asText()).isEqualTo(call.error());
        assertThat(body.path("message").asText()).isNotBlank().doesNotContain("Exception");
        assertThat(recorded(body.path("detail").asText())).isPositive();
        assertThat(exchange.provider.received).isEmpty();
    }

    private HttpRequest.Builder request(RefusedCall call) {
        HttpRequest.Builder request = HttpRequest.newBuilder(exchange.address(call.path()))
                .method(
                        call.verb(),
                        call.body() == null ? BodyPublishers.noBody() : BodyPublishers.ofString(call.body()));
        Map<String, String> headers =
                new HashMap<>(Map.of("Authorization", "Bearer desk", "X-Road-Client", ExchangeGateway.CONSUMER));
        headers.putAll(call.headers());
        headers.forEach((name, value) -> {
            if (value != null) {
                request.header(name, value);
            }
        });
        if (call.twice() != null) {
            request.header(call.twice(), headers.get(call.twice()));
        }
        return request;
    }

    /** Entries of the audit chain that name the fault's id. */
    private int recorded(String id) {
        return exchange.database()
                .queryForObject("select count(*) from audit where id = ?", Integer.class, UUID.fromString(id));
    }

    @Test
    void an_id_is_used_once_by_a_client() {
        String id = UUID.randomUUID().toString();
        assertThat(RunningExchange.send(exchange.call("/echo").header("X-Road-Id", id))
                        .statusCode())
                .isEqualTo(200);
        exchange.provider.received.clear();
        HttpResponse<String> again = RunningExchange.send(exchange.call("/echo").header("X-Road-Id", id));
        assertThat(again.headers().firstValue("X-Road-Error")).contains("client.duplicate_message_id");
        assertThat(exchange.provider.received).isEmpty();
    }

    @Test
    void a_provider_that_takes_too_long_is_a_network_error() {
        exchange.provider.answer("/base/sleep", (http, request) -> {
            try {
                Thread.sleep(2000);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            http.sendResponseHeaders(200, -1);
        });
        assertThat(RunningExchange.send(exchange.call("/slow/sleep")).headers().firstValue("X-Road-Error"))
                .contains("server.serverproxy.network_error");
    }

    @Test
    void a_client_that_accepts_only_xml_gets_xml() {
        HttpResponse<String> answer =
                RunningExchange.send(exchange.call("/nothing").header("Accept", "application/xml"));
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith("application/xml");
        assertThat(answer.body())
                .contains("<error><type>server.serverproxy.unknown_service</type><message>")
                .contains("</detail></error>");
    }

    @Test
    void codes_can_be_written_as_older_software_writes_them() {
        assertThat(FaultCode.NETWORK_ERROR.older()).isEqualTo("Server.ServerProxy.NetworkError");
        assertThat(FaultCode.SSL_AUTHENTICATION_FAILED.older()).isEqualTo("Server.ClientProxy.SslAuthenticationFailed");
        assertThat(FaultCode.MISSING_HEADER_FIELD.older()).isEqualTo("Client.MissingHeaderField");
    }
}
