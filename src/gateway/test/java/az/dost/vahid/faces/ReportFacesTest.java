package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.report.ClosingJob;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** Reports at the running gateway, as an analyst, a centre's manager and a citizen get them. */
class ReportFacesTest {
    private static final RunningVahid VAHID = RunningVahid.get();
    private static final String MONTH = ClosedQuarter.MONTH;
    private static final String QUARTER = ClosedQuarter.QUARTER;
    private static final Person ANALYST = new Person("g.ahmadova");
    private static final Person MANAGER = new Person("k.aliyev");

    @BeforeAll
    static void closes() {
        ClosedQuarter.close();
    }

    private static void holds(String template, HttpResponse<byte[]> answer) {
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        OpenApi.check(template, "get", answer);
    }

    @Test
    void an_analyst_reads_a_signed_report_and_its_tables() {
        holds("/v1/statistics/reports", ANALYST.get("/v1/statistics/reports"));
        for (String period : List.of(MONTH, QUARTER)) {
            HttpResponse<byte[]> report = ANALYST.get("/v1/statistics/reports/" + period);
            holds("/v1/statistics/reports/{period}", report);
            assertThat(Person.json(report).path("computed").asBoolean())
                    .as("in the demonstration")
                    .isTrue();
            new GatewayProof(VAHID.bean(DossierSigner.class).signerCertificate())
                    .detached(report.headers().firstValue("Vahid-Signature").orElseThrow(), report.body());
            assertThat(ANALYST.get("/v1/statistics/reports/" + period + "?version=1")
                            .body())
                    .isEqualTo(report.body());
            HttpResponse<byte[]> table = ANALYST.get("/v1/statistics/reports/" + period + "/tables/BY_SERVICE");
            holds("/v1/statistics/reports/{period}/tables/{table}", table);
            assertThat(Person.json(table).at("/rows/0/key").asText()).isEqualTo("home-care");
            assertThat(Person.json(table).at("/rows/0/cells/CASES").asLong())
                    .isEqualTo(period.equals(MONTH) ? 40 : 120);
        }
    }

    private static HttpResponse<byte[]> order(Person who, String period, String because, String key) {
        HttpResponse<byte[]> answer = Gateway.send(
                "POST",
                "/v1/statistics/reports/" + period + "/closings",
                Gateway.JSON.createObjectNode().put("because", because).toString(),
                Map.of(
                        "Authorization",
                        "Bearer " + who.token(),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key));
        OpenApi.check("/v1/statistics/reports/{period}/closings", "post", answer);
        return answer;
    }

    private static JsonNode closing(Person who, String period) {
        HttpResponse<byte[]> list = who.get("/v1/statistics/reports");
        holds("/v1/statistics/reports", list);
        return StreamSupport.stream(Person.json(list).path("periods").spliterator(), false)
                .filter(one -> one.path("period").asText().equals(period))
                .findFirst()
                .orElseThrow()
                .path("closing");
    }

    @Test
    void an_analyst_has_a_period_closed_anew_once_however_often_it_is_sent_and_is_told_what_came_of_it() {
        String period = ClosedQuarter.FIRST;
        HttpResponse<byte[]> first = order(ANALYST, period, "entries came late", "freeze-1");
        assertThat(first.statusCode()).as(new String(first.body())).isEqualTo(202);
        assertThat(Person.json(order(ANALYST, period, "entries came late", "freeze-1"))
                        .path("id"))
                .isEqualTo(Person.json(first).path("id"));
        assertThat(Person.code(order(ANALYST, period, "for another reason", "freeze-1")))
                .isEqualTo("IDEMPOTENCY_KEY_USED");
        assertThat(Person.code(order(ANALYST, period, "entries came late", "freeze-2")))
                .isEqualTo("CLOSING_ORDERED");
        VAHID.bean(ClosingJob.class).run();
        Awaitility.await()
                .untilAsserted(
                        () -> assertThat(closing(ANALYST, period).path("state").asText())
                                .isEqualTo("UNCHANGED"));
        assertThat(closing(MANAGER, period).isMissingNode())
                .as("a manager orders nothing, and is told of nothing")
                .isTrue();
        assertThat(Person.code(order(ANALYST, period, "once more", "freeze-3")))
                .as("on the same day")
                .isEqualTo("CLOSING_ORDERED");
        assertThat(VAHID.bean(JdbcTemplate.class)
                        .queryForList(
                                "select entry ->> 'official' || ' ' || (entry ->> 'because') from audit where entry ->> 'act' = 'statistics-closing-ordered'"
                                        + " and entry ->> 'period' = ?",
                                String.class,
                                period))
                .containsExactly("g.ahmadova entries came late");
    }

    /** Those who may read much, and not this: in the list of people of the demonstration. */
    @ParameterizedTest
    @ValueSource(strings = {"k.aliyev", "a.mammadova", "l.huseynova"})
    @Tag("attack")
    void who_is_no_analyst_closes_nothing_anew(String login) {
        HttpResponse<byte[]> answer = order(new Person(login), MONTH, "because I can", "freeze-4");
        assertThat(answer.statusCode()).isEqualTo(403);
        assertThat(Person.code(answer)).isEqualTo("NOT_GRANTED");
        assertThat(closing(ANALYST, MONTH).isMissingNode()).isTrue();
    }

