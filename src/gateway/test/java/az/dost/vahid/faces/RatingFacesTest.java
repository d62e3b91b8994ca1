package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.JdbcTemplate;

/** A slip is rated at the running gateway by whoever holds it; its office's manager reads what was said. */
class RatingFacesTest {
    private static final Person CLERK = new Person("a.mammadova");
    private static final Person MANAGER = new Person("k.aliyev");
    private static final String OWN = "/v1/ratings/centres/own";

    private static String fin(int citizen) {
        return RunningVahid.get().population().fin(citizen);
    }

    /** As it stands on the slip. */
    private static String code(String dossier) {
        HttpResponse<byte[]> slip = CLERK.get("/v1/dossiers/" + dossier + "/slip");
        OpenApi.check("/v1/dossiers/{id}/slip", "get", slip);
        return Person.json(slip).path("ratingCode").asText();
    }

    /** By which the hot-line finds a slip. */
    private static String checkCode(String dossier) {
        String end = dossier.substring(24).toUpperCase();
        return end.substring(0, 4) + "-" + end.substring(4, 8) + "-" + end.substring(8);
    }

    /** One that comes at the wrong second for others is sent again. */
    private static HttpResponse<byte[]> rate(String code, int stars, String complaint, String... authorization) {
        ObjectNode body = Gateway.JSON.createObjectNode().put("code", code).put("stars", stars);
        if (complaint != null) {
            body.put("complaint", complaint);
        }
        Map<String, String> headers = authorization.length == 0
                ? Map.of("Content-Type", "application/json")
                : Map.of("Content-Type", "application/json", "Authorization", authorization[0]);
        HttpResponse<byte[]> answer = await().atMost(Duration.ofSeconds(30))
                .until(
                        () -> Gateway.send("POST", "/v1/ratings", body.toString(), headers),
                        one -> one.statusCode() != 429);
        OpenApi.check("/v1/ratings", "post", answer);
        return answer;
    }

    private static JsonNode own() {
        HttpResponse<byte[]> answer = MANAGER.get(OWN);
        OpenApi.check(OWN, "get", answer);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        return Person.json(answer);
    }

    @Test
    void whoever_holds_a_slip_rates_it_once_and_the_manager_reads_what_was_said() {
        String dossier = Gateway.id(CLERK.lookUp(fin(4_931), "ccu-car", "RATE/1", null));
        JsonNode before = own();
        HttpResponse<byte[]> said = rate(code(dossier), 2, "Bir saat gözlədim");
        assertThat(said.statusCode()).as(new String(said.body())).isEqualTo(201);
        JsonNode after = own();
        assertThat(after.at("/stars/1").asInt()).isEqualTo(before.at("/stars/1").asInt() + 1);
        assertThat(after.at("/complaints/0/text").asText()).isEqualTo("Bir saat gözlədim");
        assertThat(after.toString()).doesNotContain(dossier, "RATE/1", "a.mammadova", fin(4_931), "ccu-car");
        assertThat(rate(code(dossier), 5, null).statusCode()).isEqualTo(404);
        assertThat(own().path("stars")).isEqualTo(after.path("stars"));
    }

    @Test
    @Tag("attack")
    void a_used_code_and_one_that_there_is_not_look_alike() {
        String dossier = Gateway.id(CLERK.lookUp(fin(4_932), "ccu-car", "RATE/2", null));
        rate(code(dossier), 5, null);
        HttpResponse<byte[]> used = rate(code(dossier), 5, null);
        HttpResponse<byte[]> unknown = rate("88FD-6DAC-9199", 5, null);
        assertThat(used.statusCode()).isEqualTo(unknown.statusCode()).isEqualTo(404);
        assertThat(((ObjectNode) Person.json(used)).without("instance").toString())
                .isEqualTo(
                        ((ObjectNode) Person.json(unknown)).without("instance").toString());
        assertThat(used.headers().map().keySet())
                .isEqualTo(unknown.headers().map().keySet());
    }

