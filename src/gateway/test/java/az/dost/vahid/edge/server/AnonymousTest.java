package az.dost.vahid.edge.server;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import java.io.IOException;
import java.net.Socket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

/** What callers without a token get at every face there is, and what they leave behind. */
@Tag("attack")
class AnonymousTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private static final int PORT =
            VAHID.bean(Environment.class).getRequiredProperty("local.server.port", Integer.class);
    private static final Faces FACES = Faces.read();
    private static final String JWT = "eyJhbGciOiJFUzI1NiJ9.eyJpc3MiOiJ4In0." + "A".repeat(86);
    private static final int FLOOD = 40;
    /** Within the minute or two that it takes, and a counted entry for each code at each root. */
    private static final int MOST_ROWS = 120;

    private static final String MEGABYTE = " ".repeat(1 << 20);

    static Stream<String> faces() {
        return FACES.all().stream()
                .filter(face -> face.at() == null)
                .flatMap(face -> face.methods().stream().map(method -> method + " " + path(face)));
    }

    private static String path(Face face) {
        return face.path()
                        .replace("{id}", "00000000-0000-4000-8000-000000000000")
                        .replace("**", "AZ/GOV/registry/acts/echo")
                + (face.path().startsWith("/soap/") && face.methods().contains("GET") ? "?wsdl" : "");
    }

    private static String head(String face, String more) {
        return face
                + " HTTP/1.1\r\nHost: evil.example\r\nConnection: close\r\nX-Forwarded-Host: evil.example\r\nX-Forwarded-Proto: gopher\r\n"
                + more;
    }

    private static String type(String face) {
        Face one = face(face);
        return one.types().isEmpty() ? "" : "Content-Type: " + one.types().get(0) + "\r\n";
    }

    private static Face face(String face) {
        String[] parts = face.split(" ");
        return FACES.at(parts[1].split("[?]")[0]).get(parts[0]);
    }

    private static boolean open(String face) {
        return Stream.of(
                        "/v1/keys", "/.well-known", "/listClients", "/listCentralServices", "?wsdl", "/actuator/health")
                .anyMatch(face::contains);
    }

    static List<String> bodies(String face) {
        List<String> bodies = new ArrayList<>(List.of("\r\n"));
        if (face(face).longest() > 0) {
            bodies.add("Content-Length: 2\r\n\r\n{}");
            bodies.add("Content-Length: 1048576\r\n\r\n" + MEGABYTE);
            bodies.add("Transfer-Encoding: chunked\r\n\r\n100000\r\n" + MEGABYTE + "\r\n0\r\n\r\n");
            bodies.add("Content-Encoding: gzip\r\nContent-Length: 4\r\n\r\n\u001f\u008b\b\u0000");
        }
        return bodies;
    }

    @ParameterizedTest
    @MethodSource("faces")
    void every_face_refuses_whom_it_does_not_know_quickly_and_says_nothing_of_its_insides(String face)
            throws IOException {
        for (String token : new String[] {
            "",
            "Authorization: Bearer guess\r\n",
            "Authorization: Bearer " + JWT + "\r\n",
            "Authorization: Basic YTpi\r\n"
        }) {
            for (String body : bodies(face)) {
                long began = System.nanoTime();
                String answer = Wire.ask(PORT, head(face, token + type(face) + body));
                assertThat(Duration.ofNanos(System.nanoTime() - began)).isLessThan(Duration.ofSeconds(15));
                assertThat(answer)
                        .as(face)
                        .matches(open(face) ? "(?s)HTTP/1.1 (200|4..) .*" : "(?s)HTTP/1.1 (4..|500) .*");
                // The WSDL names its own address as whoever reads it does.
                assertThat(face.endsWith("?wsdl") ? "" : answer).doesNotContain("evil.example");
                assertThat(answer).doesNotContain("gopher", "Exception", "\tat ", "INTERNAL");
            }
        }
    }

    @Test
    void a_flood_leaves_a_few_rows_whichever_face_it_comes_by() throws IOException {
        long before = rows();
        for (String face : faces().filter(one -> !open(one)).toList()) {
            String body = face(face).longest() > 0 ? "Content-Length: 2\r\n\r\n{}" : "\r\n";
            for (int i = 0; i < FLOOD; i++) {
                Wire.ask(PORT, head(face, type(face) + "Authorization: Bearer guess-" + i + "\r\n" + body));
            }
        }
        assertThat(rows() - before).isLessThan(MOST_ROWS);
    }

    /** Refusals of whom nobody knows, by all faces. */
    private static long rows() {
        return VAHID.bean(JdbcTemplate.class)
                .queryForObject(
                        "select count(*) from audit where entry ->> 'requester' is null"
                                + " and (entry ->> 'kind' = 'REFUSAL' or entry ->> 'act' = 'exchange-refused')",
                        Long.class);
    }

    @Test
    void a_body_that_stalls_is_not_waited_for_by_who_does_not_know_its_sender() throws IOException {
        try (Socket socket = Wire.connect(PORT)) {
            Wire.write(
                    socket,
                    head(
                            "POST /v1/bulk",
                            "Content-Type: text/csv\r\nContent-Length: 200000\r\n\r\nfin\r\n"
                                    + "1234567\r\n".repeat(10_000)));
            assertThat(Wire.read(socket)).matches("(?s)HTTP/1.1 (401|429) .*");
        }
    }

    @AfterAll
    static void wait_until_strangers_are_heard_again() {
        Awaitility.await()
                .atMost(Duration.ofMinutes(1))
                .until(() ->
                        Wire.ask(PORT, head("GET /v1/dead-letters", "\r\n")).startsWith("HTTP/1.1 401 "));
    }
}
