package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import az.dost.vahid.whole.SeparateGateway;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Ten minutes of all floods that need no token, on a gateway with 512 MiB: a clerk beside them is served as ever, and
 * little is left of them.
 */
@Tag("attack")
@Tag("siege")
class SiegeTest {
    private static final Duration LENGTH = Duration.ofSeconds(Integer.getInteger("siege.seconds", 600));
    private static final int QUIET = 150;
    private static final int WARM = 60;
    private static final int PAUSE_MS = 100;
    /** Beside what the floods leave there are the clerk's own. */
    private static final int ROWS_A_MINUTE = 60;

    private static final int OFFICIALS = 50;
    private final RunningVahid vahid = RunningVahid.get();
    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private int asked;

    @TempDir
    private Path folder;

    @Test
    @Timeout(1_200)
    void the_clerk_is_served_and_little_is_left_of_the_floods() throws Exception {
        try (SeparateGateway gateway = new SeparateGateway(folder, vahid, Map.of(), List.of("-Xmx512m"))) {
            gateway.start();
            times(gateway, WARM);
            long quiet = median(times(gateway, QUIET));
            long before = rows(gateway);
            List<Long> besieged = new ArrayList<>();
            Map<String, ?> tried;
            try (Floods floods = new Floods(gateway.port())) {
                for (Instant end = Instant.now().plus(LENGTH); Instant.now().isBefore(end); ) {
                    besieged.addAll(times(gateway, 1));
                }
                tried = floods.tried();
            }
            long rows = rows(gateway) - before;
            System.out.printf(
                    "%d s of floods: %s%nclerk: median %d us quiet, %d us besieged, %d us at most, %d lookups; %d rows of strangers%n",
                    LENGTH.toSeconds(),
                    tried,
                    quiet,
                    median(besieged),
                    besieged.stream().mapToLong(time -> time).max().orElse(0),
                    besieged.size(),
                    rows);
            assertThat(gateway.lives()).isTrue();
            assertThat(Files.readString(gateway.log())).doesNotContain("OutOfMemoryError");
            assertThat(rows).isLessThan(ROWS_A_MINUTE * (LENGTH.toMinutes() + 2));
            assertThat(median(besieged)).isLessThanOrEqualTo(2 * quiet);
        }
    }

    /** Microseconds of each lookup, of which every one must be answered. */
    private List<Long> times(SeparateGateway gateway, int lookups) throws IOException, InterruptedException {
        List<Long> times = new ArrayList<>();
        for (int i = 0; i < lookups; i++) {
            ObjectNode question = new ObjectMapper()
                    .createObjectNode()
                    .put("service", "ccu-intake")
                    .put("caseRef", "SIEGE/" + asked)
                    .put("official", "siege." + asked % OFFICIALS)
                    .put("deadlineMs", 20_000);
            question.putObject("subject").put("fin", vahid.population().fin(asked++ % 4_000));
            HttpRequest request = HttpRequest.newBuilder(gateway.address("/v1/dossiers"))
                    .timeout(Duration.ofSeconds(60))
                    .header("Authorization", "Bearer demo-dost-centre-1")
                    .header("Content-Type", "application/json")
                    .POST(BodyPublishers.ofString(question.toString()))
                    .build();
            long began = System.nanoTime();
            HttpResponse<String> answer = http.send(request, BodyHandlers.ofString());
            times.add((System.nanoTime() - began) / 1_000);
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            Thread.sleep(PAUSE_MS);
        }
        return times;
    }

    private static long median(List<Long> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** Refusals of whom nobody knows. */
    private static long rows(SeparateGateway gateway) {
        return new JdbcTemplate(new DriverManagerDataSource(gateway.database()))
                .queryForObject(
                        "select count(*) from audit where entry ->> 'requester' is null"
                                + " and (entry ->> 'kind' = 'REFUSAL' or entry ->> 'act' = 'exchange-refused')",
                        Long.class);
    }
}
