package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;

/** What everybody is told at well-known names, and whoever is not known beside his problem. */
class WellKnownTest {
    private static final Environment SETTINGS = RunningVahid.get().bean(Environment.class);
    private static final int PORT = SETTINGS.getRequiredProperty("local.server.port", Integer.class);
    private static final String ADDRESS = SETTINGS.getRequiredProperty("vahid.public.address");
    private static final String METADATA = "/.well-known/oauth-protected-resource";

    private static String ask(String method, String path) throws IOException {
        return Wire.ask(PORT, method + " " + path + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\n\r\n");
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    @Test
    void the_metadata_of_a_protected_resource_names_address_issuer_and_keys() throws IOException {
        String answer = ask("GET", METADATA);
        assertThat(answer).startsWith("HTTP/1.1 200 ").contains("Content-Type: application/json");
        assertThat(answer).doesNotContain("evil.example");
        JsonNode told = Json.mapper().readTree(body(answer));
        assertThat(told.path("resource").textValue()).isEqualTo(ADDRESS);
        assertThat(told.path("jwks_uri").textValue()).isEqualTo(ADDRESS + "/v1/keys");
        assertThat(told.at("/authorization_servers/0").textValue())
                .isEqualTo(SETTINGS.getRequiredProperty("vahid.tokens.issuer"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/v1/dossiers/1", "/v1/catalogue", "/v1/citizens/me/lookups", "/v1/dead-letters"})
    void whoever_is_not_known_is_told_where_it_stands(String path) throws IOException {
        assertThat(ask("GET", path))
                .startsWith("HTTP/1.1 401 ")
                .contains("WWW-Authenticate: Bearer realm=\"vahid\", resource_metadata=\"" + ADDRESS + METADATA + "\"")
                .doesNotContain("evil.example");
    }

    @Test
    void holes_are_reported_to_whom_the_settings_name_and_the_file_does_not_grow_old() throws IOException {
        List<String> lines =
                body(ask("GET", "/.well-known/security.txt")).lines().toList();
        assertThat(lines)
                .contains("Contact: " + SETTINGS.getRequiredProperty("vahid.public.contact"))
                .contains("Canonical: " + ADDRESS + "/.well-known/security.txt");
        Instant expires = Instant.parse(lines.stream()
                .filter(line -> line.startsWith("Expires: "))
                .findFirst()
                .orElseThrow()
                .substring("Expires: ".length()));
        assertThat(expires)
                .isBetween(Instant.now().plusSeconds(86_400), Instant.now().plusSeconds(360L * 86_400));
    }

    @ParameterizedTest
    @ValueSource(strings = {METADATA, "/.well-known/security.txt"})
    void head_tells_the_same_without_a_body(String path) throws IOException {
        String head = ask("HEAD", path);
        assertThat(head).startsWith("HTTP/1.1 200 ").contains("Content-Length: ");
        assertThat(body(head)).isEmpty();
    }

    @Test
    void what_the_settings_do_not_tell_is_not_there() {
        assertThat(az.dost.vahid.problem.Challenge.at("")).isEqualTo("Bearer realm=\"vahid\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"POST", "PUT", "DELETE"})
    void they_are_read_and_nothing_else(String method) throws IOException {
        assertThat(ask(method, METADATA)).doesNotStartWith("HTTP/1.1 2").contains("application/problem+json");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"openid-configuration", "change-password", "acme-challenge/x", "", "oauth-protected-resource/v1"
            })
    void any_other_name_is_none(String name) throws IOException {
        assertThat(ask("GET", "/.well-known/" + name))
                .startsWith("HTTP/1.1 404 ")
                .contains("application/problem+json", "NOT_FOUND");
    }
}
