package az.dost.vahid.kinds;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.sources.agency.SingleAgency;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What only a database can do to the gateway, and the gateway to a database. */
class DatabaseViewTest {
    @TempDir
    private static Path keys;

    private static DatabasePeer peer;

    @TempDir
    private Path desk;

    private Example example;

    @BeforeAll
    static void start() throws Exception {
        peer = new DatabasePeer(new Example(Example.ALL.resolve("boat-register"), keys));
    }

    @AfterAll
    static void stop() throws IOException {
        peer.close();
    }

    @BeforeEach
    void copy() throws IOException {
        example = new Example(Example.patient("boat-register", desk).folder(), keys);
    }

    private void hurry() throws IOException {
        example = new Example(
                Example.copy("boat-register", desk.resolve("hurried")).folder(), keys);
    }

    /** Nothing of one test is left for the next. */
    @AfterEach
    void forget() throws SQLException {
        peer.run("revoke all on boat from vahid");
        peer.run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'vahid'");
    }

    private void query(String sql) throws IOException {
        Files.writeString(example.folder().resolve("query.sql"), sql);
    }

    @Test
    void a_query_that_writes_is_stopped_even_where_the_agency_has_forgotten_to_forbid_it() throws Exception {
        Map<String, String> settings = peer.behave(Conduct.ANSWERS);
        peer.run("grant all on boat to vahid");
        query("with gone as (delete from boat returning owner_fin) select owner_fin as fin, {fin} as asked from gone");
        SourceAnswer answer = example.ask(settings);
        assertThat(answer.reason()).isEqualTo(Reason.AGENCY_ERROR);
        assertThat(peer.count("select count(*) from boat")).isEqualTo(2);
    }

    @Test
    void a_query_does_not_outlive_its_lookup() throws Exception {
        hurry();
        Map<String, String> settings = peer.behave(Conduct.SLEEPS);
        try (SingleAgency gateway = example.gateway(settings)) {
            SourceAnswer answer = gateway.ask(Peer.FIN, 300);
            assertThat(answer.verdict()).isEqualTo(Verdict.TIMED_OUT);
            assertThat(answer.elapsedMs()).isBetween(250L, 600L);
            Awaitility.await()
                    .atMost(Duration.ofMillis(example.connector().timeoutMs() + 500L))
                    .untilAsserted(() -> assertThat(
                                    peer.count(
                                            "select count(*) from pg_stat_activity where usename = 'vahid' and state = 'active'"))
                            .isZero());
        }
    }

    @Test
    void more_callers_than_the_agency_allows_connections_are_turned_away_at_once() throws Exception {
        hurry();
        Map<String, String> settings = peer.behave(Conduct.SLEEPS);
        try (SingleAgency gateway = example.gateway(settings)) {
            List<CompletableFuture<SourceAnswer>> calls = IntStream.range(0, 10)
                    .mapToObj(i -> CompletableFuture.supplyAsync(
                            () -> gateway.ask(Peer.FIN, Example.PATIENCE_MS), task -> new Thread(task).start()))
                    .toList();
            List<SourceAnswer> answers =
                    calls.stream().map(CompletableFuture::join).toList();
            assertThat(answers)
                    .filteredOn(answer -> answer.reason() == Reason.BULKHEAD_FULL)
                    .hasSize(6)
                    .allSatisfy(answer -> assertThat(answer.elapsedMs()).isLessThan(200));
            assertThat(answers)
                    .filteredOn(answer -> answer.reason() == Reason.NO_ANSWER_IN_TIME)
                    .hasSize(4);
        }
    }

    @Test
    void connections_that_the_agency_cuts_are_replaced() throws Exception {
        Map<String, String> settings = peer.behave(Conduct.ANSWERS);
        try (SingleAgency gateway = example.gateway(settings)) {
            assertThat(gateway.ask(Peer.FIN, Example.PATIENCE_MS).verdict()).isEqualTo(Verdict.ANSWERED);
            peer.run("select pg_terminate_backend(pid) from pg_stat_activity where usename = 'vahid'");
            // The pool trusts a connection for half a second after its last use.
            Thread.sleep(600);
            assertThat(gateway.ask(Peer.FIN, Example.PATIENCE_MS).verdict()).isEqualTo(Verdict.ANSWERED);
        }
    }

    @Test
    void a_value_is_a_parameter_and_never_text_of_the_query() throws Exception {
        Map<String, String> settings = peer.behave(Conduct.ANSWERS);
        try (SingleAgency gateway = example.gateway(settings)) {
            assertThat(gateway.ask("x') or ('' = '", Example.PATIENCE_MS).verdict())
                    .isEqualTo(Verdict.NO_RECORD);
        }
    }

    @Test
    void rows_of_every_type_arrive_as_json() throws Exception {
        Map<String, String> settings = peer.behave(Conduct.ANSWERS);
        query(
                "select {fin} as fin, 1.50::numeric as n, true as b, array['a', null] as l, '{\"x\": [1]}'::jsonb as j, date '2020-02-01' as d,"
                        + " timestamptz '2020-02-01 10:00+04' as t, '\\x00ff'::bytea as y, null as z");
        Files.writeString(example.folder().resolve("mapping.jslt"), """
                {"subject": .asked, "asOf": .at, "facts": {"vehicles": [{"plate": to-json(.rows[0] - "fin"), "make": "-"}]}}
                """.replace(
                        "to-json(.rows[0] - \"fin\")", "to-json({for (.rows[0]) .key: .value if (.key != \"fin\")})"));
        assertThat(example.ask(settings).facts().at("/vehicles/0/plate").asText())
                .isEqualTo("{\"n\":1.5,\"b\":true,\"l\":[\"a\",null],"
                        + "\"j\":{\"x\":[1]},\"d\":\"2020-02-01\",\"t\":\"2020-02-01T06:00:00Z\",\"y\":\"AP8=\"}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"jdbc:postgresql://localhost/postgres?sslmode=disable", "jdbc:h2:mem:x", "http://localhost"})
    void an_address_that_would_void_the_proof_is_refused_at_the_start(String address) throws Exception {
        Map<String, String> settings = new HashMap<>(peer.behave(Conduct.ANSWERS));
        settings.put("vahid.endpoints.boat-register", address);
        assertThatThrownBy(() -> example.gateway(settings))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.endpoints.boat-register");
    }

    @Test
    void a_query_of_two_statements_is_refused_at_the_start() throws Exception {
        Map<String, String> settings = peer.behave(Conduct.ANSWERS);
        query("select {fin}; drop table boat");
        assertThatThrownBy(() -> example.gateway(settings))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("one statement only");
    }
}
