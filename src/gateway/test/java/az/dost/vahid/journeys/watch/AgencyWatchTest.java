package az.dost.vahid.journeys.watch;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.event.EventGateway;
import az.dost.vahid.journeys.event.FiledEvents;
import az.dost.vahid.sources.ingest.TestDatabase;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.JdbcTemplate;

/**
 * A local executive authority leaves files and publishes nothing: what changes from one standing file to the next
 * reaches subscribers.
 */
class AgencyWatchTest {
    @TempDir
    static Path folder;

    private static ConfigurableApplicationContext gateway;
    private static JdbcTemplate database;
    private static int files;

    @BeforeAll
    static void start() throws IOException {
        EventGateway.prepare(folder);
        Files.writeString(
                folder.resolve("subscriptions/moves.yaml"),
                "id: moves\nsubscriber: reader\nlegalBasis: Test\n"
                        + "gives: {az.dost.address-change.v1: [fin, region, line, validFrom]}\ndeliver: {folder: moves}\n");
        List<String> settings = new ArrayList<>(EventGateway.settings(folder, TestDatabase.create()));
        settings.addAll(List.of(
                "--vahid.watch.every-ms=100", "--camel.main.routes-include-pattern=classpath:routes/watch.camel.yaml"));
        gateway = EventGateway.run(settings.toArray(String[]::new));
        database = gateway.getBean(JdbcTemplate.class);
    }

    @AfterAll
    static void end() {
        gateway.close();
    }

    /** Lets a file stand, as a load does: rows of fin and facts. */
    private static void stand(String... rows) {
        int number = ++files;
        database.update(
                "insert into drop_file (agency, name, digest, version, as_of, state) values ('local-executive', ?, ?, ?, '2026-01-05T20:00:00Z', 'LOADED')",
                "file-" + number,
                "sha-256:" + number,
                number);
        database.execute("create table drop_row_" + number + " partition of drop_row for values in (" + number + ")");
        for (int row = 0; row < rows.length; row += 2) {
            database.update(
                    "insert into drop_row (snapshot, fin, file, row_number, version, facts) values (?, ?, 1, ?, 1, ?::json)",
                    number,
                    rows[row],
                    row,
                    rows[row + 1]);
        }
        database.update(
                "insert into drop_standing (agency, snapshot, base_version, newest_file, mac) select 'local-executive', ?, 1, max(id), '\\x00'::bytea from drop_file "
                        + "on conflict (agency) do update set snapshot = excluded.snapshot, newest_file = excluded.newest_file",
                number);
        Awaitility.await("look at file " + number)
                .atMost(Duration.ofSeconds(20))
                .until(() -> database.queryForObject(
                                "select count(*) from watched_file w join drop_standing s on s.newest_file = w.newest_file and s.agency = w.agency",
                                Integer.class)
                        == 1);
    }

    private static String address(String region, String street) {
        return "{\"address\": {\"city\": \"Bakı\", \"region\": \"" + region + "\", \"street\": \"" + street
                + "\", \"registeredSince\": \"2026-01-02\"}}";
    }

    private static List<String> told() throws Exception {
        List<String> told = new ArrayList<>();
        for (Path file : FiledEvents.in(folder.resolve("data/events/moves"))) {
            told.add(new ObjectMapper()
                    .readTree(
                            JWSObject.parse(Files.readString(file)).getPayload().toString())
                    .path("data")
                    .toString());
        }
        return told;
    }

    @Test
    void a_changed_fact_is_told_once_and_what_is_new_or_the_same_or_gone_is_not() throws Exception {
        stand(
                "AAAAAA1",
                address("Nərimanov", "Köhnə"),
                "AAAAAA2",
                address("Xətai", "Bir"),
                "AAAAAA3",
                address("Xətai", "Üç"));
        assertThat(told()).as("nobody has changed").isEmpty();
        stand(
                "AAAAAA1",
                address("Yasamal", "Təzə"),
                "AAAAAA2",
                "{\"housing\": {\"rooms\": 2}, " + address("Xətai", "Bir").substring(1),
                "AAAAAA4",
                address("Xətai", "Dörd"));
        Awaitility.await().until(() -> told().size() == 1);
        assertThat(told())
                .containsExactly(
                        "{\"fin\":\"AAAAAA1\",\"line\":\"Təzə\",\"region\":\"Yasamal\",\"validFrom\":\"2026-01-02\"}");
        // As after a crash before the look was kept: it is made again.
        database.update("update watched_file set newest_file = 0");
        stand("AAAAAA1", address("Yasamal", "Təzə"), "AAAAAA2", address("Sabunçu", "İki"));
        Awaitility.await().until(() -> told().size() == 2);
        assertThat(told().get(1)).contains("AAAAAA2", "Sabunçu");
        stand("AAAAAA1", address("Nərimanov", "Köhnə"));
        stand("AAAAAA1", address("Yasamal", "Təzə"));
        Awaitility.await("there, back and there again").until(() -> told().size() == 4);
        assertThat(database.queryForList("select distinct publisher from event", String.class))
                .containsExactly("local-executive");
        assertThat(database.queryForObject("select string_agg(w::text, '') from watched_fact w", String.class))
                .doesNotContain("AAAAAA", "Bakı", "Yasamal");
    }

    @Test
    void a_change_that_does_not_fit_the_event_is_not_told() throws Exception {
        int before = database.queryForObject("select count(*) from event", Integer.class);
        stand("AAAAAA9", address("Xətai", "Bir"));
        stand("AAAAAA9", "{\"address\": {\"city\": \"Bakı\"}}");
        assertThat(database.queryForObject("select count(*) from event where citizen is not null", Integer.class))
                .isEqualTo(before);
    }
}
