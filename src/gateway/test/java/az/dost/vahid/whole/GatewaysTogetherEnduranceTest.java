package az.dost.vahid.whole;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.signature.key.EncryptionKey;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/** Two whole gateways on one database: what they share, and who does not join them. */
@Tag("endurance")
@Tag("cluster")
class GatewaysTogetherEnduranceTest {
    private static final int PER_SECOND = 20;
    private static final int SECONDS = 6;
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    @TempDir
    Path folder;

    private final List<SeparateGateway> gateways = new ArrayList<>();

    /** Requests of one requester, at all gateways in turn, that were not refused as too many within the time. */
    private long passed() throws Exception {
        long passed = 0;
        int turn = 0;
        for (long end = System.nanoTime() + Duration.ofSeconds(SECONDS).toNanos(); System.nanoTime() < end; ) {
            URI address = gateways.get(turn++ % gateways.size()).address("/v1/dossiers/" + UUID.randomUUID());
            int status = HTTP.send(
                            HttpRequest.newBuilder(address)
                                    .header("Authorization", "Bearer demo-dost-centre-1")
                                    .timeout(Duration.ofSeconds(30))
                                    .build(),
                            HttpResponse.BodyHandlers.discarding())
                    .statusCode();
            passed += status == 429 ? 0 : 1;
        }
        return passed;
    }

    private SeparateGateway gateway(String name, String database, Map<String, String> more) throws IOException {
        Map<String, String> settings = new HashMap<>(more);
        settings.putAll(Map.of(
                "vahid.member.name",
                name,
                "vahid.limits.requesters.dost-centre-1.per-second",
                String.valueOf(PER_SECOND),
                "vahid.limits.requesters.dost-centre-1.at-once",
                "20",
                "vahid.blobs",
                folder.resolve("blobs").toString()));
        if (database != null) {
            settings.put("spring.datasource.url", database);
        }
        return new SeparateGateway(Files.createDirectory(folder.resolve(name)), RunningVahid.get(), settings);
    }

    @Test
    void a_requester_has_one_limit_however_many_gateways_there_are_and_a_wrong_key_does_not_join() throws Exception {
        SeparateGateway one = gateway("one", null, Map.of());
        gateways.add(one);
        try (one;
                SeparateGateway two = gateway("two", one.database(), Map.of())) {
            one.start();
            assertThat(passed()).isBetween(PER_SECOND * SECONDS / 2L, PER_SECOND * (SECONDS + 1L) * 11 / 10);
            two.start();
            gateways.add(two);
            JdbcTemplate jdbc = new JdbcTemplate(new DriverManagerDataSource(one.database()));
            assertThat(jdbc.queryForList(
                            "select name from member where lease_until > now() order by name", String.class))
                    .containsExactly("one", "two");
            assertThat(passed()).isBetween(PER_SECOND * SECONDS / 2L, PER_SECOND * (SECONDS + 1L) * 11 / 10);

            Path other = Files.writeString(
                    folder.resolve("other.key"), Base64.getEncoder().encodeToString(EncryptionKey.random()));
            try (SeparateGateway wrong =
                    gateway("wrong", one.database(), Map.of("vahid.person-key", other.toString()))) {
                assertThatThrownBy(wrong::start).isInstanceOf(IllegalStateException.class);
                assertThat(Files.readAllLines(wrong.log()))
                        .filteredOn(line -> line.startsWith("Vahid cannot start"))
                        .singleElement()
                        .asString()
                        .contains("vahid.person-key");
            }
            assertThat(jdbc.queryForList(
                            "select name from member where lease_until > now() order by name", String.class))
                    .containsExactly("one", "two");

            two.kill();
            gateways.remove(two);
            Awaitility.await()
                    .atMost(Duration.ofSeconds(60))
                    .until(() ->
                            jdbc.queryForObject("select count(*) from member where lease_until > now()", Integer.class)
                                    == 1);
        }
    }
}
