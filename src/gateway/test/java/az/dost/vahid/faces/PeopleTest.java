package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.jdbc.core.JdbcTemplate;

/** People who log in at the demonstration's issuer, and what the gateway makes of them. */
class PeopleTest {
    private static final Person CLERK = new Person("a.mammadova");
    private static final Person OTHER_CENTRE = new Person("e.guliyev");
    private static final Person HOT_LINE = new Person("l.huseynova");
    private static final Person MANAGER = new Person("k.aliyev");
    private static final Person CITIZEN = new Person("martyrs-widow");
    private static final List<Person> OFFICIALS = Stream.of(
                    "a.mammadova",
                    "e.guliyev",
                    "l.huseynova",
                    "k.aliyev",
                    "r.ismayilov",
                    "s.karimova",
                    "z.rzayeva",
                    "t.babayev",
                    "g.ahmadova",
                    "o.safarov")
            .map(Person::new)
            .toList();
    private static final String FIN = RunningVahid.get().population().fin(4242);

    static List<Person> officials() {
        return OFFICIALS;
    }

    @ParameterizedTest
    @MethodSource("officials")
    void everybody_is_told_who_he_is_and_what_he_may_do(Person person) {
        HttpResponse<byte[]> answer = person.get("/v1/officials/me");
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check("/v1/officials/me", "get", answer);
        JsonNode me = Person.json(answer);
        assertThat(me.path("official").asText()).isEqualTo(person.login());
        assertThat(me.path("roles")).hasSize(1);
        String role = me.path("roles").get(0).asText();
        assertThat(me.path("views").toString())
                .isEqualTo(Map.of("CLERK", "[\"FULL\",\"VERDICTS\"]", "HOT_LINE", "[\"VERDICTS\"]")
                        .getOrDefault(role, "[]"));
    }

    @Test
    void a_system_and_a_citizen_are_no_officials() {
        assertThat(Person.code(Gateway.send("GET", "/v1/officials/me", null, Map.of("Authorization", Gateway.BEARER))))
                .isEqualTo("OFFICIAL_UNPROVEN");
        assertThat(Person.code(CITIZEN.get("/v1/officials/me"))).isEqualTo("NOT_GRANTED");
        assertThat(CITIZEN.get("/v1/citizens/me/lookups").statusCode()).isEqualTo(200);
        assertThat(Person.code(CLERK.get("/v1/citizens/me/lookups"))).isEqualTo("NOT_GRANTED");
    }

    /** Addresses come from the table of all faces: a new one is closed until a row opens it. */
    static Stream<Face> addresses() throws Exception {
        JsonNode rows = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/gateway/main/resources/faces.yaml").toFile());
        return StreamSupport.stream(rows.spliterator(), false)
                .filter(
                        row -> !row.has("at")
                                && !row.path("path")
                                        .asText()
                                        .matches(
                                                "/actuator.*|/[.]well-known.*|/v1/keys.*|/v1/citizens.*|/v1/ratings|/v1/ratings/slips|/v1/partners/applications.*|/soap.*|/|/r1.*|/listClients|/listCentralServices|/asic"))
                .flatMap(row -> StreamSupport.stream(row.path("methods").spliterator(), false)
                        .map(method -> new Face(
                                method.asText(),
                                row.path("path")
                                        .asText()
                                        .replace("{id}", "01a2220e-cddf-78a8-92b8-8d18e7d48eea")
                                        .replaceAll("[{]\\w+[}]", "one"),
                                StreamSupport.stream(row.path("roles").spliterator(), false)
                                        .map(JsonNode::asText)
                                        .toList(),
                                row.path("types").path(0).asText(null))));
    }

    record Face(String method, String path, List<String> roles, String type) {}

    @ParameterizedTest
    @MethodSource("addresses")
    @Tag("attack")
    void an_address_is_closed_to_every_role_that_its_row_does_not_name(Face face) {
        for (Person person : OFFICIALS) {
            String role = Person.json(person.get("/v1/officials/me"))
                    .path("roles")
                    .get(0)
                    .asText();
            Map<String, String> headers = face.type() == null
                    ? Map.of("Authorization", "Bearer " + person.token())
                    : Map.of("Authorization", "Bearer " + person.token(), "Content-Type", face.type());
            HttpResponse<byte[]> answer =
                    Gateway.send(face.method(), face.path(), face.type() == null ? null : "{}", headers);
            if (face.roles().contains(role)) {
                assertThat(new String(answer.body())).as("%s at %s", role, face).doesNotContain("None of your roles");
            } else {
                assertThat(answer.statusCode()).as("%s at %s", role, face).isEqualTo(403);
                assertThat(Person.json(answer).path("detail").asText())
                        .as("%s at %s", role, face)
                        .isEqualTo("None of your roles opens this address.");
            }
        }
    }

