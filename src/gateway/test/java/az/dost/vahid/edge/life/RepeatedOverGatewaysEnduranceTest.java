package az.dost.vahid.edge.life;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.leak.LeakListener;
import az.dost.vahid.whole.RunningVahid;
import az.dost.vahid.whole.SeparateGateway;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * Two gateways on one database: a request that is sent to both, or to the other once the first was killed, comes to one
 * thing.
 */
@Tag("endurance")
class RepeatedOverGatewaysEnduranceTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int KEYS = 20;
    private final RunningVahid vahid = RunningVahid.get();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    private Path folder;

    private SeparateGateway gateway(String name, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.put("vahid.blobs", folder.resolve("blobs").toString());
        SeparateGateway gateway = new SeparateGateway(Files.createDirectories(folder.resolve(name)), vahid, settings);
        gateway.start();
        return gateway;
    }

    private HttpRequest request(SeparateGateway gateway, String service, String key) {
        String question = JSON.createObjectNode()
                .put("service", service)
                .put("caseRef", "TWICE/1")
                .put("official", "test.official")
                .put("deadlineMs", 20_000)
                .set(
                        "subject",
                        JSON.createObjectNode().put("fin", vahid.population().fin(11)))
                .toString();
        return HttpRequest.newBuilder(gateway.address("/v1/dossiers"))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer demo-dost-centre-1")
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", key)
                .POST(HttpRequest.BodyPublishers.ofString(question))
                .build();
    }

    private HttpResponse<String> ask(SeparateGateway gateway, String service, String key)
            throws IOException, InterruptedException {
        return http.send(request(gateway, service, key), HttpResponse.BodyHandlers.ofString());
    }

    private CompletableFuture<HttpResponse<String>> asking(SeparateGateway gateway, String service, String key) {
        return http.sendAsync(request(gateway, service, key), HttpResponse.BodyHandlers.ofString());
    }

    @Test
    @Timeout(600)
    void what_is_asked_of_both_comes_to_one_thing() throws Exception {
        try (SeparateGateway one = gateway("one", Map.of("vahid.misuse.rules", "classpath:misuse/rules.yaml"));
                SeparateGateway other = gateway(
                        "other",
                        Map.of(
                                "vahid.misuse.rules",
                                "classpath:misuse/rules.yaml",
                                "spring.datasource.url",
                                one.database()));
                HikariDataSource database = new HikariDataSource()) {
            database.setJdbcUrl(one.database());
            JdbcTemplate jdbc = new JdbcTemplate(database);
            inTheSameMoment(one, other, jdbc);
            afterAKill(one, other);
        }
        for (String name : new String[] {"one", "other"}) {
            LeakListener.log(folder.resolve(name).resolve("gateway.log"));
        }
    }

    private void inTheSameMoment(SeparateGateway one, SeparateGateway other, JdbcTemplate jdbc) {
        for (int i = 0; i < KEYS; i++) {
            String service = i % 2 == 0 ? "ccu-car" : "no-such-service";
            CompletableFuture<HttpResponse<String>> first = asking(one, service, "moment-" + i);
            CompletableFuture<HttpResponse<String>> second = asking(other, service, "moment-" + i);
            assertThat(first.join().statusCode()).isEqualTo(i % 2 == 0 ? 200 : 422);
            assertThat(second.join().body())
                    .as("key %d", i)
                    .isEqualTo(first.join().body());
            assertThat(second.join().headers().firstValue("Location"))
                    .isEqualTo(first.join().headers().firstValue("Location"));
        }
        assertThat(jdbc.queryForObject("select count(*) from dossier", Integer.class))
                .isEqualTo(KEYS / 2);
        assertThat(jdbc.queryForObject(
                        "select count(*) from audit where entry ->> 'code' = 'SERVICE_UNKNOWN'", Integer.class))
                .isEqualTo(KEYS / 2);
    }

    /**
     * Whether the kill came before or after the dossier was kept: the other gateway gives that one, or makes the only
     * one.
     */
    private void afterAKill(SeparateGateway one, SeparateGateway other) throws Exception {
        HttpResponse<String> answered = ask(one, "ccu-car", "before-the-kill");
        CompletableFuture<HttpResponse<String>> cut = asking(one, "ccu-car", "in-the-kill");
        one.kill();
        assertThat(ask(other, "ccu-car", "before-the-kill").body()).isEqualTo(answered.body());
        HttpResponse<String> repeated = ask(other, "ccu-car", "in-the-kill");
        assertThat(repeated.statusCode()).isEqualTo(200);
        assertThat(ask(other, "ccu-car", "in-the-kill").body()).isEqualTo(repeated.body());
        cut.exceptionally(fault -> null)
                .thenAccept(answer -> assertThat(answer == null || answer.body().equals(repeated.body()))
                        .isTrue())
                .join();
    }
}
