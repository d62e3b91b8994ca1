package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.problem.ProblemCode;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad message gets its problem, in both forms of the standard beside our own. */
@Tag("attack")
class SpdciBadMessagesTest {
    private static final Path FOLDER = Path.of("src/spdci/test/resources/faces/bad-requests");
    /** Refused with the head of the request, before anybody knows of which standard it is. */
    private static final Set<String> BY_THE_HEAD = Set.of("METHOD_NOT_ALLOWED", "REQUEST_TOO_LARGE");

    static Stream<BadRequest> requests() {
        return BadRequest.of(FOLDER, "spdci");
    }

    @ParameterizedTest
    @MethodSource("requests")
    void gets_its_problem(BadRequest request) throws Exception {
        SpdciSender.get();
        String path = request.path(null);
        HttpResponse<byte[]> answer = Gateway.send(
                request.method(),
                path,
                request.method().equals("GET")
                        ? null
                        : request.body(UUID.randomUUID().toString())
                                .replace("{now}", Instant.now().toString()),
                request.headers());
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        JsonNode problem = Gateway.JSON.readTree(body);
        assertThat(problem.path("code").asText()).as(body).isEqualTo(request.code());
        assertThat(problem.path("field").textValue()).as(body).isEqualTo(request.field());
        assertThat(answer.statusCode()).isEqualTo(request.status());
        assertThat(body).doesNotContain(BadRequest.FIN, "Exception");
        if (!BY_THE_HEAD.contains(request.code()) && problem.has("errors")) {
            OpenApi.check(path, "post", answer);
            assertThat(problem.at("/message/ack_status").asText()).isEqualTo("ERR");
            assertThat(problem.at("/message/error/code").asText())
                    .isEqualTo(problem.at("/errors/0/code").asText())
                    .startsWith("err.");
        } else {
            OpenApi.of("spdci").checkProblem(answer);
        }
    }

    @Test
    void every_code_that_bad_input_can_get_has_a_case() {
        assertThat(requests().map(BadRequest::code).distinct())
                .containsExactlyInAnyOrderElementsOf(OpenApi.of("spdci").problems().stream()
                        .filter(code -> ProblemCode.valueOf(code).status() < 500
                                && ProblemCode.valueOf(code) != ProblemCode.TOO_MANY_REQUESTS
                                // Of a message that is right, and came before: SpdciFacesTest.
                                && ProblemCode.valueOf(code) != ProblemCode.IDEMPOTENCY_KEY_USED)
                        .toList());
    }
}
