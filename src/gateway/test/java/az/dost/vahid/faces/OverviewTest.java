package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.journeys.operations.AgencyMinutes;
import az.dost.vahid.journeys.operations.AgencyTiles;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How agencies and gateways are, as operators see it. */
class OverviewTest {
    private static final String OVERVIEW = "/v1/operations/overview";
    private static final String HISTORY = "/v1/operations/agencies/{id}/history";
    /** One that the service of {@link Gateway#lookUp} asks. */
    private static final String ASKED = "identity-register";

    private final RunningVahid gateway = RunningVahid.get();

    private static JsonNode overview() {
        HttpResponse<byte[]> answer = Operators.get(OVERVIEW, Operators.LOOKS);
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check(OVERVIEW, "get", answer);
        return Operators.json(answer);
    }

    private static JsonNode tile(String agency) {
        for (JsonNode tile : overview().path("agencies")) {
            if (tile.path("agency").asText().equals(agency)) {
                return tile;
            }
        }
        throw new AssertionError(agency);
    }

    @Test
    void has_a_tile_for_each_agency_and_this_gateway() {
        JsonNode overview = overview();
        assertThat(overview.path("agencies").findValuesAsText("agency"))
                .containsExactlyInAnyOrderElementsOf(
                        gateway.connectors().stream().map(Connector::id).toList());
        assertThat(overview.path("gateways")).hasSize(1);
        assertThat(overview.at("/gateways/0/ready").asBoolean()).isTrue();
        assertThat(overview.at("/database/state").asText()).isEqualTo("UP");
        assertThat(overview.at("/broker/state").asText()).isEqualTo("UP");
    }

    @Test
    void what_lookups_came_to_is_counted_without_a_question_to_anybody() {
        assertThat(Gateway.lookUp("application/json").statusCode()).isEqualTo(200);
        gateway.bean(AgencyMinutes.class).keep();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> tile(ASKED).path("asked").asInt() > 0);
        // What state that is depends on the machine, and on the faults that tests before have set.
        assertThat(tile(ASKED).path("answeredShare").asDouble()).isPositive();
        assertThat(tile(ASKED).path("breakers")).hasSize(1);
    }

    @Test
    void an_agency_that_was_asked_has_its_last_six_hours_in_quarters() {
        // Asked anew at each try: a quarter of an hour may end between question and reading.
        Awaitility.await().atMost(Duration.ofSeconds(40)).until(() -> {
            assertThat(Gateway.lookUp("application/json").statusCode()).isEqualTo(200);
            gateway.bean(AgencyMinutes.class).keep();
            return tile(ASKED).at("/recent/asked/23").asInt() > 0;
        });
        assertThat(tile(ASKED).at("/recent/seconds").asInt()).isEqualTo(900);
        assertThat(tile(ASKED).at("/recent/answered")).hasSize(24);
    }

    @Test
    void since_when_an_agency_is_so_stays_as_it_was_written_down() {
        gateway.bean(AgencyTiles.class).keep();
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> {
            String since = tile("migration").path("since").asText();
            Thread.sleep(1_100);
            return since.equals(tile("migration").path("since").asText());
        });
    }

    @Test
    void an_agency_that_leaves_files_tells_the_age_of_its_newest() {
        gateway.bean(az.dost.vahid.figures.Figures.class).measure();
        Awaitility.await()
                .atMost(Duration.ofSeconds(20))
                .until(() -> tile("defence").has("snapshotAgeSeconds"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"HOUR", "DAY"})
    void has_the_history_of_an_agency(String period) {
        HttpResponse<byte[]> answer =
                Operators.get("/v1/operations/agencies/tax/history?period=" + period, Operators.LOOKS);
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check(HISTORY, "get", answer);
        assertThat(Operators.json(answer).path("points")).hasSize(period.equals("HOUR") ? 60 : 288);
    }

    @Test
    void an_agency_that_there_is_not_has_no_history() {
        HttpResponse<byte[]> answer = Operators.get("/v1/operations/agencies/no-agency/history", Operators.LOOKS);
        assertThat(answer.statusCode()).isEqualTo(404);
        OpenApi.check(HISTORY, "get", answer);
    }

    @Test
    void a_period_that_there_is_not_is_named() {
        HttpResponse<byte[]> answer = Operators.get("/v1/operations/agencies/tax/history?period=YEAR", Operators.LOOKS);
        assertThat(Operators.json(answer).path("code").asText()).isEqualTo("FIELD_INVALID");
        assertThat(Operators.json(answer).path("field").asText()).isEqualTo("period");
    }

    @ParameterizedTest
    @ValueSource(strings = {OVERVIEW, "/v1/operations/agencies/tax/history"})
    void nobody_sees_it_without_the_grant(String path) {
        assertThat(Operators.get(path, Gateway.BEARER).statusCode()).isEqualTo(403);
        assertThat(Operators.get(path, "Bearer nobody").statusCode()).isEqualTo(401);
    }

    @Test
    void there_is_nothing_of_it_at_the_port_of_callers() {
        List.of(Operators.ACTS, Operators.LOOKS)
                .forEach(bearer -> assertThat(
                                Gateway.send("GET", OVERVIEW, null, java.util.Map.of("Authorization", bearer))
                                        .statusCode())
                        .isEqualTo(404));
    }
}
