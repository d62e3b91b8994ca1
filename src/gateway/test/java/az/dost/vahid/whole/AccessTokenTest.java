package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.Environment;

/** Access tokens of the demonstration's issuer at the gateway's faces. */
class AccessTokenTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String QUESTION =
            "{\"subject\":{\"fin\":\"W1D0W01\"},\"service\":\"ccu-intake\",\"caseRef\":\"TEST/1\",\"official\":\"test.official\"}";
    private final HttpClient http = HttpClient.newHttpClient();
    private final Environment settings = RunningVahid.get().bean(Environment.class);

    static List<String> requesters() throws java.io.IOException {
        try (var files = Files.list(Path.of("src/demo/main/resources/demo/requesters"))) {
            return files.filter(AccessTokenTest::hasClient)
                    .map(file -> file.getFileName().toString().replace(".yaml", ""))
                    .sorted()
                    .toList();
        }
    }

    /** Others are those of people, who come by a client that is nobody's own. */
    private static boolean hasClient(Path requester) {
        try {
            return Files.readString(requester).contains("\nclients:");
        } catch (java.io.IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("requesters")
    void every_requester_of_the_demonstration_has_a_client(String id) throws Exception {
        HttpResponse<String> answer = ask(token(id, ""));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(id.equals("dost-centre-1") ? 200 : 403);
        assertThat(answer.headers().firstValue("Vahid-Signature"))
                .as("a known requester is owed proof")
                .isPresent();
    }

    @Test
    void a_lookup_over_soap_takes_an_access_token_too() throws Exception {
        HttpResponse<String> answer = send(
                HttpRequest.newBuilder(gateway("/soap/lookup"))
                        .header("Content-Type", "text/xml")
                        .header("Authorization", "Bearer " + token("dost-centre-1", ""))
                        .POST(
                                HttpRequest.BodyPublishers.ofString(
                                        "<s:Envelope xmlns:s='http://schemas.xmlsoap.org/soap/envelope/'><s:Body>"
                                                + "<lookup xmlns='urn:az:dost:vahid:lookup:1'><subject><fin>W1D0W01</fin></subject><service>ccu-intake</service>"
                                                + "<caseRef>TEST/1</caseRef><official>test.official</official></lookup></s:Body></s:Envelope>")));
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    }

    @Test
    void a_citizens_token_looks_nobody_up() throws Exception {
        HttpResponse<String> answer = ask(token("citizen-portal", "&fin=W1D0W01"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("NOT_GRANTED");
    }

    @Test
    void the_issuer_gives_no_citizens_token_without_a_citizen() throws Exception {
        assertThat(issue("citizen-portal", "demo-citizen-portal", "").statusCode())
                .isEqualTo(400);
        assertThat(issue("citizen-portal", "demo-citizen-portal", "&fin=I000000")
                        .statusCode())
                .isEqualTo(400);
    }

    @Test
    void the_issuer_gives_nothing_to_strangers() throws Exception {
        assertThat(issue("dost-centre-1", "wrong", "").statusCode()).isEqualTo(401);
        assertThat(issue("nobody", "demo-nobody", "").statusCode()).isEqualTo(401);
    }

    @Test
    void a_stranger_is_told_so_and_how_to_become_known() throws Exception {
        HttpResponse<String> answer = ask("eyJhbGciOiJub25lIn0.e30.");
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.headers().firstValue("WWW-Authenticate").orElseThrow())
                .startsWith("Bearer realm=\"vahid\", resource_metadata=\"");
        assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
        assertThat(answer.headers().firstValue("Set-Cookie")).isEmpty();
        assertThat(answer.headers().firstValue("Vahid-Signature")).isEmpty();
        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("UNAUTHENTICATED");
    }

    @Test
    @Tag("attack")
    void an_officials_token_asks_in_his_name_and_in_no_other() throws Exception {
        assertThat(ask(token("dost-centre-1", "+official&official=test.official"))
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<String> answer = ask(token("dost-centre-1", "+official&official=somebody.else"));
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("OFFICIAL_DIFFERS");
        assertThat(JSON.readTree(answer.body()).path("field").asText()).isEqualTo("official");
    }

    @Test
    @Tag("attack")
    void an_auditors_token_says_who_closes_a_hit_whatever_the_header_says() throws Exception {
        String token = token("audit-office", "+official&official=s.auditor");
        assertThat(hits(token, null).statusCode()).isEqualTo(200);
        assertThat(hits(token, "s.auditor").statusCode()).isEqualTo(200);
        HttpResponse<String> answer = hits(token, "t.auditor");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo("OFFICIAL_DIFFERS");
        assertThat(hits(token("audit-office", "+official&official=no.auditor"), null)
                        .statusCode())
                .isEqualTo(403);
    }

    @Test
    void the_issuer_gives_no_officials_token_without_an_official() throws Exception {
        assertThat(issue("audit-office", "demo-audit-office", "+official").statusCode())
                .isEqualTo(400);
        assertThat(issue("audit-office", "demo-audit-office", "+official&official=a%20b")
                        .statusCode())
                .isEqualTo(400);
    }

    private HttpResponse<String> hits(String token, String official) throws Exception {
        HttpRequest.Builder request =
                HttpRequest.newBuilder(gateway("/v1/audit/hits")).header("Authorization", "Bearer " + token);
        return send(official == null ? request : request.header("Vahid-Official", official));
    }

    private HttpResponse<String> ask(String token) throws Exception {
        return send(HttpRequest.newBuilder(gateway("/v1/dossiers"))
                .header("Content-Type", "application/json")
                .header("Authorization", "Bearer " + token)
                .POST(HttpRequest.BodyPublishers.ofString(QUESTION)));
    }

    private String token(String client, String more) throws Exception {
        HttpResponse<String> answer = issue(client, "demo-" + client, more);
        assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
        JsonNode issued = JSON.readTree(answer.body());
        assertThat(issued.path("token_type").asText()).isEqualTo("Bearer");
        return issued.path("access_token").asText();
    }

    private HttpResponse<String> issue(String client, String secret, String more) throws Exception {
        String scope = client.equals("citizen-portal") ? "citizen" : "lookup";
        return send(HttpRequest.newBuilder(URI.create(settings.getProperty("vahid.tokens.issuer") + "/token"))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .header(
                        "Authorization",
                        "Basic "
                                + Base64.getEncoder()
                                        .encodeToString((client + ":" + secret).getBytes(StandardCharsets.UTF_8)))
                .POST(HttpRequest.BodyPublishers.ofString("grant_type=client_credentials&scope=" + scope + more)));
    }

    private URI gateway(String path) {
        return URI.create("http://localhost:" + settings.getProperty("local.server.port") + path);
    }

    private HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }
}
