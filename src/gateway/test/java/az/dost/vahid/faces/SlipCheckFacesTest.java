package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A slip is checked at the running gateway by whoever holds it. */
class SlipCheckFacesTest {
    private static final Person CLERK = new Person("a.mammadova");
    private static final String CHECK = "/v1/ratings/slips";

    private static String fin(int citizen) {
        return RunningVahid.get().population().fin(citizen);
    }

    private static String code(String dossier) {
        return Person.json(CLERK.get("/v1/dossiers/" + dossier + "/slip"))
                .path("ratingCode")
                .asText();
    }

    private static HttpResponse<byte[]> send(String code) {
        HttpResponse<byte[]> answer =
                Gateway.send("POST", CHECK, "{\"code\":\"" + code + "\"}", Map.of("Content-Type", "application/json"));
        OpenApi.check(CHECK, "post", answer);
        return answer;
    }

    /** One that comes at the wrong second for others is sent again. */
    private static HttpResponse<byte[]> check(String code) {
        return await().atMost(Duration.ofSeconds(30)).until(() -> send(code), answer -> answer.statusCode() != 429);
    }

    private static JsonNode told(String code) {
        HttpResponse<byte[]> answer = check(code);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return Person.json(answer);
    }

    private static long checked() {
        return RunningVahid.get()
                .bean(JdbcTemplate.class)
                .queryForObject("select count(*) from audit where entry ->> 'act' = 'slip-checked'", Long.class);
    }

    @Test
    void a_slip_is_genuine_before_and_after_it_was_rated() {
        String code = code(Gateway.id(CLERK.lookUp(fin(4_911), "ccu-car", "CHECK/1", null)));
        assertThat(told(code).path("state").asText()).isEqualTo("GOOD");
        assertThat(told(code).at("/service/title/en").asText()).isEqualTo("Car");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> Gateway.send(
                                        "POST",
                                        "/v1/ratings",
                                        "{\"code\":\"" + code + "\",\"stars\":5}",
                                        Map.of("Content-Type", "application/json"))
                                .statusCode()
                        == 201);
        assertThat(told(code).path("state").asText()).isEqualTo("GOOD");
    }

    @Test
    void of_two_slips_of_one_case_the_newer_counts() {
        String first = code(Gateway.id(CLERK.lookUp(fin(4_912), "ccu-car", "CHECK/2", null)));
        String second = code(Gateway.id(CLERK.lookUp(fin(4_912), "ccu-car", "CHECK/2", null)));
        String other = code(Gateway.id(CLERK.lookUp(fin(4_912), "ccu-car", "CHECK/3", null)));
        assertThat(told(first).path("state").asText()).isEqualTo("REPLACED");
        assertThat(told(second).path("state").asText()).isEqualTo("GOOD");
        assertThat(told(other).path("state").asText()).isEqualTo("GOOD");
    }

    @Test
    @Tag("attack")
    void what_is_told_of_a_slip_tells_of_no_person() {
        String dossier = Gateway.id(CLERK.lookUp(fin(4_913), "ccu-car", "CHECK/4", null));
        JsonNode told = told(code(dossier));
        assertThat(told.fieldNames())
                .toIterable()
                .containsExactlyInAnyOrder("state", "day", "until", "from", "office", "service");
        assertThat(told.toString())
                .doesNotContain(dossier, fin(4_913), "CHECK/4", "a.mammadova", "NEEDED", code(dossier));
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForList(
                                "select entry::text from audit where entry ->> 'act' = 'slip-checked'", String.class))
                .isNotEmpty()
                .noneMatch(entry -> entry.contains(code(dossier)) || entry.contains(dossier));
    }

    @Test
    @Tag("attack")
    void whoever_guesses_is_told_to_wait_and_a_right_code_is_checked_meanwhile() {
        String code = code(Gateway.id(CLERK.lookUp(fin(4_914), "ccu-car", "CHECK/5", null)));
        long before = checked();
        assertThat(IntStream.range(0, 40)
                        .mapToObj(i -> send("0000-0000-%04X".formatted(i)))
                        .filter(answer -> answer.statusCode() == 429
                                && answer.headers().firstValue("Retry-After").isPresent())
                        .count())
                .isPositive();
        assertThat(checked()).isEqualTo(before);
        assertThat(send(code).statusCode()).isEqualTo(200);
    }

    @Test
    @Tag("attack")
    void one_code_again_and_again_is_one_entry_of_the_chain() {
        String code = code(Gateway.id(CLERK.lookUp(fin(4_915), "ccu-car", "CHECK/6", null)));
        long before = checked();
        for (int i = 0; i < 20; i++) {
            assertThat(send(code).statusCode()).isEqualTo(200);
        }
        assertThat(checked() - before).isEqualTo(1);
    }
}
