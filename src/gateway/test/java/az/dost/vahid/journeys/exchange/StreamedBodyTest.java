package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies pass in blocks; none becomes complete that should not. */
class StreamedBodyTest {
    private static final long LENGTH = 8 << 20;
    private final RunningExchange exchange = RunningExchange.get();

    @ParameterizedTest
    @ValueSource(longs = {1, 32 * 1024 - 1, 32 * 1024, 32 * 1024 + 1, 64 * 1024, LENGTH})
    void a_body_of_any_length_passes_both_ways_and_is_recorded_by_digest(long length) {
        exchange.provider.answer("/base/large", (http, request) -> {
            http.sendResponseHeaders(200, 0);
            new Generated(request.length()).transferTo(http.getResponseBody());
        });
        String id = UUID.randomUUID().toString();
        Generated sent = new Generated(length);
        HttpResponse<byte[]> answer = RunningExchange.send(
                exchange.call("/echo/large")
                        .header("X-Road-Id", id)
                        .POST(RunningExchange.chunked(() -> sent))
                        .build(),
                HttpResponse.BodyHandlers.ofByteArray());
        byte[] digest = Generated.sha512Of(length);
        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat((long) answer.body().length).isEqualTo(length);
        Map<String, Object> row = exchange.record(id);
        assertThat(row)
                .containsEntry("request_bytes", length)
                .containsEntry("response_bytes", length)
                .containsEntry("outcome", "PASSED");
        assertThat((byte[]) row.get("request_digest")).isEqualTo(digest);
        assertThat((byte[]) row.get("response_digest")).isEqualTo(digest);
        int bodies = exchange.database()
                .queryForObject(
                        "select count(*) from exchange_message where exchange = ? and part like '%body'",
                        Integer.class, row.get("id"));
        assertThat(bodies).as("bodies kept: up to 256 KiB").isEqualTo(length <= 262_144 ? 2 : 0);
    }

    @ParameterizedTest
    @ValueSource(longs = {10, LENGTH})
    void a_body_that_is_not_what_its_digest_says_is_not_delivered(long length) {
        exchange.provider.received.clear();
        String id = UUID.randomUUID().toString();
        String wrong = Base64.getEncoder().encodeToString(Generated.sha512Of(length - 1));
        HttpResponse<String> answer = RunningExchange.send(exchange.call("/echo")
                .header("X-Road-Id", id)
                .header("Content-Digest", "sha-512=:" + wrong + ":")
                .POST(RunningExchange.chunked(() -> new Generated(length))));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertThat(answer.headers().firstValue("X-Road-Error")).contains("client.invalid_signature_value");
        assertThat(exchange.provider.received).isEmpty();
        assertThat(exchange.record(id)).containsEntry("outcome", "INVALID_SIGNATURE_VALUE");
    }

    @Test
    void a_body_that_is_what_its_digest_says_passes() {
        String right = Base64.getEncoder().encodeToString(Generated.sha512Of(LENGTH));
        assertThat(RunningExchange.send(exchange.call("/echo")
                                .header("Content-Digest", "sha-512=:" + right + ":")
                                .POST(RunningExchange.chunked(() -> new Generated(LENGTH))))
                        .statusCode())
                .isEqualTo(200);
    }

    @Test
    void an_answer_that_the_provider_breaks_off_is_broken_off_for_the_client_too() {
        exchange.provider.answer("/base/half", (http, request) -> {
            http.sendResponseHeaders(200, LENGTH);
            new Generated(LENGTH / 2).transferTo(http.getResponseBody());
            http.getResponseBody().flush();
        });
        String id = UUID.randomUUID().toString();
        HttpRequest request =
                exchange.call("/echo/half").header("X-Road-Id", id).build();
        assertThatThrownBy(() -> RunningExchange.send(request, HttpResponse.BodyHandlers.ofByteArray()))
                .isInstanceOf(UncheckedIOException.class)
                .hasCauseInstanceOf(IOException.class);
        Awaitility.await().untilAsserted(() -> assertThat(exchange.record(id)).containsEntry("outcome", "BROKEN_OFF"));
    }

    @Test
    void a_client_that_breaks_off_leaves_the_provider_without_a_whole_body() {
        exchange.provider.received.clear();
        String id = UUID.randomUUID().toString();
        HttpRequest request = exchange.call("/echo")
                .header("X-Road-Id", id)
                .POST(RunningExchange.chunked(() -> new Gone()))
                .build();
        assertThatThrownBy(() -> RunningExchange.send(request, HttpResponse.BodyHandlers.ofString()));
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(exchange.record(id).get("outcome")).isIn("INCOMPLETE_REQUEST", "BROKEN_OFF"));
        assertThat(exchange.provider.received).isEmpty();
    }

    /** Breaks off in the middle. */
    private static final class Gone extends InputStream {
        private final Generated bytes = new Generated(LENGTH / 2);

        @Override
        public int read() throws IOException {
            throw new IOException("gone");
        }

        @Override
        public int read(byte[] to, int offset, int most) throws IOException {
            int read = bytes.read(to, offset, most);
            return read < 0 ? read() : read;
        }
    }
}
