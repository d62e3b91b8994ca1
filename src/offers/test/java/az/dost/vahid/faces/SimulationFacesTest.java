package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.offers.ChangedRequester;
import az.dost.vahid.offers.RightsSystem;
import az.dost.vahid.rights.RightCommand;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.simulation.GivenSimulation;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.jdbc.core.JdbcTemplate;
import picocli.CommandLine;

/** What other rules would change, asked by one official and released by another. */
class SimulationFacesTest {
    private static final String ALL = "/v1/rights/simulations";
    private static final Person ANALYST = new Person("g.ahmadova");
    private static final Person AUDITOR = new Person("z.rzayeva");

    @TempDir
    private Path folder;

    @BeforeAll
    static void running() {
        RightsSystem.get();
    }

    private static ObjectNode question(String text) {
        ObjectNode question = Gateway.JSON
                .createObjectNode()
                .put("reason", "The draft law")
                .put("day", "2027-01-01")
                .put("seed", 7)
                .put("count", 300);
        question.putArray("rights")
                .addObject()
                .put("right", GivenSimulation.RIGHT)
                .put("text", text);
        return question;
    }

    private static HttpResponse<byte[]> ask(Person person, String key, ObjectNode question) {
        return Gateway.send(
                "POST",
                ALL,
                question.toString(),
                Map.of(
                        "Authorization",
                        "Bearer " + person.token(),
                        "Content-Type",
                        "application/json",
                        "Idempotency-Key",
                        key));
    }

    private static String asked() {
        HttpResponse<byte[]> answer = ask(ANALYST, UUID.randomUUID().toString(), question(GivenSimulation.rule(240)));
        assertThat(answer.statusCode())
                .as(new String(answer.body(), StandardCharsets.UTF_8))
                .isEqualTo(202);
        OpenApi.check(ALL, "post", answer);
        return Person.json(answer).path("id").asText();
    }

    private static JsonNode show(String id) {
        HttpResponse<byte[]> answer = ANALYST.get(ALL + "/" + id);
        OpenApi.check(ALL + "/{id}", "get", answer);
        return Person.json(answer);
    }

    private static HttpResponse<byte[]> done(String id) {
        HttpResponse<byte[]> released = AUDITOR.post(ALL + "/" + id + "/release", "{}");
        OpenApi.check(ALL + "/{id}/release", "post", released);
        assertThat(released.statusCode()).isEqualTo(200);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .until(() -> show(id).path("state").asText().equals("DONE"));
        HttpResponse<byte[]> result = ANALYST.get(ALL + "/" + id + "/result");
        OpenApi.check(ALL + "/{id}/result", "get", result);
        return result;
    }

    /** What the command writes for the same rules. */
    private String command() throws IOException {
        for (String name : List.of("after", "before")) {
            Files.createDirectories(folder.resolve(name));
            try (var rights = Files.list(Path.of("contracts/rights"))) {
                for (Path right : rights.toList()) {
                    Files.copy(right, folder.resolve(name).resolve(right.getFileName()));
                }
            }
        }
        Files.writeString(folder.resolve("after").resolve(GivenSimulation.RIGHT + ".yaml"), GivenSimulation.rule(240));
        StringWriter out = new StringWriter();
        String[] arguments = {
            "simulate",
            "--people",
            "demonstration",
            "--on",
            "2027-01-01",
            "--seed",
            "7",
            "--count",
            "300",
            "--json",
            "--rights",
            folder.resolve("after").toString(),
            "--against",
            folder.resolve("before").toString()
        };
        assertThat(new CommandLine(new RightCommand())
                        .setOut(new PrintWriter(out))
                        .execute(arguments))
                .isZero();
        return out.toString();
    }

