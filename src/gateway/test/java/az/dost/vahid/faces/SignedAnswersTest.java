package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A library of others proves that an answer is one, to this question, and of this status (RFC 9421). */
class SignedAnswersTest {
    private static final Path TOOLS = Path.of("src/gateway/test/linters").toAbsolutePath();
    private static final String DOSSIERS = "/v1/dossiers";

    @TempDir
    private Path folder;

    private static HttpResponse<byte[]> ask(String wanted) {
        Map<String, String> headers =
                new HashMap<>(Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        if (wanted != null) {
            headers.put("Accept-Signature", wanted);
        }
        return Gateway.post(Gateway.request().toString(), headers);
    }

    /** What the other library is given: the question, the answer, and the keys that everybody can have. */
    private static ObjectNode exchange(HttpResponse<byte[]> answer) throws Exception {
        ObjectNode all = Gateway.JSON.createObjectNode();
        all.putObject("request")
                .put("method", answer.request().method())
                .put("url", answer.uri().toString())
                .putObject("headers")
                .put("host", answer.uri().getAuthority());
        ObjectNode response = all.putObject("response").put("status", answer.statusCode());
        ObjectNode headers = response.putObject("headers");
        answer.headers()
                .map()
                .forEach((name, values) ->
                        headers.put(name.toLowerCase(java.util.Locale.ROOT), String.join(", ", values)));
        all.set("keys", Gateway.JSON.readTree(Gateway.get("/v1/keys").body()));
        return all;
    }

    private boolean proven(JsonNode exchange) throws Exception {
        Path file = Files.writeString(folder.resolve("exchange.json"), exchange.toString());
        Path output = folder.resolve("output");
        Process process = new ProcessBuilder("node", TOOLS.resolve("verify.mjs").toString(), file.toString())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        assertThat(process.waitFor(30, TimeUnit.SECONDS)).isTrue();
        String said = Files.readString(output).strip();
        assertThat(said).isIn("true", "false");
        return said.equals("true");
    }

    private static void needed() {
        OutsideTool.needed(
                Files.isDirectory(TOOLS.resolve("node_modules/http-message-signatures")),
                "another's library is not installed (npm ci --prefix src/gateway/test/linters)");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "sig=()",
                "sig=();nonce=\"n-1\"",
                "other=(\"@status\")",
                "sig=(\"@status\" \"content-type\" \"content-digest\" \"vahid-signature\" \"@method\";req \"@authority\";req \"@path\";req \"@query\";req)"
            })
    void another_library_proves_it(String wanted) throws Exception {
        needed();
        HttpResponse<byte[]> answer = ask(wanted);
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check(DOSSIERS, "post", answer);
        assertThat(answer.headers().firstValue("Content-Digest"))
                .hasValue("sha-256=:"
                        + Base64.getEncoder()
                                .encodeToString(
                                        MessageDigest.getInstance("SHA-256").digest(answer.body()))
                        + ":");
        assertThat(proven(exchange(answer))).isTrue();
    }

    static Stream<Arguments> changes() {
        return Stream.of(
                change("another status", all -> ((ObjectNode) all.path("response")).put("status", 201)),
                change(
                        "another body",
                        all -> ((ObjectNode) all.at("/response/headers"))
                                .put("content-digest", "sha-256=:47DEQpj8HBSa+/TImW+5JCeuQeRkm5NMpJWZG3hSuFU=:")),
                change(
                        "another type",
                        all -> ((ObjectNode) all.at("/response/headers")).put("content-type", "text/html")),
                change(
                        "another address",
                        all -> ((ObjectNode) all.path("request"))
                                .put("url", all.at("/request/url").asText() + "/x")),
                change(
                        "another host",
                        all -> ((ObjectNode) all.path("request"))
                                .put(
                                        "url",
                                        all.at("/request/url")
                                                .asText()
                                                .replaceFirst("//[^/]+", "//elsewhere.example"))),
                change("another method", all -> ((ObjectNode) all.path("request")).put("method", "PUT")),
                change(
                        "less covered",
                        all -> ((ObjectNode) all.at("/response/headers"))
                                .put(
                                        "signature-input",
                                        all.at("/response/headers/signature-input")
                                                .asText()
                                                .replace("\"@status\" ", ""))));
    }

    private static Arguments change(String what, Consumer<ObjectNode> change) {
        return Arguments.of(what, change);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("changes")
    void what_somebody_changed_on_the_way_is_not_proven(String what, Consumer<ObjectNode> change) throws Exception {
        needed();
        ObjectNode all = exchange(ask("sig=()"));
        change.accept(all);
        assertThat(proven(all)).as(what).isFalse();
    }

    @Test
    void a_refusal_is_signed_too_for_whoever_is_known() throws Exception {
        needed();
        HttpResponse<byte[]> refused = Gateway.post(
                Gateway.request().put("service", "none").toString(),
                Map.of(
                        "Authorization",
                        Gateway.BEARER,
                        "Content-Type",
                        "application/json",
                        "Accept-Signature",
                        "sig=()"));
        assertThat(refused.statusCode()).isEqualTo(422);
        assertThat(proven(exchange(refused))).isTrue();
    }

    @Test
    @Tag("attack")
    void a_stranger_and_whoever_did_not_ask_get_none_and_the_same_bytes() {
        HttpResponse<byte[]> stranger = Gateway.post(
                Gateway.request().toString(), Map.of("Content-Type", "application/json", "Accept-Signature", "sig=()"));
        assertThat(stranger.statusCode()).isEqualTo(401);
        assertThat(stranger.headers().firstValue("Signature")).isEmpty();
        assertThat(new String(stranger.body(), StandardCharsets.UTF_8)).contains("UNAUTHENTICATED");
        assertThat(ask(null).headers().firstValue("Signature")).isEmpty();
        assertThat(ask(null).headers().firstValue("Content-Digest")).isEmpty();
    }

    /** The caller finds no signature, and knows. */
    @Test
    void what_is_asked_for_and_not_there_leaves_the_answer_unsigned() {
        HttpResponse<byte[]> answer = ask("sig=(\"x-none\")");
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.headers().firstValue("Signature")).isEmpty();
        assertThat(answer.body()).isNotEmpty();
    }

    @Test
    void a_long_answer_comes_whole() {
        HttpResponse<byte[]> plain =
                Gateway.send("GET", "/v1/catalogue/services", null, Map.of("Authorization", Gateway.BEARER));
        HttpResponse<byte[]> wanted = Gateway.send(
                "GET",
                "/v1/catalogue/services",
                null,
                Map.of("Authorization", Gateway.BEARER, "Accept-Signature", "sig=()"));
        assertThat(wanted.statusCode()).isEqualTo(plain.statusCode());
        assertThat(wanted.body()).isEqualTo(plain.body());
    }
}