    @ParameterizedTest
    @CsvSource({"CSV, text/csv", "JSON_STAT, application/vnd.json-stat+json"})
    void an_analyst_has_files(String form, String type) {
        for (String path : List.of(
                "/v1/statistics/reports/{period}",
                "/v1/statistics/reports/{period}/tables/TOTAL",
                "/v1/statistics/open-data/{period}")) {
            HttpResponse<byte[]> file = ANALYST.get(path.replace("{period}", MONTH) + "?form=" + form);
            assertThat(file.statusCode()).as(path).isEqualTo(200);
            assertThat(file.headers().firstValue("Content-Type").orElseThrow()).startsWith(type);
            assertThat(file.headers().firstValue("Vahid-Signature")).isEmpty();
            assertThat(new String(file.body())).contains("CASES");
        }
    }

    /** The demonstration's centres have one clerk each: none has a row of its own. */
    @Test
    void a_manager_reads_the_own_centre_and_no_other() {
        holds("/v1/statistics/reports", MANAGER.get("/v1/statistics/reports"));
        HttpResponse<byte[]> own = MANAGER.get("/v1/statistics/reports/" + MONTH + "/centres/dost-centre-1");
        holds("/v1/statistics/reports/{period}/centres/{centre}", own);
        assertThat(Person.json(own).path("ownRow").asBoolean()).isFalse();
        assertThat(Person.json(own).at("/cells/CASES/hidden").asBoolean()).isTrue();
        assertThat(Person.code(MANAGER.get("/v1/statistics/reports/" + MONTH + "/centres/dost-centre-2")))
                .isEqualTo("CENTRE_FOREIGN");
        assertThat(Person.code(MANAGER.get("/v1/statistics/reports/" + MONTH + "/centres/OTHER")))
                .isEqualTo("CENTRE_FOREIGN");
        assertThat(Person.code(MANAGER.get("/v1/statistics/reports/" + MONTH))).isEqualTo("NOT_GRANTED");
        assertThat(Person.json(ANALYST.get("/v1/statistics/reports/" + MONTH + "/centres/OTHER"))
                        .at("/cells/CASES/hidden")
                        .asBoolean())
                .as("no centre is called so")
                .isTrue();
    }

    @Test
    void a_system_has_no_report() {
        assertThat(Person.code(
                        Gateway.send("GET", "/v1/statistics/reports", null, Map.of("Authorization", Gateway.BEARER))))
                .isEqualTo("OFFICIAL_UNPROVEN");
        assertThat(Person.code(Gateway.send(
                        "POST",
                        "/v1/statistics/reports/" + MONTH + "/closings",
                        "{\"because\":\"late\"}",
                        Map.of(
                                "Authorization",
                                Gateway.BEARER,
                                "Content-Type",
                                "application/json",
                                "Idempotency-Key",
                                "freeze-5"))))
                .isEqualTo("OFFICIAL_UNPROVEN");
    }

    @Test
    void an_open_period_has_none() {
        HttpResponse<byte[]> answer = ANALYST.get("/v1/statistics/reports/" + ClosedQuarter.NOW);
        assertThat(answer.statusCode()).isEqualTo(409);
        assertThat(Person.code(answer)).isEqualTo("PERIOD_OPEN");
        OpenApi.check("/v1/statistics/reports/{period}", "get", answer);
    }

    @ParameterizedTest
    @ValueSource(strings = {"D_BAND", "BY_OFFICIAL", "total"})
    void a_table_that_a_month_does_not_have(String table) {
        HttpResponse<byte[]> answer = ANALYST.get("/v1/statistics/reports/" + MONTH + "/tables/" + table);
        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(Person.code(answer)).isEqualTo("TABLE_UNKNOWN");
    }

    @Test
    void a_version_that_there_is_not() {
        assertThat(Person.json(ANALYST.get("/v1/statistics/reports/" + MONTH + "?version=77"))
                        .path("field")
                        .asText())
                .isEqualTo("version");
    }

    @Test
    void a_citizen_and_a_system_read_open_data() {
        for (String bearer : List.of("Bearer " + Portal.of(4_971).token(), Gateway.BEARER)) {
            HttpResponse<byte[]> catalogue =
                    Gateway.send("GET", "/v1/statistics/open-data", null, Map.of("Authorization", bearer));
            holds("/v1/statistics/open-data", catalogue);
            assertThat(catalogue.headers().firstValue("Content-Type").orElseThrow())
                    .startsWith("application/ld+json");
            JsonNode datasets = Person.json(catalogue).path("dataset");
            assertThat(datasets.findValuesAsText("identifier")).contains(MONTH, QUARTER);
            HttpResponse<byte[]> data =
                    Gateway.send("GET", "/v1/statistics/open-data/" + MONTH, null, Map.of("Authorization", bearer));
            holds("/v1/statistics/open-data/{period}", data);
            new GatewayProof(VAHID.bean(DossierSigner.class).signerCertificate())
                    .detached(data.headers().firstValue("Vahid-Signature").orElseThrow(), data.body());
            assertThat(new String(data.body())).contains("\"computed\":true").doesNotContain("BY_CENTRE");
        }
    }
}
