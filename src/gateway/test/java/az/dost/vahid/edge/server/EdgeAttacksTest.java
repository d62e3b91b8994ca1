package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What the running gateway answers, byte for byte, to requests that no client of good will sends. */
@Tag("attack")
class EdgeAttacksTest {
    private static final int WAIT_MS = 30_000;
    /** More than there are workers. */
    private static final int SLOW = 300;

    private static final String HEALTH = "GET /actuator/health HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n";
    private static final String CONTINUE = "HTTP/1.1 100 Continue\r\n\r\n";
    private static final String EVENT =
            "POST /v1/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer token-other\r\n"
                    + "Content-Type: application/cloudevents+json\r\n";
    private final EdgeGateway gateway = EdgeGateway.get();

    static List<Arguments> requests() throws IOException {
        List<Arguments> requests = new ArrayList<>();
        for (JsonNode request : new YAMLMapper()
                .readTree(
                        Path.of("src/gateway/test/resources/edge/requests.yaml").toFile())) {
            requests.add(Arguments.of(request.path("name").asText(), request));
        }
        return requests;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("requests")
    void a_hostile_request_gets_one_answer_and_no_second_request_is_read_out_of_it(String name, JsonNode request)
            throws IOException {
        try (Socket socket = connect()) {
            write(socket, request.path("raw").asText());
            socket.shutdownOutput();
            String answer = new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
            assertThat(answer).startsWith("HTTP/1.1 " + request.path("status").asInt() + " ");
            assertThat(answer.split("HTTP/1.1 ", -1)).as("answers").hasSize(2);
            assertThat(answer).doesNotContain("Set-Cookie", "Exception", "\tat ", "Server: ", "Jetty", "<html");
            if (request.has("code")) {
                assertThat(answer)
                        .contains("application/problem+json")
                        .contains("\"code\":\"" + request.path("code").asText() + "\"");
            }
        }
    }

    @Test
    void a_head_that_is_too_long_is_refused() throws IOException {
        assertThat(send("GET /v1/keys HTTP/1.1\r\nHost: a\r\nX: " + "a".repeat(40_000) + "\r\n\r\n"))
                .matches("(?s)|HTTP/1.1 (400|431) .*");
        assertThat(send("GET /v1/keys HTTP/1.1\r\nHost: a\r\n" + "X: a\r\n".repeat(400) + "\r\n"))
                .matches("(?s)|HTTP/1.1 (400|431) .*");
        assertThat(send(HEALTH)).startsWith("HTTP/1.1 200 ");
    }

    @Test
    void slow_heads_and_bodies_hold_no_worker_and_end() throws Exception {
        List<Socket> slow = new ArrayList<>();
        try {
            for (int i = 0; i < SLOW; i++) {
                Socket socket = connect();
                write(
                        socket,
                        "POST /v1/dossiers HTTP/1.1\r\nHost: a\r\nContent-Type: application/json\r\nContent-Length: 500\r\n"
                                + (i % 4 == 0 ? "Expect: 100-continue\r\n" : "") + (i % 4 == 1 ? "" : "\r\n{"));
                slow.add(socket);
            }
            // Others are served all the same.
            assertThat(send(HEALTH)).startsWith("HTTP/1.1 200 ");
            for (Socket socket : slow) {
                Awaitility.await().pollDelay(Duration.ZERO).until(() -> ended(socket));
            }
        } finally {
            for (Socket socket : slow) {
                socket.close();
            }
        }
    }

    /** One byte now and then does not keep it alive. */
    private static boolean ended(Socket socket) throws IOException {
        try {
            socket.setSoTimeout(100);
            write(socket, " ");
            while (true) {
                if (socket.getInputStream().read() < 0) {
                    return true;
                }
            }
        } catch (java.net.SocketTimeoutException e) {
            return false;
        } catch (IOException e) {
            return true;
        }
    }

    @Test
    void who_asks_whether_to_send_the_body_is_told_to() throws IOException {
        try (Socket socket = connect()) {
            write(socket, EVENT + "Content-Length: 2\r\nExpect: 100-continue\r\n\r\n");
            assertThat(socket.getInputStream().readNBytes(CONTINUE.length()))
                    .asString(StandardCharsets.US_ASCII)
                    .isEqualTo(CONTINUE);
            write(socket, "{}");
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("FIELD_MISSING");
        }
    }

    @Test
    void a_body_in_pieces_is_read_as_one() throws Exception {
        try (Socket socket = connect()) {
            write(socket, EVENT + "Transfer-Encoding: chunked\r\n\r\n");
            for (String piece : "1\r\n{\r\n|1\r|\n}|\r\n0\r\n|\r\n".split("[|]")) {
                write(socket, piece);
                Thread.sleep(20);
            }
            assertThat(new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8))
                    .startsWith("HTTP/1.1 400 ")
                    .contains("FIELD_MISSING");
        }
    }

    @Test
    void a_body_longer_than_is_awaited_streams_to_whoever_refuses_it() {
        String answer = send(EVENT + "Content-Length: 200000\r\n\r\n" + " ".repeat(200_000));
        assertThat(answer).startsWith("HTTP/1.1 413 ").contains("REQUEST_TOO_LARGE");
    }

    @Test
    void requests_sent_together_are_answered_one_after_the_other() {
        String answer = send(EVENT.replace("Connection: close\r\n", "") + "Content-Length: 2\r\n\r\n{}" + HEALTH);
        assertThat(answer).startsWith("HTTP/1.1 400 ");
        assertThat(answer.substring(answer.indexOf("FIELD_MISSING"))).contains("HTTP/1.1 200 ");
    }

    @Test
    void who_guesses_tokens_is_told_to_wait_and_the_others_are_served() {
        Awaitility.await().untilAsserted(() -> {
            String answer = "";
            for (int i = 0; i < 30; i++) {
                answer = send(
                        "GET /v1/dead-letters HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer guess-"
                                + i + "\r\n\r\n");
            }
            assertThat(answer).startsWith("HTTP/1.1 429 ").contains("TOO_MANY_REQUESTS", "Retry-After: 1");
        });
        assertThat(
                        send(
                                "GET /v1/dead-letters HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer token-other\r\n\r\n"))
                .startsWith("HTTP/1.1 200 ");
        Awaitility.await()
                .until(() -> send("GET /v1/dead-letters HTTP/1.1\r\nHost: a\r\nConnection: close\r\n\r\n")
                        .startsWith("HTTP/1.1 401 "));
    }

    @Test
    void no_other_thread_comes_to_a_request_than_the_servlets_own() {
        String answer =
                send("POST /v1/events HTTP/1.1\r\nHost: a\r\nConnection: close\r\nAuthorization: Bearer token-other\r\n"
                        + "Content-Type: application/cloudevents+json\r\nContent-Length: 2\r\n" + OtherThreads.HEADER
                        + ": 1\r\n\r\n{}");
        assertThat(answer).startsWith("HTTP/1.1 400 ").contains("FIELD_MISSING");
        OtherThreads others = gateway.context.getBean(OtherThreads.class);
        assertThat(others.looked()).isTrue();
        assertThat(others.met()).isFalse();
    }

    private String send(String request) {
        try (Socket socket = connect()) {
            write(socket, request);
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            // The gateway hung up.
            return "";
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), gateway.port());
        socket.setSoTimeout(WAIT_MS);
        return socket;
    }

    private static void write(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.ISO_8859_1));
        socket.getOutputStream().flush();
    }
}