    @Test
    void a_clerk_asks_in_his_own_name_without_naming_himself() {
        HttpResponse<byte[]> answer = CLERK.lookUp(FIN, "ccu-car", "PEOPLE/1", null);
        assertThat(answer.statusCode()).as(new String(answer.body())).isEqualTo(200);
        OpenApi.check("/v1/dossiers", "post", answer);
        assertThat(Person.json(answer).path("official").asText()).isEqualTo("a.mammadova");
        assertThat(Person.json(answer).path("requester").asText()).isEqualTo("centre-1-desk");
    }

    @ParameterizedTest
    @Tag("attack")
    @CsvSource({"a.mammadova, 200", "e.guliyev, 403", "k.aliyev, 403", "anybody.else, 403"})
    void another_official_in_the_body_is_refused(String named, int status) {
        HttpResponse<byte[]> answer = CLERK.post(
                "/v1/dossiers",
                Person.question(FIN, "ccu-car", "PEOPLE/2", null)
                        .put("official", named)
                        .toString());
        assertThat(answer.statusCode()).isEqualTo(status);
        if (status == 403) {
            assertThat(Person.code(answer)).isEqualTo("OFFICIAL_DIFFERS");
        }
    }

    @Test
    void a_requesters_grants_are_those_of_the_office() {
        HttpResponse<byte[]> answer = OTHER_CENTRE.lookUp(FIN, "labour-dispute", "PEOPLE/3", null);
        assertThat(Person.code(answer)).isEqualTo("NOT_GRANTED");
        assertThat(Person.json(answer).path("field").asText()).isEqualTo("service");
    }

    @Test
    @Tag("attack")
    void a_dossier_of_another_office_does_not_exist() {
        String id = Gateway.id(CLERK.lookUp(FIN, "ccu-car", "PEOPLE/4", null));
        assertThat(CLERK.get("/v1/dossiers/" + id).statusCode()).isEqualTo(200);
        assertThat(Person.code(OTHER_CENTRE.get("/v1/dossiers/" + id))).isEqualTo("DOSSIER_UNKNOWN");
        assertThat(Person.code(HOT_LINE.get("/v1/dossiers/" + id))).isEqualTo("DOSSIER_UNKNOWN");
        assertThat(Person.code(MANAGER.get("/v1/dossiers/" + id))).isEqualTo("NOT_GRANTED");
    }

    @Test
    void my_cases_are_the_newest_dossiers_of_my_own_cases() {
        String first = Gateway.id(CLERK.lookUp(FIN, "ccu-car", "PEOPLE/5", null));
        String second = Gateway.id(CLERK.lookUp(FIN, "ccu-car", "PEOPLE/5", null));
        assertThat(OTHER_CENTRE.lookUp(FIN, "ccu-car", "PEOPLE/6", null).statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> answer = CLERK.get("/v1/officials/me/cases");
        OpenApi.check("/v1/officials/me/cases", "get", answer);
        String text = new String(answer.body());
        assertThat(Person.json(answer).path("cases").get(0).path("dossierId").asText())
                .isEqualTo(second);
        assertThat(text).contains("PEOPLE/5").doesNotContain(first, "PEOPLE/6", FIN);
    }

    @Test
    void a_case_keeps_the_channel_by_which_its_citizen_came() {
        String id = Gateway.id(CLERK.post(
                "/v1/dossiers",
                Person.question(FIN, "ccu-car", "PEOPLE/C1", null)
                        .put("channel", "MOBILE")
                        .toString()));
        CLERK.lookUp(FIN, "ccu-car", "PEOPLE/C1", null);
        CLERK.lookUp(FIN, "ccu-car", "PEOPLE/C2", null);
        HttpResponse<byte[]> answer = CLERK.get("/v1/officials/me/cases");
        OpenApi.check("/v1/officials/me/cases", "get", answer);
        JsonNode cases = Person.json(answer).path("cases");
        assertThat(cases.get(0).has("channel"))
                .as("of nobody it is told without his word")
                .isFalse();
        assertThat(cases.get(1).path("channel").asText()).isEqualTo("MOBILE");
        assertThat(new String(CLERK.get("/v1/dossiers/" + id).body())).doesNotContain("MOBILE");
    }

    @Test
    void the_list_of_the_day_has_the_offices_cases_of_a_channel_and_no_others() {
        String id = Gateway.id(CLERK.post(
                "/v1/dossiers",
                Person.question(FIN, "ccu-car", "PEOPLE/V1", null)
                        .put("channel", "HOME")
                        .toString()));
        CLERK.post(
                "/v1/dossiers",
                Person.question(FIN, "ccu-car", "PEOPLE/V2", null)
                        .put("channel", "CENTRE")
                        .toString());
        assertThat(OTHER_CENTRE
                        .post(
                                "/v1/dossiers",
                                Person.question(FIN, "ccu-car", "PEOPLE/V3", null)
                                        .put("channel", "HOME")
                                        .toString())
                        .statusCode())
                .isEqualTo(200);
        HttpResponse<byte[]> answer = CLERK.get("/v1/officials/me/visits?channel=HOME");
        OpenApi.check("/v1/officials/me/visits", "get", answer);
        String text = new String(answer.body());
        assertThat(text).contains("PEOPLE/V1", id).doesNotContain("PEOPLE/V2", "PEOPLE/V3", FIN);
        assertThat(new String(
                        OTHER_CENTRE.get("/v1/officials/me/visits?channel=HOME").body()))
                .contains("PEOPLE/V3")
                .doesNotContain("PEOPLE/V1");
        assertThat(Person.code(MANAGER.get("/v1/officials/me/visits?channel=HOME")))
                .isEqualTo("NOT_GRANTED");
    }

    @Test
    @Tag("attack")
    void verdicts_have_no_facts_whichever_way_they_are_asked_for() {
        HttpResponse<byte[]> answer = CLERK.lookUp(FIN, "ccu-car", "PEOPLE/7", "VERDICTS");
        assertThat(answer.statusCode()).isEqualTo(200);
        OpenApi.check("/v1/dossiers", "post", answer);
        JsonNode verdicts = Person.json(answer);
        assertThat(verdicts.path("view").asText()).isEqualTo("VERDICTS");
        assertThat(verdicts.has("facts") || verdicts.has("sources") || verdicts.has("conflicts"))
                .isFalse();
        assertThat(verdicts.path("documents")).isNotEmpty();
        String id = Gateway.id(answer);
        HttpResponse<byte[]> again = CLERK.get("/v1/dossiers/" + id);
        assertThat(again.body()).isEqualTo(answer.body());
        assertThat(again.headers().firstValue("Vahid-Signature"))
                .isEqualTo(answer.headers().firstValue("Vahid-Signature"));
        for (String form : List.of("application/xml", "application/vnd.etsi.asic-e+zip")) {
            assertThat(CLERK.send("GET", "/v1/dossiers/" + id, null, form).statusCode())
                    .as(form)
                    .isEqualTo(406);
            ObjectNode question = Person.question(FIN, "ccu-car", "PEOPLE/7", "VERDICTS");
            assertThat(CLERK.send("POST", "/v1/dossiers", question.toString(), form)
                            .statusCode())
                    .as(form)
                    .isEqualTo(406);
        }
        assertThat(CLERK.send("GET", "/v1/dossiers/" + id, null, "application/jose")
                        .statusCode())
                .isEqualTo(200);
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForObject("select entry ->> 'view' from audit where id = ?::uuid", String.class, id))
                .isEqualTo("VERDICTS");
    }