    @Test
    @Tag("attack")
    void a_token_that_comes_with_it_is_not_looked_at() {
        String dossier = Gateway.id(CLERK.lookUp(fin(4_933), "ccu-car", "RATE/3", null));
        assertThat(rate(code(dossier), 3, null, "Bearer guess").statusCode()).isEqualTo(201);
    }

    @Test
    void a_system_hands_no_slip_out() {
        String dossier = Gateway.id(Gateway.lookUp("application/json"));
        assertThat(Person.code(CLERK.get("/v1/dossiers/" + dossier + "/slip"))).isEqualTo("DOSSIER_UNKNOWN");
    }

    @Test
    @Tag("attack")
    void what_clerks_operators_and_auditors_see_of_a_dossier_rates_no_slip() {
        String dossier = Gateway.id(CLERK.lookUp(fin(4_934), "ccu-car", "RATE/4", null));
        assertThat(rate(checkCode(dossier), 5, null).statusCode()).isEqualTo(404);
        assertThat(rate(code(dossier), 5, null).statusCode()).isEqualTo(201);
    }

    @Test
    @Tag("attack")
    void nobody_but_a_clerk_of_the_office_has_the_code_and_that_he_had_it_is_in_the_chain() {
        String dossier = Gateway.id(CLERK.lookUp(fin(4_935), "ccu-car", "RATE/5", null));
        String slip = "/v1/dossiers/" + dossier + "/slip";
        for (Person other :
                new Person[] {MANAGER, new Person("l.huseynova"), new Person("z.rzayeva"), new Person("r.ismayilov")}) {
            assertThat(Person.code(other.get(slip))).as(other.login()).isEqualTo("NOT_GRANTED");
        }
        assertThat(Gateway.send("GET", slip, null, Map.of("Authorization", Gateway.BEARER))
                        .statusCode())
                .as("a system")
                .isEqualTo(403);
        assertThat(CLERK.get("/v1/dossiers/" + dossier).headers().map().toString()
                        + new String(CLERK.get("/v1/dossiers/" + dossier).body()))
                .doesNotContain(code(dossier));
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForObject(
                                "select count(*) from audit where entry ->> 'act' = 'slip-printed' and entry ->> 'dossier' = ?"
                                        + " and entry ->> 'official' = 'a.mammadova'",
                                Integer.class,
                                dossier))
                .isEqualTo(1);
    }

    @Test
    @Tag("attack")
    void a_right_code_is_taken_while_somebody_guesses() {
        String code = code(Gateway.id(CLERK.lookUp(fin(4_936), "ccu-car", "RATE/6", null)));
        boolean waits = false;
        for (int i = 0; i < 40; i++) {
            waits |= guess("0000-0000-%04X".formatted(i)).statusCode() == 429;
        }
        assertThat(waits).isTrue();
        assertThat(guess(code).statusCode()).isEqualTo(201);
    }

    private static HttpResponse<byte[]> guess(String code) {
        return Gateway.send(
                "POST",
                "/v1/ratings",
                "{\"code\":\"" + code + "\",\"stars\":1}",
                Map.of("Content-Type", "application/json"));
    }

    @Test
    @Tag("attack")
    void whoever_tries_codes_is_told_to_wait_and_leaves_nothing_in_the_chain() {
        JdbcTemplate jdbc = RunningVahid.get().bean(JdbcTemplate.class);
        long before =
                jdbc.queryForObject("select count(*) from audit where entry ->> 'act' = 'slip-rated'", Long.class);
        long told = IntStream.range(0, 40)
                .mapToObj(i -> guess("0000-0000-%04X".formatted(i)))
                .filter(answer -> answer.statusCode() == 429
                        && answer.headers().firstValue("Retry-After").isPresent())
                .count();
        assertThat(told).isPositive();
        assertThat(jdbc.queryForObject("select count(*) from audit where entry ->> 'act' = 'slip-rated'", Long.class))
                .isEqualTo(before);
    }
}