    @Test
    void the_result_is_what_the_command_writes_and_is_signed() throws Exception {
        HttpResponse<byte[]> result = done(asked());
        String text = new String(result.body(), StandardCharsets.UTF_8);
        assertThat(text).isEqualTo(command());
        byte[] certificate =
                Gateway.send("GET", "/v1/keys/certificate", null, Map.of()).body();
        new GatewayProof(GatewayProof.certificate(certificate))
                .detached(result.headers().firstValue("Vahid-Signature").orElseThrow(), result.body());
        JsonNode json = Gateway.JSON.readTree(text);
        assertThat(SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                        .getSchema(Gateway.JSON.readTree(
                                Path.of("contracts/simulation.schema.json").toFile()))
                        .validate(json))
                .isEmpty();
        assertThat(json.path("sheets"))
                .allSatisfy(sheet -> assertThat(sheet.at("/notice/en").asText()).contains("computed"));
        JsonNode pension = json.at("/sheets/0/groups/0/rights")
                .valueStream()
                .filter(right -> right.path("right").asText().equals(GivenSimulation.RIGHT))
                .findFirst()
                .orElseThrow();
        assertThat(pension.at("/GAINED/people").asInt()).as(pension.toString()).isBetween(20, 60);
        assertThat(pension.at("/LOST/people").asInt(-1)).isZero();
    }

    @Test
    void each_step_is_an_entry_of_the_chain_by_whoever_took_it() {
        String id = asked();
        done(id);
        assertThat(RunningVahid.get()
                        .bean(JdbcTemplate.class)
                        .queryForList(
                                "select concat_ws(' ', entry ->> 'act', entry ->> 'official') from audit where entry ->> 'simulation' = ? order by sequence",
                                String.class,
                                id))
                .containsExactly("simulation-asked g.ahmadova", "simulation-released z.rzayeva", "simulation-made");
    }

    @Test
    void what_is_refused_says_why_and_is_never_computed() {
        String id = asked();
        HttpResponse<byte[]> refused = AUDITOR.post(ALL + "/" + id + "/refusal", "{\"note\":\"Not this draft\"}");
        OpenApi.check(ALL + "/{id}/refusal", "post", refused);
        assertThat(show(id).path("state").asText()).isEqualTo("REFUSED");
        assertThat(show(id).path("note").asText()).isEqualTo("Not this draft");
        assertThat(ANALYST.get(ALL + "/" + id + "/result").statusCode()).isEqualTo(404);
        assertThat(Person.code(AUDITOR.post(ALL + "/" + id + "/release", "{}"))).isEqualTo("SIMULATION_SETTLED");
    }

    @Test
    void the_list_has_the_newest_first_and_no_text() {
        String id = asked();
        HttpResponse<byte[]> answer = AUDITOR.get(ALL + "?limit=1");
        OpenApi.check(ALL, "get", answer);
        JsonNode one = Person.json(answer).path("simulations").path(0);
        assertThat(one.path("id").asText()).isEqualTo(id);
        assertThat(one.path("changes").path(0).asText()).isEqualTo(GivenSimulation.RIGHT);
        assertThat(one.has("rights")).isFalse();
        assertThat(answer.headers().firstValue("Link")).isPresent();
    }

    @Test
    void asked_twice_it_is_asked_once() {
        String key = UUID.randomUUID().toString();
        ObjectNode question = question(GivenSimulation.rule(240));
        String id = Person.json(ask(ANALYST, key, question)).path("id").asText();
        assertThat(Person.json(ask(ANALYST, key, question)).path("id").asText()).isEqualTo(id);
        assertThat(Person.code(ask(ANALYST, key, question.put("seed", 8)))).isEqualTo("IDEMPOTENCY_KEY_USED");
    }

