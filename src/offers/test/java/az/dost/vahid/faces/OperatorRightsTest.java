package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.offers.RightsSystem;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What operators see of rights: numbers, days and codes. */
class OperatorRightsTest {
    private static final String PATH = "/v1/operations/rights";
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private final RightsSystem system = RightsSystem.get();
    private final JdbcTemplate jdbc = RunningVahid.get().bean(JdbcTemplate.class);

    private static String answer() {
        HttpResponse<byte[]> answer = Operators.get(PATH, Operators.LOOKS);
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        assertThat(answer.statusCode()).as(body).isEqualTo(200);
        OpenApi.check(PATH, "get", answer);
        return body;
    }

    private static JsonNode right(String code) {
        try {
            return Gateway.JSON
                    .readTree(answer())
                    .path("rights")
                    .valueStream()
                    .filter(right -> right.path("right").asText().equals(code))
                    .findFirst()
                    .orElse(Gateway.JSON.missingNode());
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }

    private static long count(JsonNode right, String list, String name, String value) {
        return right.path(list)
                .valueStream()
                .filter(one -> one.path(name).asText().equals(value))
                .mapToLong(one -> one.path("count").asLong())
                .sum();
    }

    @Test
    void a_birth_that_became_an_offer_is_counted_and_nobody_is_named() {
        JsonNode before = right("birth-allowance");
        RightsSystem.Mother mother = system.offered();
        String offer = system.offer(mother);
        Awaitility.await()
                .atMost(LONGEST)
                .until(() -> count(right("birth-allowance"), "offers", "state", "OFFERED")
                        > count(before, "offers", "state", "OFFERED"));
        JsonNode after = right("birth-allowance");
        assertThat(count(after, "evaluations", "outcome", "ENTITLED"))
                .isGreaterThan(count(before, "evaluations", "outcome", "ENTITLED"));
        assertThat(after.at("/title/az").asText()).isEqualTo("Uşağın anadan olmasına görə birdəfəlik müavinət");
        assertThat(after.at("/law/from").asText()).isNotEmpty();
        assertThat(after.path("oldestOffer").asText()).isNotEmpty();
        assertThat(answer()).doesNotContain(mother.fin(), mother.child(), offer, system.person(mother.fin()));
    }

    /** Of a right that stands in no file: what another test does changes no number of it. */
    @Test
    void what_waits_is_told_apart_by_what_it_waits_for() {
        String code = "gone-" + UUID.randomUUID().toString().substring(0, 8);
        try {
            // Held by another gateway, so that nobody takes them up.
            waits(code, "WAITING", null, 0, "-1 hour");
            waits(code, "WAITING", null, 0, "-2 hours");
            waits(code, "WAITING", "tax,pensions", 1, "1 hour");
            waits(code, "WAITING", "tax", 2, "1 hour");
            waits(code, "WAITING", null, 0, "9 days");
            waits(code, "UNDECIDED", "tax", 5, "-1 day");
            waits(code, "UNDECIDED", "OVERLOADED", 5, "-1 day");
            waits(code, "REFUSED", "NOT_GRANTED", 0, "-1 day");
            waits(code, "OFFERED", null, 0, "-1 day");
            Awaitility.await()
                    .atMost(LONGEST)
                    .until(() -> right(code).path("birthdays").asInt() == 1);
            JsonNode right = right(code);
            assertThat(right.path("due").asInt()).isEqualTo(2);
            assertThat(right.path("silent").asInt()).isEqualTo(2);
            assertThat(java.time.Instant.parse(right.path("oldestDue").asText()))
                    .isBefore(java.time.Instant.now().minus(Duration.ofMinutes(110)));
            assertThat(right.path("registers").toString())
                    .isEqualTo("[{\"register\":\"pensions\",\"waiting\":1,\"undecided\":0},"
                            + "{\"register\":\"tax\",\"waiting\":2,\"undecided\":1}]");
            assertThat(right.path("ended").toString()).isEqualTo("[{\"end\":\"REFUSED\",\"count\":1}]");
            assertThat(right.has("title") || right.has("law") || right.has("awardedBy"))
                    .isFalse();
        } finally {
            jdbc.update("delete from right_intent where right_code = ?", code);
        }
    }

    private void waits(String code, String state, String why, int asked, String next) {
        jdbc.update(
                "insert into right_intent (id, event, right_code, person, about, content, mac, state, code, asked, next_at, until, lease, leased_until)"
                        + " values (gen_random_uuid(), gen_random_uuid(), ?, 'p', 'p', '', '', ?, ?, ?, now() + ?::interval, now() + interval '9 days',"
                        + " gen_random_uuid(), now() + interval '1 hour')",
                code,
                state,
                why,
                asked,
                next);
    }

    @ParameterizedTest
    @CsvSource({
        "r.ismayilov, 200",
        "s.karimova, 200",
        "a.mammadova, 403",
        "k.aliyev, 403",
        "t.babayev, 403",
        "z.rzayeva, 403",
        "g.ahmadova, 403"
    })
    @Tag("attack")
    void operators_see_it_and_those_who_only_look_and_nobody_else(String login, int status) {
        assertThat(Operators.get(PATH, "Bearer " + new Person(login).token()).statusCode())
                .isEqualTo(status);
    }

    @Test
    @Tag("attack")
    void it_is_at_the_port_for_operators_and_needs_their_grant() {
        assertThat(Operators.get(PATH, Gateway.BEARER).statusCode()).isEqualTo(403);
        assertThat(Gateway.send("GET", PATH, null, Map.of("Authorization", Operators.ACTS))
                        .statusCode())
                .isEqualTo(404);
    }
}
