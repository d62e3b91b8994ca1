package az.dost.vahid.lookup;

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
    void a_lookup_waits_until_there_is_one_turn_more() throws Exception {
        ConcurrencyLimit limit = vahid.bean(ConcurrencyLimit.class);
        int before = limit.limit();
        int taken = 0;
        try {
            for (; taken < before; taken++) {
                limit.enter(TimeUnit.SECONDS.toNanos(20));
            }
            assertThat(lookUp().statusCode()).isEqualTo(200);
            assertThat(limit.limit()).isGreaterThan(before);
        } finally {
            for (; taken > 0; taken--) {
                limit.leave();
            }
        }
    }

    private HttpResponse<String> lookUp() throws Exception {
        String port = vahid.bean(Environment.class).getRequiredProperty("local.server.port");
        return HttpClient.newHttpClient().send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/dossiers"))
                .header("Authorization", "Bearer demo-dost-centre-1").header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("""
                        {"service": "ccu-car", "caseRef": "CROWD/1", "official": "test.official", "deadlineMs": 20000, "subject": {"fin": "%s"}}"""
                        .formatted(vahid.population().fin(7)))).build(), HttpResponse.BodyHandlers.ofString());
    }
}
