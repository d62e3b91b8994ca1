package az.dost.vahid.journeys.tally;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Verdict;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.proof.record.RecordedDossier;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.health.contributor.Status;

/** What one case, or two, come to. */
@Timeout(120)
class TalliesTest {
    private static final YearMonth MONTH = YearMonth.of(2024, 1);
    private static final YearMonth NEXT = MONTH.plusMonths(1);
    private static final Instant NOON =
            MONTH.atDay(10).atTime(12, 30).atZone(Baku.ZONE).toInstant();
    private static final Instant MIDNIGHT = TallyPlace.begin(NEXT);
    private CountedRecord counted;

    @BeforeEach
    void open(@TempDir Path keys) {
        counted = new CountedRecord(keys);
    }

    @AfterEach
    void close() throws Exception {
        assertThat(List.of(counted.rebuild(MONTH), counted.rebuild(NEXT)))
                .as("counting again finds the same")
                .allMatch(outcome -> outcome.different() == 0);
        counted.close();
    }

    private static PlayedLookup lookup(Instant at) {
        return new PlayedLookup(at).paper("vehicle-certificate", "NOT_NEEDED").answer("tax", Verdict.ANSWERED, 20);
    }

    private static PlayedLookup late(Instant at) {
        return lookup(at).answer("pensions", Verdict.TIMED_OUT, 2500);
    }

    private long sum(Measure measure, String a) {
        return counted.sum(measure, MONTH, a);
    }

    @Test
    void a_case_that_is_asked_for_twice_counts_once_by_its_last_dossier() {
        counted.keep(lookup(NOON)
                .at("baku-1", "CENTRE")
                .paper("car-queue-certificate", "STILL_NEEDED")
                .took(900));
        counted.count();
        assertThat(sum(Measure.DOCUMENT_FREE, "")).isZero();
        counted.keep(lookup(NOON.plusSeconds(90))
                .at("ganja", "HOME")
                .paper("car-queue-certificate", "NOT_NEEDED")
                .took(301));
        counted.count();
        assertThat(counted.figures())
                .filteredOn(line -> line.matches(".*\t(CASES|DOCUMENT_FREE|TOOK|STILL_ASKED|COLLECTED|VISITS)\t.*"))
                .extracting(line -> line.split("\t", 2)[1])
                .containsExactly(
                        "CASES\tccu-car\tganja\tHOME\t\t = 1",
                        "COLLECTED\tccu-car\tganja\tHOME\tcar-queue-certificate\t = 1",
                        "DOCUMENT_FREE\tccu-car\tganja\tHOME\t\t = 1",
                        "TOOK\tccu-car\tganja\tHOME\t4\t = 1",
                        "VISITS\tccu-car\tganja\tHOME\tsocial-services\t = 1");
        assertThat(sum(Measure.AGENCY_ANSWER, "tax")).as("of lookups, both").isEqualTo(2);
    }

    @Test
    void the_last_dossier_is_the_last_of_the_chain_though_it_was_asked_for_earlier() {
        counted.keep(lookup(NOON).at("ganja", "HOME"));
        counted.keep(lookup(NOON.minusSeconds(5)).at("sheki", "HOME"));
        counted.count();
        assertThat(counted.figures())
                .filteredOn(line -> line.contains("CASES\tccu-car"))
                .singleElement()
                .asString()
                .contains("sheki");
    }

    @Test
    void a_case_of_two_months_counts_in_both_and_a_late_entry_of_the_first_counts_there() {
        counted.keep(lookup(NOON));
        counted.keep(lookup(MIDNIGHT));
        counted.keep(lookup(MIDNIGHT.minusMillis(1)));
        counted.count();
        assertThat(counted.sum(Measure.CASES, MONTH, "")).isEqualTo(1);
        assertThat(counted.sum(Measure.CASES, NEXT, "")).isEqualTo(1);
    }

    @Test
    void another_person_service_or_reference_is_another_case() {
        counted.keep(lookup(NOON).of("5AB1C2D", "CASE/1", "ccu-car"));
        counted.keep(lookup(NOON).of("5AB1C2E", "CASE/1", "ccu-car"));
        counted.keep(lookup(NOON).of("5AB1C2D", "CASE/2", "ccu-car"));
        counted.keep(lookup(NOON).of("5AB1C2D", "CASE/1", "ccu-intake"));
        counted.count();
        assertThat(sum(Measure.CASES, "")).isEqualTo(4);
    }

