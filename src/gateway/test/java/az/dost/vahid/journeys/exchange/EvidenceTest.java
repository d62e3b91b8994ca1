package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.verify.VerifyCommand;
import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.signature.DossierSigner;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * What was exchanged, as a container that anyone with the gateway's certificate can check; and what there is to call.
 */
class EvidenceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final RunningExchange exchange = RunningExchange.get();
    private final String id = UUID.randomUUID().toString();

    @TempDir
    private Path folder;

    private HttpResponse<byte[]> asic(String token, String more) {
        return RunningExchange.send(
                HttpRequest.newBuilder(exchange.address("/asic?queryId=" + id
                                + "&xRoadInstance=AZ&memberClass=GOV&memberCode=desk&subsystemCode=cases" + more))
                        .header("Authorization", "Bearer " + token)
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
    }

    private String verify(byte[] container, int expected) throws IOException {
        Files.write(folder.resolve("call.asice"), container);
        Files.writeString(
                folder.resolve("vahid.pem"),
                exchange.context.getBean(DossierSigner.class).certificate());
        StringWriter out = new StringWriter();
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        folder.resolve("call.asice").toString(),
                        "--certificate",
                        folder.resolve("vahid.pem").toString());
        assertThat(code).as(out.toString()).isEqualTo(expected);
        return out.toString();
    }

    private void call(String body) {
        assertThat(RunningExchange.send(exchange.call("/echo/acts?a=1")
                                .header("X-Road-Id", id)
                                .header("Content-Type", "application/json")
                                .POST(BodyPublishers.ofString(body)))
                        .statusCode())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource({"desk", "registry"})
    void either_side_gets_a_container_that_holds_offline(String token) throws IOException {
        call("{\"number\":1}");
        exchange.context.getBean(AuditRoots.class).sign();
        HttpResponse<byte[]> answer = asic(token, "");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(verify(answer.body(), 0))
                .contains("It is the call " + id + " from AZ/GOV/desk/cases to AZ/GOV/registry/acts/echo over REST")
                .contains("The body of the request is what passed.")
                .contains("The body of the response is what passed.")
                .contains("The request hash that went out with the answer is that of this request.")
                .contains("of the audit chain says so");
    }

    @Test
    void a_changed_body_does_not_hold() throws IOException {
        call("{\"number\":1}");
        byte[] container = asic("desk", "").body();
        int at = new String(container, StandardCharsets.ISO_8859_1).indexOf("{\"number\":1}");
        container[at + 10] = '2';
        assertThat(verify(container, 1)).contains("DOES NOT HOLD");
    }

    @Test
    void a_body_that_was_not_kept_is_told_by_its_digest() throws IOException {
        call("\"" + "x".repeat(300_000) + "\"");
        assertThat(verify(asic("desk", "").body(), 0))
                .contains("The body of the request is not in it: 300002 bytes, told by their digest.");
    }

    @Test
    void only_one_side_of_it_can_be_asked_for() throws IOException {
        call("{\"number\":1}");
        assertThat(verify(asic("desk", "&requestOnly=true").body(), 0))
                .contains("The body of the request is what passed.")
                .contains("The body of the response is not in it");
    }

    @Test
    void nobody_else_learns_that_there_was_such_a_call() throws IOException {
        call("{}");
        HttpResponse<byte[]> other = asic("stranger", "");
        assertThat(other.statusCode()).isEqualTo(404);
        assertThat(JSON.readTree(other.body()).path("code").asText()).isEqualTo("EXCHANGE_UNKNOWN");
    }

    private JsonNode get(String path) throws IOException {
        HttpResponse<String> answer = RunningExchange.send(
                path.startsWith("/listClients")
                        ? HttpRequest.newBuilder(exchange.address(path)).header("Accept", "application/json")
                        : exchange.call(path));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        return JSON.readTree(answer.body());
    }

    @Test
    void the_members_are_listed() throws IOException {
        assertThat(get("/listClients").path("member"))
                .extracting(member -> member.at("/id/member_code").asText() + "/"
                        + member.at("/id/subsystem_code").asText())
                .containsExactlyInAnyOrder("desk/archive", "desk/cases", "registry/acts");
        assertThat(get("/listClients?xRoadInstance=EE").path("member")).isEmpty();
    }

    @Test
    void a_providers_services_are_listed_all_and_those_allowed() throws IOException {
        assertThat(get("/listMethods").path("service"))
                .extracting(service -> service.path("service_code").asText())
                .contains("echo", "foreign", "narrow");
        JsonNode allowed = get("/allowedMethods").path("service");
        assertThat(allowed)
                .extracting(service -> service.path("service_code").asText())
                .contains("echo", "narrow")
                .doesNotContain("foreign");
        assertThat(allowed)
                .filteredOn(service -> service.path("service_code").asText().equals("narrow"))
                .singleElement()
                .satisfies(
                        service -> assertThat(service.path("endpoint_list").toString())
                                .isEqualTo(
                                        "[{\"method\":\"GET\",\"path\":\"/acts/*\"},{\"method\":\"POST\",\"path\":\"/acts\"}]"));
    }

    @ParameterizedTest
    @CsvSource({
        "getOpenAPI?serviceCode=echo, openapi: 3.1.0, application/yaml",
        "getWsdl?serviceCode=findAct, <definitions/>, text/xml"
    })
    void a_services_own_contract_is_given_out(String call, String content, String type) {
        HttpResponse<String> answer = RunningExchange.send(exchange.call("/" + call));
        assertThat(answer.body()).isEqualTo(content);
        assertThat(answer.headers().firstValue("Content-Type").orElse("")).startsWith(type);
    }

    @Test
    void a_contract_that_is_not_there_is_an_unknown_service() {
        assertThat(RunningExchange.send(exchange.call("/getOpenAPI?serviceCode=narrow"))
                        .headers()
                        .firstValue("X-Road-Error"))
                .contains("server.serverproxy.unknown_service");
    }
}
