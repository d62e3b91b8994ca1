package az.dost.vahid.journeys.watch;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.event.FiledEvents;
import az.dost.vahid.whole.Dossier;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.JWSObject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.util.FileSystemUtils;

/**
 * An agency that is called publishes nothing: what changes from one lookup's answer to the next reaches subscribers. In
 * the whole running system.
 */
class WatchedAnswersTest {
    private static final Duration LONGEST = Duration.ofSeconds(60);
    private static final int DEADLINE_MS = 20_000;

    @TempDir
    static Path folder;

    private static ResidenceOffice office;
    private static RunningVahid vahid;
    private static JdbcTemplate database;

    @BeforeAll
    static void start() throws Exception {
        office = new ResidenceOffice();
        Path connectors = Files.createDirectories(folder.resolve("connectors"));
        vahid = RunningVahid.another(
                "--vahid.connectors=" + connectors,
                "--vahid.connectors-every-ms=200",
                "--vahid.watch.answers-every-ms=100",
                "--vahid.endpoints.residence-office=" + office.endpoint());
        database = vahid.bean(JdbcTemplate.class);
        office.key.pin(vahid.data().resolve("keys/agencies/residence-office.pem"));
        Path subscriptions = Files.createDirectories(vahid.data().resolve("subscriptions"));
        Files.writeString(
                subscriptions.resolve("moves.yaml"),
                "id: moves\nsubscriber: dost-centre-1\nlegalBasis: Test\n"
                        + "gives: {az.dost.address-change.v1: [fin, region, line, validFrom]}\ndeliver: {folder: moves}\n");
        FileSystemUtils.copyRecursively(
                Path.of("src/gateway/test/resources/watch/residence-office"), folder.resolve("office"));
        Files.move(folder.resolve("office"), connectors.resolve("residence-office"));
        Awaitility.await("the office's row")
                .atMost(LONGEST)
                .until(() -> ask(vahid.population().fin(4000)).verdicts().containsKey("residence-office"));
    }

    @AfterAll
    static void end() {
        vahid.close();
        office.close();
    }

    private static Dossier ask(String fin) {
        return vahid.clerk().ask(fin, DEADLINE_MS);
    }

    /** Asks, and waits until what was answered has been compared. */
    private static void compared(String fin) {
        assertThat(ask(fin).verdicts().get("residence-office")).isIn("ANSWERED", "NO_RECORD");
        // Answers are compared in their order: this one has been once those of a newcomer were.
        int seen = seen();
        ask(vahid.population().fin(4100 + seen));
        Awaitility.await("comparison").atMost(LONGEST).until(() -> seen() > seen);
    }

    private static int seen() {
        return database.queryForObject(
                "select count(*) from watched_fact where agency = 'residence-office'", Integer.class);
    }

    private static List<JsonNode> told(String fin) throws Exception {
        List<JsonNode> told = new ArrayList<>();
        for (Path file : FiledEvents.in(vahid.data().resolve("events/moves"))) {
            JsonNode event = new ObjectMapper()
                    .readTree(
                            JWSObject.parse(Files.readString(file)).getPayload().toString());
            if (event.at("/data/fin").asText().equals(fin)) {
                told.add(event);
            }
        }
        return told;
    }

    private static List<JsonNode> told(String fin, int count) throws Exception {
        Awaitility.await("event " + count).atMost(LONGEST).until(() -> told(fin).size() >= count);
        return told(fin);
    }

    @Test
    void a_changed_answer_is_told_once_and_the_first_or_the_same_one_is_not() throws Exception {
        String fin = vahid.population().fin(4001);
        office.move(fin, "Nərimanov", "Köhnə", "Bakı");
        compared(fin);
        compared(fin);
        assertThat(told(fin)).as("nobody has moved").isEmpty();
        office.move(fin, "Yasamal", "Təzə", "Bakı");
        compared(fin);
        compared(fin);
        JsonNode event = told(fin, 1).get(0);
        assertThat(event.path("source").asText()).isEqualTo("urn:dost:publisher:residence-office");
        assertThat(event.path("data").toString())
                .isEqualTo("{\"fin\":\"" + fin
                        + "\",\"line\":\"Təzə\",\"region\":\"Yasamal\",\"validFrom\":\"2026-01-02\"}");
        office.move(fin, "Nərimanov", "Köhnə", "Bakı");
        compared(fin);
        office.move(fin, "Yasamal", "Təzə", "Sumqayıt");
        compared(fin);
        office.move(fin, "Yasamal", "Təzə", "Bakı");
        compared(fin);
        assertThat(told(fin, 3))
                .as("back, and there again; the town is not told")
                .hasSize(3);
        assertThat(database.queryForObject("select string_agg(w::text, '') from watched_fact w", String.class))
                .doesNotContain(fin, "Yasamal", "Təzə");
    }

