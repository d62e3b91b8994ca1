package az.dost.vahid.kinds;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.leak.Trap;
import az.dost.vahid.sources.agency.SingleAgency;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.slf4j.LoggerFactory;

/**
 * A FIN in an address reaches the register, whatever comes back, and nothing else. The replies name nobody, so that
 * whatever names the citizen has it from the address; where a register repeats that in its answer, it does so on
 * purpose.
 */
@Tag("attack")
class AddressLeakTest {
    private static final String FIN = "7LEAK42";
    private static final String ADDRESS = "/base/owners/" + FIN + "/herd?kind=cattle";
    private static final String HERD = "{\"cattle\": 3, \"sheep\": 12}";
    /** Fewer at one gateway than would open its breaker. */
    private static final int BATCH = 10;

    private static final Map<Outcome, SourceAnswer> ANSWERS = new EnumMap<>(Outcome.class);
    private static final List<String> ASKED = new ArrayList<>();
    /**
     * The register repeats the address where HTTP has a number: the library throws it once, and nobody may say it
     * again.
     */
    private static final EnumSet<Outcome> REPEATS =
            EnumSet.of(Outcome.NO_STATUS, Outcome.NO_LENGTH, Outcome.CHUNKS_THAT_ARE_NONE);

    private static List<String> found;
    private static List<String> logged;

    /** What may come of a question. */
    enum Outcome {
        ANSWER(Verdict.ANSWERED, head -> RegisterPeer.ok(HERD)),
        ANSWER_WITH_THE_ADDRESS_IN_ITS_HEADERS(
                Verdict.ANSWERED,
                head -> RegisterPeer.http(
                        "200 OK",
                        "Content-Location: " + ADDRESS + "\r\nX-Original-URL: " + ADDRESS + "\r\nSet-Cookie: a=b; Path="
                                + ADDRESS + "\r\nLink: <" + ADDRESS + ">; rel=self\r\n",
                        HERD)),
        NOT_FOUND(Verdict.NO_RECORD, head -> RegisterPeer.http("404 Not Found", "", "{}")),
        GONE(Verdict.UNAVAILABLE, head -> RegisterPeer.http("410 Gone", "", page())),
        ERROR(Verdict.UNAVAILABLE, head -> RegisterPeer.http("500 Internal Server Error", "", page())),
        REFUSED(
                Verdict.NOT_AUTHORISED,
                head -> RegisterPeer.http(
                        "401 Unauthorized", "WWW-Authenticate: Basic realm=\"" + ADDRESS + "\"\r\n", page())),
        REDIRECT(Verdict.UNAVAILABLE, head -> RegisterPeer.http("302 Found", "Location: " + ADDRESS + "\r\n", page())),
        REDIRECT_TO_NO_ADDRESS(
                Verdict.UNAVAILABLE,
                head -> RegisterPeer.http("302 Found", "Location: http://[" + ADDRESS + "\r\n", "")),
        PROMISE_AT_NO_ADDRESS(
                Verdict.UNAVAILABLE, head -> RegisterPeer.http("202 Accepted", "Location: " + ADDRESS + " {\r\n", "")),
        TOO_OLD(Verdict.REJECTED, head -> RegisterPeer.http("200 OK", "Age: 86400\r\n", HERD)),
        MALFORMED(Verdict.REJECTED, head -> RegisterPeer.ok("{\"path\": \"" + ADDRESS + "\", ")),
        NO_DOCUMENT(Verdict.REJECTED, head -> RegisterPeer.ok("<html>" + ADDRESS)),
        UNMAPPABLE(Verdict.REJECTED, head -> RegisterPeer.ok("{\"cattle\": \"" + ADDRESS + "\", \"sheep\": 1}")),
        TOO_LONG(
                Verdict.REJECTED,
                head -> RegisterPeer.ok(HERD.replace("}", ", \"path\": \"" + ADDRESS.repeat(10_000) + "\"}"))),
        TRUNCATED(
                Verdict.UNAVAILABLE,
                head -> RegisterPeer.ok(HERD + " ".repeat(100)).replaceFirst(" {100}$", "")),
        NO_HTTP(null, head -> "What do you mean by " + ADDRESS + "?\r\n\r\n"),
        NO_STATUS(null, head -> "HTTP/1.1 " + ADDRESS + " OK\r\n\r\n"),
        NO_HEADERS(
                Verdict.NO_RECORD,
                head -> "HTTP/1.1 200 OK\r\nYou asked " + ADDRESS + "\r\nContent-Length: 2\r\n\r\n{}"),
        NO_LENGTH(null, head -> "HTTP/1.1 200 OK\r\nContent-Length: " + ADDRESS + "\r\n\r\n{}"),
        ENDLESS_HEADERS(null, head -> "HTTP/1.1 200 OK\r\nX-Path: " + ADDRESS.repeat(1000) + "\r\n\r\n"),
        CHUNKS_THAT_ARE_NONE(
                null,
                head -> "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n" + ADDRESS + "\r\n{}\r\n0\r\n\r\n"),
        NO_GZIP(null, head -> RegisterPeer.http("200 OK", "Content-Encoding: gzip\r\n", ADDRESS)),
        CLOSED(Verdict.UNAVAILABLE, head -> ""),
        SILENT(Verdict.TIMED_OUT, head -> null),
        AWAY(Verdict.UNAVAILABLE, null),
        STRANGER(Verdict.REJECTED, null);

        /** Null for what may be one of several, but no answer. */
        private final Verdict verdict;

        private final Function<String, String> reply;

        Outcome(Verdict verdict, Function<String, String> reply) {
            this.verdict = verdict;
            this.reply = reply;
        }

