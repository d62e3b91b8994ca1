package az.dost.vahid.journeys.auditor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.calendar.AwkwardDays;
import az.dost.vahid.calendar.Baku;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.Caller;
import az.dost.vahid.journeys.desk.DeskRows;
import az.dost.vahid.journeys.misuse.HitRows;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.Trail;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ArgumentsSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** The present day of auditors is that of Baku. */
class AuditorDaysTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private static final ObjectMapper JSON = new ObjectMapper();

    private static Exchange exchange() {
        Exchange exchange = new DefaultExchange(new DefaultCamelContext());
        new Caller(VAHID.bean(AccessPolicy.class).named("audit-office").orElseThrow(), "s.auditor", false)
                .keep(exchange);
        return exchange;
    }

    private static JsonNode answer(Exchange exchange) throws IOException {
        return JSON.readTree(exchange.getMessage().getBody(byte[].class));
    }

    private static JsonNode asked(Instant moment, LocalDate last) throws IOException {
        Clock clock = AwkwardDays.at(moment);
        NamedReports reports = new NamedReports(
                VAHID.bean(JdbcTemplate.class), VAHID.bean(RowTrust.class), VAHID.bean(ActRecord.class), clock);
        Exchange exchange = exchange();
        exchange.getMessage()
                .setBody(new ByteArrayInputStream(JSON.createObjectNode()
                        .put("requester", "dost-centre-1")
                        .put("official", "a.b")
                        .put("from", last.minusDays(30).toString())
                        .put("to", last.toString())
                        .put("reason", "Why " + UUID.randomUUID())
                        .toString()
                        .getBytes(StandardCharsets.UTF_8)));
        new NamedReportHandler(
                        reports,
                        VAHID.bean(AccessPolicy.class),
                        VAHID.bean(Trail.class),
                        VAHID.bean(PersonHash.class),
                        clock)
                .ask(exchange);
        return answer(exchange);
    }

    @ParameterizedTest
    @ArgumentsSource(AwkwardDays.class)
    void a_report_goes_to_the_present_day_and_no_further(Instant moment) throws IOException {
        LocalDate today = LocalDate.ofInstant(moment, Baku.ZONE);
        JsonNode report = asked(moment, today);
        assertThat(report.path("to").asText()).isEqualTo(today.toString());
        assertThat(report.path("state").asText()).isEqualTo("ASKED");
        assertThatThrownBy(() -> asked(moment, today.plusDays(1)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.code()).isEqualTo(ProblemCode.FIELD_INVALID));
    }

    @ParameterizedTest
    @ArgumentsSource(AwkwardDays.class)
    void thirty_days_of_an_official_end_with_the_present_one(Instant moment) throws IOException {
        Exchange exchange = exchange();
        exchange.getMessage().setHeader("id", hit().toString());
        new ActivityHandler(
                        VAHID.bean(HitRows.class),
                        VAHID.bean(AccessPolicy.class),
                        VAHID.bean(DeskRows.class),
                        VAHID.bean(DossierRecord.class),
                        AwkwardDays.at(moment))
                .show(exchange);
        JsonNode activity = answer(exchange);
        LocalDate today = LocalDate.ofInstant(moment, Baku.ZONE);
        assertThat(activity.path("from").asText()).isEqualTo(today.minusDays(29).toString());
        assertThat(activity.path("days")).hasSize(30);
        assertThat(activity.at("/days/29/day").asText()).isEqualTo(today.toString());
    }

    private static UUID hit() {
        UUID id = UUID.randomUUID();
        VAHID.bean(JdbcTemplate.class)
                .update(
                        "insert into misuse_hit (id, rule, action, subject, requester, official, times, first_at, last_at,"
                                + " told_at) values (?, 'days', 'FLAG', ?, 'centre-1-desk', 'a.mammadova', 1, now(), now(), now())",
                        id,
                        id.toString());
        return id;
    }
}