    @Test
    void what_the_agency_did_not_have_and_then_has_is_told() throws Exception {
        String fin = vahid.population().fin(4002);
        compared(fin);
        office.move(fin, "Xətai", "Bir", "Bakı");
        compared(fin);
        assertThat(told(fin, 1)).hasSize(1);
    }

    @Test
    void an_address_of_which_a_part_is_not_believed_has_not_changed() throws Exception {
        String fin = vahid.population().fin(4007);
        office.move(fin, "Xətai", "Bir", "Bakı");
        compared(fin);
        office.move(fin, "Xətai", "B".repeat(501), "Bakı");
        assertThat(ask(fin).verdicts()).containsEntry("residence-office", "ANSWERED UNMAPPABLE");
        office.move(fin, "Xətai", "İki", "Bakı");
        compared(fin);
        assertThat(told(fin, 1))
                .extracting(event -> event.at("/data/line").asText())
                .containsExactly("İki");
    }

    @Test
    void a_lookup_does_not_notice_that_nothing_can_be_compared_and_the_change_is_told_after_a_later_one()
            throws Exception {
        String fin = vahid.population().fin(4003);
        office.move(fin, "Sabunçu", "Bir", "Bakı");
        compared(fin);
        database.execute("alter table watched_fact rename to away");
        try {
            office.move(fin, "Sabunçu", "İki", "Bakı");
            assertThat(ask(fin).verdicts()).containsEntry("residence-office", "ANSWERED");
            // Longer than answers wait to be compared.
            Thread.sleep(1500);
        } finally {
            database.execute("alter table away rename to watched_fact");
        }
        assertThat(told(fin)).isEmpty();
        compared(fin);
        assertThat(told(fin, 1)).hasSize(1);
    }

    private static WatchedAnswer answer(String fin, String street, int second) {
        return new WatchedAnswer(
                fin,
                "residence-office",
                Instant.parse("2026-01-05T10:00:00Z").plusSeconds(second),
                (ObjectNode) JsonNodeFactory.instance
                        .objectNode()
                        .set(
                                "address",
                                JsonNodeFactory.instance
                                        .objectNode()
                                        .put("region", "Xətai")
                                        .put("street", street)
                                        .put("registeredSince", "2026-01-02")),
                Set.of());
    }

    private static void compare(WatchedAnswer... answers) {
        vahid.bean(AnswerWatch.class).compare(List.of(List.of(answers)));
    }

    @Test
    void a_bulk_lookup_sees_a_change_too() throws Exception {
        String fin = vahid.population().fin(4006);
        office.move(fin, "Xətai", "Bir", "Bakı");
        compared(fin);
        office.move(fin, "Xətai", "İki", "Bakı");
        String port = vahid.bean(Environment.class).getRequiredProperty("local.server.port");
        HttpResponse<String> accepted = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create("http://localhost:" + port + "/v1/bulk"))
                                .header("Authorization", "Bearer demo-dost-centre-1")
                                .header("Content-Type", "text/csv")
                                .header(
                                        "Vahid-Terms",
                                        "{\"service\":\"ccu-intake\",\"caseRef\":\"WATCH/1\",\"official\":\"test.official\"}")
                                .POST(HttpRequest.BodyPublishers.ofString("fin\n" + fin))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        assertThat(accepted.statusCode()).as(accepted.body()).isEqualTo(202);
        assertThat(told(fin, 1))
                .extracting(event -> event.at("/data/line").asText())
                .containsExactly("İki");
    }

    @Test
    void an_answer_that_is_older_than_the_last_one_tells_nothing() throws Exception {
        String fin = vahid.population().fin(4004);
        compare(answer(fin, "Bir", 0), answer(fin, "İki", 20));
        compare(answer(fin, "Bir", 10));
        compare(answer(fin, "İki", 30));
        compare(answer(fin, "Üç", 40));
        assertThat(told(fin, 2))
                .extracting(event -> event.at("/data/line").asText())
                .containsExactly("İki", "Üç");
    }

    @Test
    void gateways_that_see_a_change_at_the_same_time_tell_it_once() throws Exception {
        String fin = vahid.population().fin(4005);
        compare(answer(fin, "Bir", 0));
        int before = database.queryForObject(
                "select count(*) from event where publisher = 'residence-office'", Integer.class);
        ExecutorService gateways = Executors.newFixedThreadPool(8);
        for (Future<?> gateway :
                gateways.invokeAll(Collections.nCopies(8, Executors.callable(() -> compare(answer(fin, "İki", 1)))))) {
            gateway.get();
        }
        gateways.shutdown();
        assertThat(database.queryForObject(
                        "select count(*) from event where publisher = 'residence-office'", Integer.class))
                .isEqualTo(before + 1);
    }
}