    @Test
    void a_view_that_there_is_not_is_refused() {
        HttpResponse<byte[]> answer = CLERK.lookUp(FIN, "ccu-car", "PEOPLE/8", "facts");
        assertThat(Person.json(answer).path("field").asText()).isEqualTo("view");
        assertThat(answer.statusCode()).isEqualTo(400);
    }

    @Test
    void the_citizen_sees_that_only_verdicts_were_given_out() {
        String id = Gateway.id(CLERK.lookUp("W1D0W01", "ccu-car", "PEOPLE/9", "VERDICTS"));
        HttpResponse<byte[]> answer = CITIZEN.get("/v1/citizens/me/lookups");
        OpenApi.check("/v1/citizens/me/lookups", "get", answer);
        JsonNode lookup = StreamSupport.stream(
                        Person.json(answer).path("lookups").spliterator(), false)
                .filter(one -> one.path("id").asText().equals(id))
                .findFirst()
                .orElseThrow();
        assertThat(lookup.path("view").asText()).isEqualTo("VERDICTS");
        assertThat(lookup.path("official").asText()).isEqualTo("a.mammadova");
    }

    @Test
    void an_offices_manager_sees_its_day_and_its_month_and_no_official() {
        for (int i = 0; i < 5; i++) {
            CLERK.lookUp(RunningVahid.get().population().fin(4300 + i), "ccu-car", "PEOPLE/D" + i, null);
        }
        for (String period : List.of("", "?period=TODAY", "?period=YESTERDAY", "?period=LAST_WEEK", "?period=MONTH")) {
            HttpResponse<byte[]> answer = MANAGER.get("/v1/statistics/centres/own" + period);
            OpenApi.check("/v1/statistics/centres/own", "get", answer);
            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(Person.json(answer).path("centre").asText()).isEqualTo("dost-centre-1");
            assertThat(new String(answer.body())).doesNotContain("a.mammadova");
            assertThat(Person.json(answer).has("slowAgencies")).isEqualTo(period.isEmpty() || period.endsWith("TODAY"));
        }
        JsonNode week = Person.json(MANAGER.get("/v1/statistics/centres/own?period=LAST_WEEK"));
        LocalDate monday = LocalDate.parse(week.path("from").asText());
        assertThat(monday.getDayOfWeek()).isEqualTo(DayOfWeek.MONDAY);
        assertThat(week.path("to").asText()).isEqualTo(monday.plusDays(6).toString());
        assertThat(Person.json(MANAGER.get("/v1/statistics/centres/own?period=YEAR"))
                        .path("field")
                        .asText())
                .isEqualTo("period");
    }
}