    @Test
    void a_visit_is_saved_once_for_all_papers_of_one_authority() {
        Passport passport = counted.passports.stream()
                .filter(one -> fetchedOfOneAuthority(one).size() > 1)
                .findFirst()
                .orElseThrow();
        PlayedLookup lookup = new PlayedLookup(NOON).of("5AB1C2D", "CASE/1", passport.code());
        fetchedOfOneAuthority(passport).forEach(paper -> lookup.paper(paper, "NOT_NEEDED"));
        counted.keep(lookup);
        counted.count();
        assertThat(sum(Measure.COLLECTED, ""))
                .isEqualTo(fetchedOfOneAuthority(passport).size());
        assertThat(sum(Measure.VISITS, "")).isEqualTo(1);
    }

    private static Set<String> fetchedOfOneAuthority(Passport passport) {
        var papers = Rules.of(List.of(passport)).services().get(passport.code());
        return papers.values().stream()
                .map(authority -> papers.keySet().stream()
                        .filter(paper -> papers.get(paper).equals(authority))
                        .collect(Collectors.toSet()))
                .max(Comparator.comparingInt(Set::size))
                .orElse(Set.of());
    }

    @Test
    void what_a_passport_said_then_is_what_is_taken_away_when_it_says_something_else() {
        counted.keep(lookup(NOON).paper("car-queue-certificate", "NOT_NEEDED"));
        counted.count();
        assertThat(sum(Measure.VISITS, "social-services")).isEqualTo(1);
        counted.passports = List.of();
        counted.keep(lookup(NOON.plusSeconds(5)).paper("car-queue-certificate", "NOT_NEEDED"));
        counted.count();
        assertThat(sum(Measure.VISITS, "")).isZero();
        assertThat(sum(Measure.NOT_ASKED, "car-queue-certificate")).isEqualTo(1);
        assertThat(counted.figures())
                .as("the service that nobody knows any more has no name")
                .anyMatch(line -> line.contains("CASES\t\tbaku-1"));
    }

    @Test
    void an_agency_that_was_asked_in_vain_is_completed_by_a_later_dossier_within_a_day() {
        counted.keep(late(NOON));
        counted.keep(late(NOON.plusSeconds(60)));
        counted.count();
        PlayedLookup answer = lookup(NOON.plus(Duration.ofHours(24))).answer("pensions", Verdict.NO_RECORD, 10);
        counted.keep(answer);
        counted.count();
        assertThat(sum(Measure.IN_VAIN, "pensions")).isEqualTo(2);
        assertThat(sum(Measure.COMPLETED, "pensions"))
                .as("the first is a day old by then")
                .isEqualTo(1);
        counted.keep(lookup(NOON.plus(Duration.ofHours(24)).plusSeconds(1)).answer("pensions", Verdict.ANSWERED, 10));
        counted.count();
        assertThat(sum(Measure.COMPLETED, "pensions")).as("each lookup once").isEqualTo(1);
    }

    @Test
    void a_lookup_in_vain_that_another_replaced_is_completed_without_its_dossier() {
        PlayedLookup first = counted.keep(late(NOON));
        counted.keep(late(NOON.plusSeconds(60)));
        counted.count();
        byte[] content =
                counted.record.jdbc.queryForObject("select content from dossier where id = ?", byte[].class, first.id);
        counted.record.jdbc.update("update dossier set content = 'changed' where id = ?", first.id);
        counted.keep(lookup(NOON.plusSeconds(120)).answer("pensions", Verdict.ANSWERED, 10));
        counted.count();
        assertThat(sum(Measure.COMPLETED, "pensions")).isEqualTo(2);
        assertThat(counted.record.changed.health().getStatus())
                .as("whoever opened it would have told that it was changed")
                .isEqualTo(Status.UP);
        counted.record.jdbc.update("update dossier set content = ? where id = ?", content, first.id);
    }

    @Test
    void a_follow_up_completes_and_is_no_asking_in_vain_of_its_own() {
        PlayedLookup first = counted.keep(late(MIDNIGHT.minusSeconds(60)));
        counted.keep(late(MIDNIGHT.plusSeconds(60)).completes(first.id));
        counted.keep(lookup(MIDNIGHT.plusSeconds(600))
                .answer("pensions", Verdict.ANSWERED, 10)
                .completes(first.id));
        counted.count();
        assertThat(sum(Measure.IN_VAIN, "")).isEqualTo(1);
        assertThat(sum(Measure.COMPLETED, "pensions"))
                .as("in the month of the lookup")
                .isEqualTo(1);
        assertThat(counted.sum(Measure.IN_VAIN, NEXT, "")).isZero();
        assertThat(counted.sum(Measure.CASES, NEXT, "")).isEqualTo(1);
    }

