package az.dost.vahid.bench;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.bench.pieces.LookupPieces;
import az.dost.vahid.faces.OutsideTool;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.infra.Blackhole;

/**
 * Every peer of the bench starts as a measurement starts it, and answers what it must: a figure beside a peer that no
 * longer does the same work, or that nobody could start, would be missed months later.
 */
class PeersStartIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<PeerKind> NEWER = Set.of(PeerKind.GATEWAY_25, PeerKind.GATEWAY_CACHED);
    private static final int SCATTERED = 20;
    /** Of the stub's replies without proof. */
    private static final String FILLING = "x".repeat(1350);
    /** What each answer has of its own, wherever it stands in a dossier. */
    private static final Set<String> ITS_OWN =
            Set.of("dossierId", "assembledAt", "asOf", "elapsedMs", "evidence", "digest");

    /** By this word JMH lets others than its harness have one. */
    private static final String SWORDFISH =
            "Today's password is swordfish. I understand instantiating Blackholes directly is dangerous.";

    private static Stage stage;

    @BeforeAll
    static void begin() throws Exception {
        Path folder = Path.of("target/bench-trial").toAbsolutePath();
        stage = new Stage(new Run(
                true,
                folder,
                folder.resolve("results"),
                Path.of(System.getProperty("bench.jar", "target/vahid-demo.jar"))
                        .toAbsolutePath(),
                System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                Set.of(),
                null,
                Run.newerJavaHome(),
                1,
                true));
    }

    @AfterAll
    static void end() throws Exception {
        if (stage != null) {
            stage.close();
        }
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource
    void a_peer_starts_and_gives_a_right_answer(PeerKind kind) throws Exception {
        if (NEWER.contains(kind)) {
            // A run on 17 has none, and one on 25 is one: nothing that a run of all tests could install.
            Assumptions.assumeTrue(kind.wants() == null, () -> "SKIPPED, not passed: " + kind.wants());
        } else {
            OutsideTool.needed(kind.wants() == null, kind.wants());
        }
        stage.database().forget();
        Peer peer = stage.start(kind);
        try {
            String answer = kind.answer(peer, stage);
            switch (kind) {
                case GATEWAY, FLOOR, GATEWAY_25, GATEWAY_CACHED, GATEWAY_JDK, FLOOR_JDK -> dossier(answer, "dossier");
                case FLOOR_BARE -> dossier(answer, null);
                case USUAL -> dossier(answer, "usual_dossier");
                case SCATTER, NGINX_LUA, SCATTER_USUAL -> scattered(answer);
                case EXCHANGE, EXCHANGE_FLOOR -> {
                    reply(JSON.readTree(answer), "0");
                    passed(answer.length());
                }
                case DIRECT, NGINX_PROXY -> reply(JSON.readTree(answer), "0");
                case EVENTS -> delivered(JSON.readTree(answer));
                case PLAIN -> assertThat(answer).isEqualTo(Publishers.event(1));
                case PAGES -> seen(answer);
                case EMPTY -> assertThat(answer).isEqualTo("ready");
            }
        } finally {
            if (peer.process() != stage.stub()) {
                peer.process().close();
            }
        }
    }

    /** @param table that has it now; null for none */
    private static void dossier(String answer, String table) throws IOException {
        JsonNode dossier = JSON.readTree(answer);
        assertThat(said(dossier)).isEqualTo(said(stage.dossier(stage.questions().get(0))));
        UUID id = UUID.fromString(dossier.path("dossierId").asText());
        for (String one : List.of("dossier", "usual_dossier")) {
            assertThat(stage.database()
                            .jdbc()
                            .queryForObject("select count(*) from " + one + " where id = ?", Integer.class, id))
                    .as("rows in %s", one)
                    .isEqualTo(one.equals(table) ? 1 : 0);
        }
    }

    /** Facts, conflicts, sources, verdicts and papers, without what no two answers have in common. */
    private static JsonNode said(JsonNode dossier) {
        JsonNode said = dossier.deepCopy();
        said.findParents("asOf").forEach(parent -> ((ObjectNode) parent).remove(ITS_OWN));
        said.findParents("evidence").forEach(parent -> ((ObjectNode) parent).remove(ITS_OWN));
        ((ObjectNode) said).remove(ITS_OWN);
        return said;
    }

    private static void scattered(String answer) throws IOException {
        JsonNode replies = JSON.readTree(answer);
        assertThat(replies.findValuesAsText("agency"))
                .containsExactlyInAnyOrderElementsOf(
                        IntStream.range(0, SCATTERED).mapToObj(String::valueOf).toList());
        replies.forEach(reply -> reply(reply, reply.path("agency").asText()));
    }

    private static void reply(JsonNode reply, String agency) {
        assertThat(reply)
                .isEqualTo(JSON.createObjectNode().put("agency", agency).put("text", FILLING));
    }

    /** The record has the call, its end and what was said in it. */
    private static void passed(int length) {
        assertThat(stage.database()
                        .jdbc()
                        .queryForList(
                                "select outcome || ' ' || response_status || ' ' || response_bytes || ' ' || (select"
                                        + " count(*) from exchange_message where exchange = id) || ' ' || (request_hash is"
                                        + " not null and mac is not null and entry is not null) from exchange",
                                String.class))
                .contains("PASSED 200 " + length + " 4 true");
    }

    /** No more than the subscription gives. */
    private static void delivered(JsonNode event) {
        assertThat(event.path("type").asText()).isEqualTo("az.dost.address-change.v1");
        assertThat(event.path("data"))
                .isEqualTo(JSON.createObjectNode().put("fin", "E000001").put("region", "R1"));
    }

    /** Who logged in is named, with a way out. */
    private static void seen(String page) {
        assertThat(page).contains("<strong>Aytən Məmmədova</strong>", "/logout");
    }

    /** JMH's own harness is left out; whatever it would call is called. */
    @Test
    void each_piece_of_a_lookup_does_its_work_once() throws Exception {
        System.setProperty("bench.settings", stage.settings().toString());
        System.setProperty("bench.question", stage.questions().get(0));
        stage.database().forget();
        LookupPieces pieces = new LookupPieces();
        try {
            pieces.ask();
            for (Method piece : LookupPieces.class.getMethods()) {
                if (piece.isAnnotationPresent(Benchmark.class)) {
                    Object made = piece.getParameterCount() == 0
                            ? piece.invoke(pieces)
                            : piece.invoke(pieces, new Blackhole(SWORDFISH));
                    assertThat(made != null || piece.getReturnType() == void.class)
                            .as(piece.getName())
                            .isTrue();
                }
            }
        } finally {
            pieces.close();
        }
        assertThat(stage.database().jdbc().queryForObject("select count(*) from dossier", Integer.class))
                .isEqualTo(1);
    }

    @Test
    void they_are_those_of_the_table_in_the_readme() throws IOException {
        Stream<String> told = Pattern.compile("(?m)^\\| ([a-z0-9, -]+) \\| [^|]+ \\|$")
                .matcher(Files.readString(Path.of("src/bench/README.md")))
                .results()
                .flatMap(row -> Arrays.stream(row.group(1).split(", ")))
                .filter(name -> !name.equals("peer") && !name.startsWith("-"));
        assertThat(told)
                .containsExactlyInAnyOrderElementsOf(
                        Arrays.stream(PeerKind.values()).map(PeerKind::label).toList());
    }
}
