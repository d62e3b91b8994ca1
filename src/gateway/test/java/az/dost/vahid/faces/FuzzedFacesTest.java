package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.jms.TextMessage;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Mutilated requests at the running gateway, over every face: each is answered, none with a fault of ours. */
class FuzzedFacesTest {
    private static final int TRIES = 250;
    private static LogWatch log;

    @BeforeAll
    static void watch() {
        RunningVahid.get();
        log = new LogWatch();
    }

    @AfterAll
    static void nothingWasLoggedAsOurFault() {
        log.close();
        assertThat(log.lines()).filteredOn(line -> line.contains("Exception")).isEmpty();
    }

    /** Of a service that is refused, so that what is left sound costs no agency a call. */
    private static ObjectNode request() {
        return Gateway.request().put("service", "no-such-service");
    }

    private static void answered(HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).isBetween(200, 499);
        assertThat(new String(answer.body(), StandardCharsets.UTF_8)).doesNotContain("Exception", "\tat ", "INTERNAL");
    }

    @Test
    void overRest() {
        Map<String, String> headers = Map.of("Authorization", Gateway.BEARER, "Content-Type", "application/json");
        Fuzz.of(List.of(request().toString().getBytes(StandardCharsets.UTF_8)), TRIES)
                .read(input -> answered(Gateway.sendBytes("POST", "/v1/dossiers", input, headers)));
    }

    @Test
    void ofACitizen() {
        Map<String, String> headers =
                Map.of("Authorization", "Bearer " + Portal.of(4_990).token(), "Content-Type", "application/json");
        Fuzz.of(List.of("{\"fact\":\"noSuchFact\",\"claim\":\"x\"}".getBytes(StandardCharsets.UTF_8)), TRIES)
                .read(input -> answered(Gateway.sendBytes("POST", "/v1/citizens/me/corrections", input, headers)));
    }

    @Test
    void overSoap() {
        Map<String, String> headers =
                Map.of("Authorization", Gateway.BEARER, "Content-Type", "text/xml; charset=utf-8");
        Fuzz.of(List.of(Soap.envelope(request()).getBytes(StandardCharsets.UTF_8)), TRIES)
                .read(input -> {
                    HttpResponse<byte[]> answer = Gateway.sendBytes("POST", Soap.ADDRESS, input, headers);
                    String text = new String(answer.body(), StandardCharsets.UTF_8);
                    assertThat(answer.statusCode()).isIn(200, 500);
                    assertThat(text).contains("Envelope").doesNotContain("Exception", "\tat ", "INTERNAL");
                });
    }

    @Test
    void byMessage() throws Exception {
        try (Messages messages = new Messages()) {
            Fuzz.of(List.of(request().toString().getBytes(StandardCharsets.UTF_8)), TRIES / 5)
                    .read(input -> {
                        TextMessage answer = messages.ask(new String(input, StandardCharsets.UTF_8));
                        assertThat(answer).isNotNull();
                        JsonNode problem = Gateway.JSON.readTree(answer.getText());
                        assertThat(problem.path("status").asInt()).isBetween(400, 499);
                    });
        }
    }
}
