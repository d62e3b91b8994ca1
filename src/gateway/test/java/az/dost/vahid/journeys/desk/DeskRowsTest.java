package az.dost.vahid.journeys.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.edge.access.Channel;
import az.dost.vahid.edge.access.View;
import az.dost.vahid.journeys.lookup.DeskLookup;
import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.RecordDatabase;
import az.dost.vahid.proof.record.TestRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.proof.trust.UnsealedUntil;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.zaxxer.hikari.HikariDataSource;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultMessage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is remembered of an official's lookups, and what nobody can read or change in it. */
@Timeout(60)
class DeskRowsTest {
    private static final List<SourceAnswer> ANSWERS = List.of(TestRecord.answer("pensions", "<answer/>"));
    private static final String DOSSIER =
            "{\"completeness\":\"PARTIAL\",\"documents\":[{\"id\":\"disability-certificate\",\"verdict\":\"STILL_NEEDED\"},"
                    + "{\"id\":\"id-card\",\"verdict\":\"NOT_NEEDED\"}],\"sources\":[{\"agency\":\"tax\",\"verdict\":\"TIMED_OUT\"},{\"agency\":\"pensions\",\"verdict\":\"ANSWERED\"}]}";
    private final HikariDataSource database = RecordDatabase.create();
    private TestRecord gateway;
    private DeskRows rows;

    @BeforeEach
    void open(@TempDir Path keys) {
        gateway = new TestRecord(database, keys);
        rows = new DeskRows(
                gateway.jdbc, new RowTrust(gateway.seals, gateway.changed, UnsealedUntil.NEVER), gateway.bodies);
    }

    @AfterEach
    void close() throws InterruptedException {
        gateway.close();
        database.close();
    }

    private UUID keep(UUID id, String official, String office, String caseRef) throws Exception {
        DeskLookup lookup = new DeskLookup(
                id,
                "centre",
                office,
                new LookupRequest("W1D0W01", "ccu-car", caseRef, official, List.of(), 3000, View.FULL, Channel.HOME),
                "a1".repeat(32),
                1234,
                new ObjectMapper().readTree(DOSSIER));
        gateway.record.keep(gateway.dossier(id, ANSWERS), ANSWERS, rows.keep(lookup));
        return id;
    }

    @Test
    void an_officials_lookups_come_back_the_newest_first() throws Exception {
        UUID first = keep(RecordId.at(System.currentTimeMillis() - 2000), "a.b", "north", "CASE/1");
        UUID second = keep(RecordId.at(System.currentTimeMillis() - 1000), "a.b", "north", "CASE/1");
        keep(RecordId.next(), "c.d", "north", "CASE/1");
        List<DeskRow> found = ofOfficial("centre", "a.b");
        assertThat(found).extracting(DeskRow::dossier).containsExactly(second, first);
        assertThat(found.get(0).matter()).isEqualTo(found.get(1).matter());
        assertThat(found.get(0).tookMs()).isEqualTo(1234);
        assertThat(found.get(0).told().toString())
                .contains(
                        "\"caseRef\":\"CASE/1\"",
                        "\"channel\":\"HOME\"",
                        "\"stillNeeded\":[\"disability-certificate\"]",
                        "\"silent\":[\"tax\"]");
        assertThat(ofOfficial("other", "a.b")).isEmpty();
    }

    private List<DeskRow> ofOfficial(String requester, String official) {
        return rows.ofOfficial(requester, official, cases(null, null, null));
    }

    /** Of all days. */
    private static OfficialCases cases(String service, String day, String before) {
        DefaultMessage request = new DefaultMessage(new DefaultCamelContext());
        request.setHeader("service", service);
        request.setHeader("day", day);
        request.setHeader("before", before);
        return OfficialCases.of(request, Baku.CLOCK);
    }

    private ObjectNode page(OfficialCases asked) {
        return asked.page(rows.ofOfficial("centre", "a.b", asked));
    }

    @Test
    void more_than_fifty_cases_are_read_page_by_page_each_once_with_its_newest_dossier() throws Exception {
        long begun = System.currentTimeMillis() - 100_000;
        List<String> newestFirst = new ArrayList<>();
        for (int i = 0; i < 70; i++) {
            // The first ten are looked up once more at the end.
            keep(RecordId.at(begun + i * 1_000L), "a.b", "north", "CASE/" + i % 60);
            newestFirst.remove("CASE/" + i % 60);
            newestFirst.add(0, "CASE/" + i % 60);
        }
        ObjectNode first = page(cases(null, null, null));
        ObjectNode second = page(cases(null, null, first.path("next").asText()));
        assertThat(first.path("cases").findValuesAsText("caseRef")).isEqualTo(newestFirst.subList(0, 50));
        assertThat(second.path("cases").findValuesAsText("caseRef")).isEqualTo(newestFirst.subList(50, 60));
        assertThat(second.has("next")).isFalse();
        assertThat(page(cases("ccu-car", null, null)).path("cases")).hasSize(50);
        assertThat(page(cases("home-care", null, null)).path("cases")).isEmpty();
    }