        private static String page() {
            return "{\"timestamp\": \"2026-11-28T05:14:07Z\", \"status\": 500, \"path\": \"" + ADDRESS + "\"}";
        }

        boolean arrives() {
            return reply != null;
        }
    }

    @BeforeAll
    static void askWithEveryOutcome(@TempDir Path desk) throws Exception {
        Example example = Example.patient("herd-book", desk);
        change(example, "connector.yaml", "dated: false", "dated: false\n  subject: request");
        change(example, "mapping.jslt", "\"subject\": .owner,", "");
        try (RegisterPeer peer = new RegisterPeer(example)) {
            try (Trap trap = new Trap(FIN)) {
                askAll(EnumSet.complementOf(REPEATS), example, peer, trap);
                found = trap.found(desk.resolve("seen.jfr"));
            }
            try (Trap trap = new Trap(FIN)) {
                askAll(REPEATS, example, peer, trap);
                logged = trap.found();
            }
        }
    }

    private static void change(Example example, String file, String from, String to) throws IOException {
        Path path = example.folder().resolve(file);
        assertThat(Files.readString(path)).contains(from);
        Files.writeString(path, Files.readString(path).replace(from, to));
    }

    private static void askAll(Set<Outcome> outcomes, Example example, RegisterPeer peer, Trap trap) throws Exception {
        List<Outcome> answering = outcomes.stream()
                .filter(one -> one.arrives() && one != Outcome.SILENT)
                .toList();
        for (int from = 0; from < answering.size(); from += BATCH) {
            ask(answering.subList(from, Math.min(answering.size(), from + BATCH)), example, peer, trap);
        }
        for (Outcome away : outcomes.stream().filter(one -> !one.arrives()).toList()) {
            ask(List.of(away), example, peer, trap);
        }
        if (outcomes.contains(Outcome.SILENT)) {
            change(example, "connector.yaml", "timeoutMs: " + Example.PATIENCE_MS, "timeoutMs: 500");
            ask(List.of(Outcome.SILENT), example, peer, trap);
            change(example, "connector.yaml", "timeoutMs: 500", "timeoutMs: " + Example.PATIENCE_MS);
        }
    }

    private static void ask(List<Outcome> outcomes, Example example, RegisterPeer peer, Trap trap) throws Exception {
        try (SingleAgency gateway = example.gateway(settings(outcomes.get(0), peer))) {
            for (Outcome outcome : outcomes) {
                peer.heads.clear();
                peer.instead = outcome.reply;
                ANSWERS.put(outcome, gateway.ask(FIN, Example.PATIENCE_MS));
                if (outcome.arrives()) {
                    ASKED.add(outcome + " "
                            + peer.heads.stream()
                                    .filter(head -> head.contains(FIN))
                                    .count());
                }
            }
            trap.lookAround();
        }
    }

    private static Map<String, String> settings(Outcome outcome, RegisterPeer peer) throws Exception {
        return peer.behave(
                outcome == Outcome.AWAY
                        ? Conduct.IS_AWAY
                        : outcome == Outcome.STRANGER ? Conduct.IS_A_STRANGER : Conduct.ANSWERS);
    }

    @ParameterizedTest
    @EnumSource(Outcome.class)
    void each_outcome_has_come_about(Outcome outcome) {
        Verdict verdict = ANSWERS.get(outcome).verdict();
        if (outcome.verdict == null) {
            assertThat(verdict).isIn(Verdict.UNAVAILABLE, Verdict.REJECTED, Verdict.TIMED_OUT);
        } else {
            assertThat(verdict)
                    .as(String.valueOf(ANSWERS.get(outcome).reason()))
                    .isEqualTo(outcome.verdict);
        }
    }

    @Test
    void the_register_was_asked_about_the_citizen_each_time() {
        assertThat(ASKED).noneMatch(line -> line.endsWith(" 0"));
    }

    @Test
    void nothing_else_ever_saw_the_citizen() {
        assertThat(found).isEmpty();
    }

    @Test
    void no_log_line_and_no_bean_says_what_a_register_repeats_that_speaks_no_http() {
        assertThat(logged).isEmpty();
    }

    /** What the record keeps is made of it. */
    @ParameterizedTest
    @EnumSource(
            value = Outcome.class,
            mode = EnumSource.Mode.EXCLUDE,
            names = {"MALFORMED", "NO_DOCUMENT", "UNMAPPABLE"})
    void no_row_of_a_lookup_has_the_address(Outcome outcome) {
        SourceAnswer answer = ANSWERS.get(outcome);
        assertThat(answer.toString()).doesNotContain(FIN);
        assertThat(answer.evidence()).allSatisfy(piece -> {
            assertThat(piece.toString()).doesNotContain(FIN);
            assertThat(new String(piece.bytes(), StandardCharsets.UTF_8)).doesNotContain(FIN);
        });
    }

    @Test
    void the_trap_springs(@TempDir Path folder) throws Exception {
        try (Trap trap = new Trap("9TRAP99")) {
            LoggerFactory.getLogger("io.netty.handler.Some").trace("GET {}", "/owners/9TRAP99");
            java.util.logging.Logger.getLogger("jdk.some").finest("9TRAP99");
            try {
                URI.create("http://[9TRAP99");
            } catch (IllegalArgumentException e) {
                // Seen by the flight recorder.
            }
            assertThat(trap.found(folder.resolve("seen.jfr")))
                    .anySatisfy(line -> assertThat(line).startsWith("io.netty.handler.Some"))
                    .anySatisfy(line -> assertThat(line).startsWith("jdk.some"))
                    .anySatisfy(line -> assertThat(line).contains("ExceptionThrow"));
        }
    }
}