    @Test
    void what_is_left_out_neither_counts_nor_takes_a_place() {
        counted.keep(lookup(NOON).at("ganja", "HOME"));
        PlayedLookup bulk = lookup(NOON.plusSeconds(1));
        bulk.apart = RecordedDossier.Apart.BULK;
        counted.keep(bulk);
        PlayedLookup check = lookup(NOON.plusSeconds(2));
        check.apart = RecordedDossier.Apart.CALLER_CHECK;
        counted.keep(check);
        counted.keep(new PlayedLookup(NOON.plusSeconds(3)).state("UNKNOWN").answer("tax", Verdict.NO_RECORD, 3));
        counted.count();
        assertThat(counted.figures())
                .filteredOn(line -> line.contains("CASES\tccu-car"))
                .singleElement()
                .asString()
                .contains("ganja");
        assertThat(sum(Measure.AGENCY_ANSWER, "")).isEqualTo(1);
    }

    @Test
    void of_nobody_whom_silent_registers_may_know_there_is_no_case_but_the_silence_counts() {
        counted.keep(new PlayedLookup(NOON).state("UNKNOWN").answer("identity-register", Verdict.TIMED_OUT, 3000));
        counted.count();
        assertThat(sum(Measure.CASES, "")).isZero();
        assertThat(sum(Measure.IN_VAIN, "identity-register")).isEqualTo(1);
    }

    @Test
    void an_entry_from_before_counts_is_counted_by_its_dossier_without_time_centre_and_channel() {
        PlayedLookup old = lookup(NOON).paper("car-queue-certificate", "STILL_NEEDED");
        old.old = true;
        counted.keep(old);
        PlayedLookup bulk = lookup(NOON).of("5AB1C2E", "CASE/2", "ccu-car");
        bulk.old = true;
        bulk.bulkRow = true;
        counted.keep(bulk);
        counted.count();
        assertThat(counted.figures())
                .filteredOn(line -> line.contains("\tccu-car\t"))
                .extracting(line -> line.split("\t", 2)[1])
                .contains(
                        "CASES\tccu-car\t\tUNKNOWN\t\t = 1",
                        "STILL_ASKED\tccu-car\t\tUNKNOWN\tcar-queue-certificate\t = 1")
                .noneMatch(line -> line.startsWith("TOOK") || line.startsWith("DOCUMENT_FREE"));
        counted.keep(lookup(NOON.plusSeconds(1)));
        counted.count();
        assertThat(sum(Measure.CASES, "")).isEqualTo(1);
        assertThat(sum(Measure.STILL_ASKED, "")).isZero();
    }

    @Test
    void an_entry_that_somebody_changed_counts_nothing_and_stops_nothing() {
        PlayedLookup changed = counted.keep(lookup(NOON));
        counted.keep(lookup(NOON).of("5AB1C2E", "CASE/2", "ccu-car"));
        counted.record.jdbc.update(
                "update audit set entry = replace(entry::text, 'CENTRE', 'HOME')::json where id = ?", changed.id);
        counted.count();
        assertThat(sum(Measure.CASES, "")).isEqualTo(1);
    }

    @Test
    void entries_after_one_that_is_gone_are_counted() {
        PlayedLookup gone = counted.keep(lookup(NOON));
        counted.keep(lookup(NOON.plus(Duration.ofDays(45))).of("5AB1C2E", "CASE/2", "ccu-car"));
        counted.record.jdbc.update("delete from audit where id = ?", gone.id);
        counted.count();
        assertThat(counted.sum(
                        Measure.CASES,
                        YearMonth.from(NOON.plus(Duration.ofDays(45)).atZone(Baku.ZONE)),
                        ""))
                .isEqualTo(1);
    }

    @Test
    void two_jobs_at_once_count_once() {
        for (int i = 0; i < 40; i++) {
            counted.keep(lookup(NOON.plusSeconds(i)).of("5AB1C2D", "CASE/" + i % 30, "ccu-car"));
        }
        CompletableFuture.allOf(
                        CompletableFuture.runAsync(counted.job(counted.database)::run),
                        CompletableFuture.runAsync(counted.job(counted.database)::run))
                .join();
        assertThat(sum(Measure.CASES, "")).isEqualTo(30);
        assertThat(sum(Measure.AGENCY_ANSWER, "tax")).isEqualTo(40);
    }

    @Test
    void what_is_over_is_forgotten() {
        counted.keep(late(NOON));
        counted.keep(lookup(MIDNIGHT.plus(Duration.ofDays(1))).of("5AB1C2E", "CASE/2", "ccu-car"));
        counted.count();
        counted.keep(lookup(MIDNIGHT.plus(Duration.ofDays(40))).of("5AB1C2F", "CASE/3", "ccu-car"));
        counted.count();
        assertThat(counted.record.jdbc.queryForObject("select count(*) from report_in_vain", Long.class))
                .isZero();
        assertThat(counted.record.jdbc.queryForList("select month::text from report_case", String.class))
                .doesNotContain(MONTH.atDay(1).toString());
    }
}
