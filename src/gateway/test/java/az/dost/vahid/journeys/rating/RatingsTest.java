package az.dost.vahid.journeys.rating;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.calendar.AwkwardDays;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.edge.access.Channel;
import az.dost.vahid.edge.access.View;
import az.dost.vahid.journeys.lookup.DeskLookup;
import az.dost.vahid.journeys.lookup.LookupRequest;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.body.RecordId;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** What is kept of a rating: once for each slip, without whose it was, and found when somebody edits it. */
class RatingsTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private static final String CLERK = "a.mammadova";
    private final JdbcTemplate jdbc = VAHID.bean(JdbcTemplate.class);
    private final Ratings ratings = VAHID.bean(Ratings.class);
    private final SlipCodes slips = VAHID.bean(SlipCodes.class);

    /** As a lookup leaves it; each in an office of its own. @return whether there is a slip now */
    private boolean slip(UUID dossier, String official, String completeness) {
        DeskLookup lookup = new DeskLookup(
                dossier,
                "centre-1-desk",
                office(dossier),
                new LookupRequest(
                        "W1D0W01", "ccu-car", "RATED/1", official, List.of(), 3000, View.FULL, Channel.CENTRE),
                "a1".repeat(32),
                12,
                JsonNodeFactory.instance.objectNode().put("completeness", completeness));
        VAHID.bean(ActRecord.class)
                .keep(
                        RecordId.next(),
                        "test-slip",
                        JsonNodeFactory.instance.objectNode(),
                        connection -> slips.keep(lookup).make(connection));
        return slips.find(code(dossier)).isPresent();
    }

    private static String office(UUID dossier) {
        return "office-" + dossier.toString().substring(24);
    }

    private String code(UUID dossier) {
        return slips.code(dossier);
    }

    private boolean rate(UUID dossier, int stars, String complaint) {
        return ratings.keep(new SlipRating(code(dossier), stars, complaint));
    }

    private List<Ratings.Rating> said(UUID dossier) {
        return ratings.of("centre-1-desk", office(dossier), Instant.now().minus(Duration.ofDays(1)), 100);
    }

    private UUID slip() {
        UUID dossier = RecordId.next();
        assertThat(slip(dossier, CLERK, "COMPLETE")).isTrue();
        return dossier;
    }

    @Test
    void a_slip_is_rated_once() {
        UUID dossier = slip();
        assertThat(rate(dossier, 4, "It took an hour")).isTrue();
        assertThat(rate(dossier, 1, null)).isFalse();
        assertThat(said(dossier)).singleElement().satisfies(rating -> {
            assertThat(rating.stars()).isEqualTo(4);
            assertThat(rating.complaint()).isEqualTo("It took an hour");
        });
    }

    @Test
    @Tag("attack")
    void a_code_that_was_made_up_is_found_out_without_the_database() {
        String code = code(slip());
        String other = code.substring(0, 13) + (code.endsWith("0") ? "1" : "0");
        assertThat(RatingCode.formed(other)).isTrue();
        assertThat(RatingCode.proven(code, VAHID.bean(RowTrust.class).seals())).isTrue();
        assertThat(RatingCode.proven(other, VAHID.bean(RowTrust.class).seals())).isFalse();
        assertThat(slips.find(other)).isEmpty();
    }

    @Test
    @Tag("attack")
    void of_many_at_the_same_time_one_counts() {
        UUID dossier = slip();
        assertThat(IntStream.range(0, 16)
                        .parallel()
                        .filter(i -> rate(dossier, 1 + i % 5, null))
                        .count())
                .isEqualTo(1);
        assertThat(said(dossier)).hasSize(1);
    }

    @Test
    void nobody_but_a_clerk_hands_slips_out() {
        assertThat(slip(RecordId.next(), "k.aliyev", "COMPLETE"))
                .as("the manager")
                .isFalse();
        assertThat(slip(RecordId.next(), "nobody", "COMPLETE")).isFalse();
        assertThat(slip(RecordId.next(), CLERK, "EMPTY"))
                .as("about a person whom nobody knows")
                .isFalse();
    }

    @Test
    @Tag("attack")
    void nothing_that_is_kept_tells_which_slip_was_rated() {
        UUID dossier = slip();
        byte[] digest =
                jdbc.queryForObject("select digest from slip_code where office = ?", byte[].class, office(dossier));
        assertThat(jdbc.queryForObject(
                                "select slip_code::text from slip_code where office = ?", String.class, office(dossier))
                        .replace(office(dossier), ""))
                .doesNotContain(code(dossier), CLERK, "RATED", "a1a1");
        rate(dossier, 2, "A complaint");
        assertThat(jdbc.queryForObject("select count(*) from slip_code where digest = ?", Integer.class, digest))
                .isZero();
        String row =
                jdbc.queryForObject("select rating::text from rating where office = ?", String.class, office(dossier));
        String entry = jdbc.queryForObject(
                "select entry::text from audit where entry ->> 'act' = 'slip-rated' and entry ->> 'office' = ?",
                String.class,
                office(dossier));
        assertThat(List.of(row, entry))
                .allSatisfy(text -> assertThat(text.replace(office(dossier), ""))
                        .doesNotContain(
                                dossier.toString(),
                                code(dossier),
                                CLERK,
                                "RATED",
                                "a1a1",
                                "complaint\":\"",
                                "A complaint"));
        assertThat(entry).contains("\"stars\":2", "\"service\":\"ccu-car\"");
    }

    @Test
    void a_complaint_is_not_there_in_clear() {
        UUID dossier = slip();
        rate(dossier, 1, "It took an hour");
        assertThat(new String(
                        jdbc.queryForObject(
                                "select complaint from rating where office = ?", byte[].class, office(dossier)),
                        StandardCharsets.ISO_8859_1))
                .doesNotContain("hour");
    }

    @ParameterizedTest
    @Tag("attack")
    @ValueSource(
            strings = {
                "stars = 5",
                "service = 'ccu-intake'",
                "complaint = null",
                "complaint = complaint || '\\x00'",
                "requester = 'centre-1-desk', id = gen_random_uuid()",
                "mac = '\\x00'"
            })
    void one_that_somebody_edits_is_not_shown(String change) {
        UUID dossier = slip();
        rate(dossier, 1, "It took an hour");
        jdbc.update("update rating set " + change + " where office = ?", office(dossier));
        assertThat(said(dossier)).isEmpty();
        jdbc.update("delete from rating where office = ?", office(dossier));
    }

    @Test
    void one_that_is_moved_to_another_office_is_not_shown() {
        UUID dossier = slip();
        UUID other = slip();
        rate(dossier, 1, null);
        jdbc.update("update rating set office = ? where office = ?", office(other), office(dossier));
        assertThat(said(other)).isEmpty();
        jdbc.update("delete from rating where office = ?", office(other));
    }

    @Test
    void an_old_slip_is_not_rated_any_more_and_is_forgotten() {
        UUID dossier = slip();
        UUID young = slip();
        jdbc.update("update slip_code set day = day - 92 where office = ?", office(dossier));
        assertThat(rate(dossier, 5, null)).isFalse();
        ratings.forget();
        assertThat(jdbc.queryForObject(
                        "select count(*) from slip_code where office = ?", Integer.class, office(dossier)))
                .isZero();
        assertThat(rate(young, 5, null)).isTrue();
    }

    @ParameterizedTest
    @ArgumentsSource(AwkwardDays.class)
    void a_slip_is_rated_on_its_day_in_Baku_and_for_91_days_after_it(Instant moment) {
        UUID dossier = RecordId.at(moment.toEpochMilli());
        slip(dossier, CLERK, "COMPLETE");
        Instant end = LocalDate.ofInstant(moment, Baku.ZONE)
                .plusDays(92)
                .atStartOfDay(Baku.ZONE)
                .toInstant();
        assertThat(at(end.minusMillis(1)).find(code(dossier))).isPresent();
        assertThat(at(end).find(code(dossier))).isEmpty();
    }

    private SlipCodes at(Instant moment) {
        return new SlipCodes(
                jdbc, VAHID.bean(RowTrust.class).seals(), VAHID.bean(AccessPolicy.class), AwkwardDays.at(moment));
    }

    @ParameterizedTest
    @ArgumentsSource(AwkwardDays.class)
    void a_manager_sees_the_present_month_in_Baku_and_the_two_before(Instant moment) throws Exception {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        new Caller(VAHID.bean(AccessPolicy.class).named("centre-1-desk").orElseThrow(), "k.aliyev", false)
                .keep(exchange);
        new RatingHandler(ratings, new WrongCodes(() -> 1, System::nanoTime), AwkwardDays.at(moment)).own(exchange);
        assertThat(new ObjectMapper()
                        .readTree(exchange.getMessage().getBody(byte[].class))
                        .path("from")
                        .asText())
                .isEqualTo(YearMonth.from(moment.atZone(Baku.ZONE))
                        .minusMonths(2)
                        .atDay(1)
                        .toString());
    }

    @Test
    void what_no_manager_sees_is_forgotten() {
        UUID dossier = slip();
        rate(dossier, 5, null);
        ratings.forget();
        assertThat(said(dossier)).hasSize(1);
        jdbc.update(
                "update rating set id = ? where office = ?",
                RecordId.at(System.currentTimeMillis() - Duration.ofDays(93).toMillis()),
                office(dossier));
        ratings.forget();
        assertThat(jdbc.queryForObject("select count(*) from rating where office = ?", Integer.class, office(dossier)))
                .isZero();
    }
}
