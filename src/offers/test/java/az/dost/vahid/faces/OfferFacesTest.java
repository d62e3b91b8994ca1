package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.offers.RightsSystem;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.simulation.GivenSimulation;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every bad request at the faces of offers gets its problem, and nobody comes in who may not. */
@Tag("attack")
class OfferFacesTest {
    private static final Path FOLDER = Path.of("src/offers/test/resources/faces/bad-requests");
    private static final Map<String, String> GIVEN = new ConcurrentHashMap<>();
    private final RightsSystem system = RightsSystem.get();

    static Stream<BadRequest> requests() {
        return BadRequest.of(FOLDER, "offers");
    }

    private String given(String name) {
        return name == null
                ? null
                : GIVEN.computeIfAbsent(name, wanted -> {
                    if (wanted.equals("an excluded offer")) {
                        String fin = Given.CITIZEN.fin();
                        String other = system.planted(fin, "old-age-pension");
                        system.citizen(fin, "POST", "/v1/citizens/me/rights/" + other + "/acceptance", "");
                        return system.planted(fin, "disability-pension");
                    }
                    if (wanted.equals("an order under the key used")) {
                        system.look("used", Given.CITIZEN.fin());
                        return "used";
                    }
                    if (wanted.contains("simulation")) {
                        return switch (wanted) {
                            case "a refused simulation" -> GivenSimulation.refused();
                            case "a simulation of the auditor" -> GivenSimulation.askedBy("z.rzayeva");
                            default -> GivenSimulation.askedBy("g.ahmadova");
                        };
                    }
                    RightsSystem.Mother mother = system.offered();
                    String id = system.offer(mother);
                    if (!wanted.equals("an open offer")) {
                        system.citizen(mother.fin(), "POST", "/v1/citizens/me/rights/" + id + "/acceptance", "");
                    }
                    return switch (wanted) {
                        case "a dossier of an accepted offer" -> id + "/dossiers/" + system.dossier(id);
                        case "an expired dossier of an accepted offer" ->
                            id + "/dossiers/" + system.expired(system.dossier(id));
                        default -> id;
                    };
                });
    }

    @ParameterizedTest
    @MethodSource("requests")
    void gets_its_problem(BadRequest request) throws Exception {
        String given = given(request.given());
        HttpResponse<byte[]> answer = Gateway.send(
                request.method(),
                request.path(given),
                request.method().equals("GET") ? null : request.body(given),
                request.headers());
        String body = new String(answer.body(), StandardCharsets.UTF_8);
        JsonNode problem = Gateway.JSON.readTree(body);
        assertThat(problem.path("code").asText()).as(body).isEqualTo(request.code());
        assertThat(problem.path("field").textValue()).isEqualTo(request.field());
        assertThat(answer.statusCode()).isEqualTo(request.status());
        OpenApi.of("offers").checkProblem(answer);
        assertThat(body).doesNotContain(BadRequest.FIN, "Exception");
    }

    @Test
    void every_code_that_bad_input_can_get_has_a_case() {
        assertThat(requests().map(BadRequest::code).distinct())
                .containsExactlyInAnyOrderElementsOf(OpenApi.of("offers").problems().stream()
                        .filter(code -> ProblemCode.valueOf(code).status() < 500
                                && ProblemCode.valueOf(code) != ProblemCode.TOO_MANY_REQUESTS)
                        .toList());
    }

    /** People who log in have roles, and none of them opens an address of offers; one who had one has none any more. */
    @Test
    void no_role_opens_an_address_of_offers() {
        for (String person :
                List.of("a.mammadova", "k.aliyev", "r.ismayilov", "s.karimova", "t.babayev", "g.ahmadova")) {
            Map<String, String> headers = Map.of("Authorization", "Bearer " + new Person(person).token());
            assertThat(Gateway.send("GET", "/v1/offers", null, headers).statusCode())
                    .as(person)
                    .isEqualTo(403);
            assertThat(Gateway.send("GET", "/v1/citizens/me/rights", null, headers)
                            .statusCode())
                    .as(person)
                    .isEqualTo(403);
        }
    }

    /** Neither by its own name at a face, nor by a grant of all services. */
    @Test
    void nobody_outside_asks_for_a_purpose_of_the_bus_itself() throws Exception {
        HttpResponse<byte[]> answer = Gateway.post(
                Gateway.request().put("service", "proactive:birth-allowance").toString(),
                Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json"));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(Gateway.JSON.readTree(answer.body()).path("field").asText()).isEqualTo("service");
    }
}
