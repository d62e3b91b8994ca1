package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** All turns are taken by others. */
class CrowdedGatewayTest {
    private final RunningVahid vahid = RunningVahid.get();

    @Test
    void a_lookup_that_gets_no_turn_in_time_is_refused_and_told_when_to_come_again() throws Exception {
        ConcurrencyLimit limit = vahid.bean(ConcurrencyLimit.class);
        int most = vahid.bean(Environment.class).getRequiredProperty("vahid.max-lookups", Integer.class);
        int taken = 0;
        try {
            for (; taken < most; taken++) {
                limit.enter(TimeUnit.SECONDS.toNanos(20));
            }
            HttpResponse<String> refused = lookUp(900);
            assertThat(refused.statusCode()).isEqualTo(503);
            assertThat(refused.body()).contains("\"OVERLOADED\"");
            assertThat(refused.headers().firstValue("Retry-After")).hasValue("1");
        } finally {
            for (; taken > 0; taken--) {
                limit.leave();
            }
        }
        assertThat(lookUp(20_000).statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> lookUp(int deadlineMs) throws Exception {
        String port = vahid.bean(Environment.class).getRequiredProperty("local.server.port");
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/dossiers"))
                                .header("Authorization", "Bearer demo-dost-centre-1")
                                .header("Content-Type", "application/json")
                                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"service": "ccu-car", "caseRef": "CROWD/1", "official": "test.official", "deadlineMs": %d, "subject": {"fin": "%s"}}""".formatted(
                                                deadlineMs, vahid.population().fin(7))))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
