package az.dost.vahid.demo;

import az.dost.vahid.json.Json;
import az.dost.vahid.mock.population.Personas;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;

/**
 * What people of the demonstration have done before anybody looks: slips that were rated, and a rollout that waits for
 * a second operator.
 */
final class PlayedActs {
    private static final String SERVICE = "ccu-car";
    private static final List<Personas> PERSONAS = List.of(Personas.values());
    private static final List<Integer> STARS = List.of(5, 4, 5, 3, 5, 2, 4, 5);
    private static final String COMPLAINT = "Bir saat növbə gözlədim";
    /** Ratings of strangers are taken a few a second. */
    private static final int TRIES = 10;

    private static final long PAUSE_MS = 1_000;
    private static final int TOO_MANY = 429;
    private final DemoCaller clerk;
    private final DemoCaller operator;
    private final String agency;

    /**
     * @param operator at the operators' port
     * @param agency that is to be asked for comparison only
     */
    PlayedActs(DemoCaller clerk, DemoCaller operator, String agency) {
        this.clerk = clerk;
        this.operator = operator;
        this.agency = agency;
    }

    void play() throws IOException, InterruptedException {
        for (int i = 0; i < STARS.size(); i++) {
            Personas persona = PERSONAS.get(i % PERSONAS.size());
            String dossier = DemoCaller.json(
                            clerk.lookUp(DemoCaller.question(persona.fin(), SERVICE, "COMPUTED/RATED/" + i, null)))
                    .path("dossierId")
                    .asText();
            String code = DemoCaller.json(clerk.get("/v1/dossiers/" + dossier + "/slip"))
                    .path("ratingCode")
                    .asText();
            ObjectNode rating =
                    Json.mapper().createObjectNode().put("code", code).put("stars", STARS.get(i));
            rate(STARS.get(i) < 3 ? rating.put("complaint", COMPLAINT) : rating);
        }
        operator.post(
                "/v1/operations/rollouts/proposals",
                Json.mapper()
                        .createObjectNode()
                        .put("agency", agency)
                        .put("use", "shadow")
                        .put("because", "Computed: a new certificate is tried beside the one in use"),
                "Idempotency-Key",
                UUID.randomUUID().toString());
    }

    private void rate(ObjectNode rating) throws IOException, InterruptedException {
        HttpResponse<byte[]> answer = clerk.post("/v1/ratings", rating);
        for (int i = 0; i < TRIES && answer.statusCode() == TOO_MANY; i++) {
            Thread.sleep(PAUSE_MS);
            answer = clerk.post("/v1/ratings", rating);
        }
    }
}