    @Test
    void the_cases_of_a_day_are_those_that_were_looked_up_on_it() throws Exception {
        Instant yesterday = Instant.now().minus(Duration.ofDays(1));
        UUID before = keep(RecordId.at(yesterday.toEpochMilli()), "a.b", "north", "CASE/1");
        keep(RecordId.next(), "a.b", "north", "CASE/1");
        keep(RecordId.next(), "a.b", "north", "CASE/2");
        String day = LocalDate.ofInstant(yesterday, Baku.CLOCK.getZone()).toString();
        assertThat(page(cases(null, day, null)).path("cases").findValuesAsText("dossierId"))
                .containsExactly(before.toString());
    }

    @ParameterizedTest
    @CsvSource({"day, 2026-13-01", "day, 2001-01-01", "day, today", "service, Ccu Car", "service, ''", "before, none"})
    void what_nobody_can_mean_is_named(String field, String value) {
        assertThatThrownBy(() -> cases(
                        field.equals("service") ? value : null,
                        field.equals("day") ? value : null,
                        field.equals("before") ? value : null))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.field()).isEqualTo(field));
    }

    @Test
    void an_offices_lookups_are_those_since_a_time() throws Exception {
        keep(RecordId.at(System.currentTimeMillis() - 60_000), "a.b", "north", "CASE/1");
        UUID second = keep(RecordId.next(), "c.d", "north", "CASE/2");
        keep(RecordId.next(), "e.f", "south", "CASE/3");
        assertThat(rows.ofOffice(
                        "centre",
                        "north",
                        Instant.now().minusSeconds(30),
                        Instant.now().plusSeconds(30),
                        10))
                .extracting(DeskRow::dossier)
                .containsExactly(second);
    }

    @Test
    void a_completed_follow_up_is_found() throws Exception {
        UUID dossier = keep(RecordId.next(), "a.b", "north", "CASE/1");
        UUID latest = RecordId.next();
        gateway.jdbc.update(
                "insert into follow_up (dossier, latest, requester, channel, until, next_at, state) values (?, ?, 'centre', '', now(), now(), 'COMPLETED')",
                dossier,
                latest);
        assertThat(rows.completed("centre", "north", Instant.now().minus(Duration.ofDays(1)), 10))
                .extracting(DeskRow::latest)
                .containsExactly(latest);
        assertThat(ofOfficial("centre", "a.b").get(0).followed()).isEqualTo("COMPLETED");
    }

    @Test
    @Tag("attack")
    void no_paper_and_no_case_stands_in_the_table_in_clear() throws Exception {
        keep(RecordId.next(), "a.b", "north", "CASE/1");
        assertThat(gateway.jdbc.queryForObject("select desk_lookup::text from desk_lookup", String.class))
                .doesNotContain("CASE", "disability", "HOME");
        assertThat(new String(
                        gateway.jdbc.queryForObject("select told from desk_lookup", byte[].class),
                        java.nio.charset.StandardCharsets.ISO_8859_1))
                .doesNotContain("CASE", "disability");
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(
            strings = {
                "official = 'x.y'",
                "office = 'south'",
                "took_ms = 1",
                "matter = '\\x00'",
                "told = told || '\\x00'",
                "mac = '\\x00'"
            })
    void a_row_that_somebody_changed_is_not_shown(String change) throws Exception {
        keep(RecordId.next(), "a.b", "north", "CASE/1");
        gateway.jdbc.update("update desk_lookup set " + change);
        assertThat(ofOfficial("centre", "a.b")).isEmpty();
        assertThat(ofOfficial("centre", "x.y")).isEmpty();
        assertThat(rows.ofOffice(
                        "centre",
                        "south",
                        Instant.now().minusSeconds(30),
                        Instant.now().plusSeconds(30),
                        10))
                .isEmpty();
    }

    @Test
    void what_no_month_counts_is_forgotten() throws Exception {
        keep(RecordId.next(), "a.b", "north", "CASE/1");
        rows.forget();
        assertThat(ofOfficial("centre", "a.b")).hasSize(1);
        gateway.jdbc.update(
                "update desk_lookup set dossier = ?",
                RecordId.at(System.currentTimeMillis() - Duration.ofDays(93).toMillis()));
        rows.forget();
        assertThat(gateway.jdbc.queryForObject("select count(*) from desk_lookup", Integer.class))
                .isZero();
    }
}
