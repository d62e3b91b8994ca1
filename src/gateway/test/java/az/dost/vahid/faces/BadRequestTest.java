package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every bad request gets its problem: a stable code, the field at fault, and nothing of the request or of our insides.
 */
class BadRequestTest {
    /**
     * What comes of what somebody did before: of a follow-up whose grant was taken away since, of another operator's
     * act, and of an analyst's order.
     */
    private static final Map<String, Set<String>> HELD_ELSEWHERE = Map.of(
            "follow",
            Set.of("NOT_GRANTED"),
            "operations",
            Set.of("IDEMPOTENCY_KEY_USED", "ROLLOUT_CHANGED", "OWN_PROPOSAL"),
            "statistics",
            Set.of("IDEMPOTENCY_KEY_USED", "CLOSING_ORDERED"));

    private static LogWatch log;

    @BeforeAll
    static void watch() {
        RunningVahid.get();
        log = new LogWatch();
    }

    @AfterAll
    static void endWatch() {
        log.close();
    }

    @ParameterizedTest
    @MethodSource("az.dost.vahid.faces.BadRequest#all")
    void getsItsProblem(BadRequest request) throws Exception {
        String given = Given.make(request.given());
        String sent = request.method().equals("GET") ? null : request.body(given);
        // All strangers of these cases come from one address, which is told to wait now and then.
        HttpResponse<byte[]> answer = Awaitility.await("strangers are heard")
                .pollInterval(Duration.ofMillis(500))
                .pollDelay(Duration.ZERO)
                .until(() -> answer(request, given, sent), heard -> heard.statusCode() != 429);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        JsonNode problem = Gateway.JSON.readTree(body);
        assertThat(problem.path("code").asText()).isEqualTo(request.code());
        assertThat(problem.path("field").textValue()).isEqualTo(request.field());
        assertThat(answer.statusCode())
                .isEqualTo(request.status())
                .isEqualTo(problem.path("status").asInt());
        OpenApi.of(request.face()).checkProblem(answer);
        assertThat(answer.headers().firstValue("WWW-Authenticate").isPresent()).isEqualTo(request.status() == 401);
        assertThat(body).doesNotContain(BadRequest.FIN, "Exception", "\tat ");
        assertThat(log.lines())
                .noneMatch(line -> line.contains(BadRequest.FIN))
                .noneMatch(line -> line.contains("Exception"));
    }

    private static HttpResponse<byte[]> answer(BadRequest request, String given, String sent) {
        return request.face().equals("operations")
                ? Operators.send(request.method(), request.path(given), sent, request.headers())
                : Gateway.send(request.method(), request.path(given), sent, request.headers());
    }

    /** Of the contract, and so of no other face: those are held to their own. */
    @ParameterizedTest
    @MethodSource("az.dost.vahid.faces.OpenApi#all")
    void coversEveryCodeThatBadInputCanGet(OpenApi contract) {
        assertThat(BadRequest.of(contract.toString()).map(BadRequest::code).distinct())
                .containsExactlyInAnyOrderElementsOf(contract.problems().stream()
                        .filter(BadRequestTest::comesOfInput)
                        .filter(code -> !HELD_ELSEWHERE
                                .getOrDefault(contract.toString(), Set.of())
                                .contains(code))
                        .toList());
    }

    /**
     * Our own faults do not, and what comes of too many requests does not come of one. What an official's token decides
     * is held by the tests of access tokens.
     */
    private static boolean comesOfInput(String code) {
        int status = ProblemCode.valueOf(code).status();
        return status < 500 && !code.startsWith("OFFICIAL_") && status != ProblemCode.TOO_MANY_REQUESTS.status();
    }
}