    /** By file, line and column, as the command check has it. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "totalMonths >= 300 | salary >= 300 | rights/old-age-pension.yaml:[0-9]+:[0-9]+: .*salary",
                "not(death.recorded) | not(death.recorded) and death.recorded | .*can never hold.*",
                "insuredRecord.totalMonths >= 300 | count(for i in 1..1000000000 return i) > 1 | rights/old-age-pension.yaml:[0-9]+.*",
                "purpose: | parpose: | rights/old-age-pension.yaml:[0-9]+.*"
            })
    @Tag("attack")
    void rules_with_errors_are_refused_by_file_and_line(String was, String is, String told) {
        String rule = GivenSimulation.rule(300);
        assertThat(rule).contains(was);
        HttpResponse<byte[]> answer = ask(ANALYST, UUID.randomUUID().toString(), question(rule.replace(was, is)));
        assertThat(answer.statusCode()).isEqualTo(422);
        assertThat(Person.code(answer)).isEqualTo("RIGHTS_REFUSED");
        assertThat(Person.json(answer).path("detail").asText()).matches("(?s).*" + told + ".*");
    }

    /** Real people are counted by nobody here: there are those that the program computes, and no more. */
    @Test
    @Tag("attack")
    void more_people_than_are_computed_are_refused() {
        HttpResponse<byte[]> answer = ask(
                ANALYST,
                UUID.randomUUID().toString(),
                question(GivenSimulation.rule(240)).put("count", 401));
        assertThat(Person.code(answer)).isEqualTo("FIELD_INVALID");
        assertThat(Person.json(answer).path("field").asText()).isEqualTo("count");
        assertThat(Person.code(ask(
                        ANALYST,
                        UUID.randomUUID().toString(),
                        question(GivenSimulation.rule(240)).put("people", "a bulk result"))))
                .isEqualTo("FIELD_UNKNOWN");
    }

    @Test
    @Tag("attack")
    void whoever_was_an_analyst_once_asks_and_reads_nothing() throws Exception {
        String id = asked();
        ChangedRequester.with("ministry-desk", "ANALYST", "CLERK", () -> {
            assertThat(ANALYST.get(ALL + "/" + id).statusCode()).isEqualTo(403);
            assertThat(ask(ANALYST, "k", question(GivenSimulation.rule(240))).statusCode())
                    .isEqualTo(403);
        });
    }

    /** Who is not meant: strangers, systems, and officials with other roles. */
    @ParameterizedTest
    @CsvSource({"a.mammadova", "k.aliyev", "r.ismayilov", "s.karimova", "o.safarov"})
    @Tag("attack")
    void nobody_else_asks_decides_or_reads(String login) {
        String id = asked();
        Person other = new Person(login);
        assertThat(other.get(ALL).statusCode()).isEqualTo(403);
        assertThat(other.get(ALL + "/" + id).statusCode()).isEqualTo(403);
        assertThat(other.get(ALL + "/" + id + "/result").statusCode()).isEqualTo(403);
        assertThat(other.post(ALL + "/" + id + "/release", "{}").statusCode()).isEqualTo(403);
        assertThat(ask(other, "k", question(GivenSimulation.rule(240))).statusCode())
                .isEqualTo(403);
        assertThat(show(id).path("state").asText()).isEqualTo("ASKED");
    }

    @Test
    @Tag("attack")
    void an_analyst_releases_nothing_and_an_auditor_asks_nothing() {
        String id = asked();
        assertThat(ANALYST.post(ALL + "/" + id + "/release", "{}").statusCode()).isEqualTo(403);
        assertThat(ANALYST.post(ALL + "/" + id + "/refusal", "{\"note\":\"No\"}")
                        .statusCode())
                .isEqualTo(403);
        assertThat(new Person("t.babayev")
                        .post(ALL + "/" + id + "/release", "{}")
                        .statusCode())
                .as("who only looks")
                .isEqualTo(403);
        assertThat(ask(AUDITOR, "k", question(GivenSimulation.rule(240))).statusCode())
                .isEqualTo(403);
        assertThat(show(id).path("state").asText()).isEqualTo("ASKED");
    }

    /** A login with both roles, or of two systems, is one person. */
    @Test
    @Tag("attack")
    void nobody_releases_what_he_asked_for_himself() {
        String id = GivenSimulation.askedBy("z.rzayeva");
        assertThat(Person.code(AUDITOR.post(ALL + "/" + id + "/release", "{}"))).isEqualTo("OWN_MATTER");
        assertThat(Person.code(AUDITOR.post(ALL + "/" + id + "/refusal", "{\"note\":\"No\"}")))
                .isEqualTo("OWN_MATTER");
        assertThat(new Person("n.hasanli")
                        .post(ALL + "/" + id + "/release", "{}")
                        .statusCode())
                .isEqualTo(200);
    }
}
