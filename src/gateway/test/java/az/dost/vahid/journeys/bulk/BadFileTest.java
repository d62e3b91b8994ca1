package az.dost.vahid.journeys.bulk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.whole.RunningVahid;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** Every bad bulk request gets its code, and leaves nothing. */
class BadFileTest {
    private final RunningVahid vahid = RunningVahid.get();

    private Office office(String token) {
        return new Office(
                () -> vahid.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class), token);
    }

    /** Every job of which there is anything. Rows are not counted: jobs of earlier tests still get results. */
    private List<UUID> kept() {
        return vahid.bean(JdbcTemplate.class)
                .queryForList(
                        "select id from bulk_job union select job from bulk_chunk"
                                + " union select job from bulk_result order by 1",
                        UUID.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "fin\n", "9QZ7TRX\n", "\u0000"})
    void a_file_that_is_none_leaves_nothing(String file) {
        List<UUID> before = kept();
        assertThat(Office.json(office("demo-dost-centre-1").csv(file))
                        .path("code")
                        .asText())
                .isEqualTo("BULK_FILE_INVALID");
        assertThat(kept()).isEqualTo(before);
    }

    @Test
    void a_file_that_breaks_off_leaves_nothing() {
        List<UUID> before = kept();
        assertThatThrownBy(() -> office("demo-dost-centre-1")
                        .send(
                                "POST",
                                "/v1/bulk",
                                BrokenStream::new,
                                Map.of("Content-Type", "text/csv", "Vahid-Terms", Office.TERMS)))
                .isInstanceOf(AssertionError.class);
        assertThat(kept()).isEqualTo(before);
    }

    /** Many rows, and then no end. */
    private static final class BrokenStream extends InputStream {
        private final InputStream rows =
                new ByteArrayInputStream(("fin\n" + "9QZ7TRX\n".repeat(50_000)).getBytes(StandardCharsets.US_ASCII));

        @Override
        public int read() throws IOException {
            int next = rows.read();
            if (next < 0) {
                throw new IOException("The line is dead");
            }
            return next;
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"GET /v1/bulk/", "DELETE /v1/bulk/", "GET /v1/bulk/%s/result", "GET /v1/bulk/%s/signature"})
    void another_requesters_job_is_told_apart_from_none_in_no_way(String call) {
        String[] parts = (call.contains("%s") ? call : call + "%s").split(" ");
        String id = Office.json(office("demo-dost-centre-1")
                        .csv("fin\n" + vahid.population().fin(11)))
                .path("bulkId")
                .asText();
        String others =
                withoutInstance(office("demo-dost-centre-2").send(parts[0], parts[1].formatted(id), null, Map.of()));
        assertThat(others).contains("\"BULK_UNKNOWN\"", "404");
        assertThat(withoutInstance(office("demo-dost-centre-2")
                        .send(parts[0], parts[1].formatted(UUID.randomUUID()), null, Map.of())))
                .isEqualTo(others);
        assertThat(withoutInstance(
                        office("demo-dost-centre-1").send(parts[0], parts[1].formatted("none"), null, Map.of())))
                .isEqualTo(others);
    }

    private static String withoutInstance(HttpResponse<byte[]> answer) {
        return answer.statusCode()
                + new String(answer.body(), StandardCharsets.UTF_8).replaceFirst("urn:uuid:[0-9a-f-]{36}", "");
    }

    @Test
    void a_key_gives_the_same_job_for_the_same_request_and_none_for_another() {
        Office office = office("demo-dost-centre-1");
        String key = UUID.randomUUID().toString();
        String file = "fin\n" + vahid.population().fin(12) + "\n";
        String first = Office.json(send(office, key, file)).path("bulkId").asText();
        List<UUID> kept = kept();
        HttpResponse<byte[]> again = send(office, key, file);
        assertThat(again.statusCode()).isEqualTo(202);
        assertThat(Office.json(again).path("bulkId").asText()).isEqualTo(first);
        assertThat(kept()).isEqualTo(kept);
        assertThat(Office.json(send(office, key, file + vahid.population().fin(13)))
                        .path("code")
                        .asText())
                .isEqualTo("IDEMPOTENCY_KEY_USED");
        assertThat(Office.json(send(office, "other-" + key, file))
                        .path("bulkId")
                        .asText())
                .isNotEqualTo(first);
    }

    private static HttpResponse<byte[]> send(Office office, String key, String file) {
        return office.send(
                "POST",
                "/v1/bulk",
                () -> new ByteArrayInputStream(file.getBytes(StandardCharsets.UTF_8)),
                Map.of("Content-Type", "text/csv", "Vahid-Terms", Office.TERMS, "Idempotency-Key", key));
    }
}
