package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.command.Failures;
import az.dost.vahid.json.Json;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.Sha256;
import az.dost.vahid.signature.own.KeysCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class RightCommandTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private int run(String... arguments) {
        Failures failures = new Failures(UnaryOperator.identity());
        return new CommandLine(new RightCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .setExecutionExceptionHandler(failures)
                .setParameterExceptionHandler(failures)
                .execute(arguments);
    }

    private JsonNode json() throws IOException {
        return Json.mapper().readTree(out.toString());
    }

    @Test
    void the_rights_of_the_program_have_no_errors() throws IOException {
        assertThat(run("check", "--json")).as(out.toString()).isZero();
        assertThat(json().path("rights").asInt()).isGreaterThanOrEqualTo(10);
    }

    @Test
    void errors_are_told_with_file_and_line() throws IOException {
        Files.writeString(
                folder.resolve("right.yaml"),
                Files.readString(Path.of("src/rights/test/resources/rights/bad/right.yaml"))
                        .replace("identity.birthDate", "identity.birthDay"));
        assertThat(run("check", "--rights", folder.toString())).isEqualTo(1);
        assertThat(out.toString())
                .contains(folder + "/right.yaml:15:9: identity has no field birthDay; did you mean birthDate?")
                .contains("1 error");
        assertThat(run("check", "--rights", folder.resolve("none").toString())).isEqualTo(2);
        assertThat(err.toString()).contains("There is no folder");
    }

    private Path written(String name, JsonNode json) throws IOException {
        return Files.writeString(folder.resolve(name), json.toString());
    }

    private static RightCase birth() {
        return RightCase.all().stream()
                .filter(one -> one.right().code().equals("birth-allowance"))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void an_evaluation_says_what_came_of_each_right_and_why() throws IOException {
        Path dossier = written("dossier.json", birth().dossier().json());
        assertThat(run("evaluate", "--dossier", dossier.toString(), "--on", "2026-12-01", "--json"))
                .as(err.toString())
                .isZero();
        assertThat(json().path("day").asText()).isEqualTo("2026-12-01");
        assertThat(json().path("rights").findValuesAsText("right")).contains("birth-allowance", "old-age-pension");
        JsonNode birth = json().path("rights").path(0);
        // Which child is not said.
        assertThat(birth.path("outcome").asText()).isEqualTo("UNDECIDED");
        assertThat(birth.path("conditions")
                        .path(0)
                        .path("facts")
                        .path(0)
                        .path("unknown")
                        .asText())
                .isEqualTo("NOT_ASKED");
        assertThat(out.toString()).doesNotContain("CH1LD01");
    }

    @Test
    void an_event_brings_a_right_about() throws IOException {
        Path dossier = written("dossier.json", birth().dossier().json());
        JsonNode event = Json.mapper()
                .createObjectNode()
                .put("specversion", "1.0")
                .put("id", "1")
                .put("source", "urn:dost:publisher:civil-registry")
                .put("type", "az.dost.birth.v1")
                .put("time", "2026-11-20T08:00:00Z")
                .set("data", birth().event());
        assertThat(run(
                        "evaluate",
                        "--dossier",
                        dossier.toString(),
                        "--event",
                        written("event.json", event).toString(),
                        "--on",
                        "2026-12-01"))
                .as(err.toString())
                .isZero();
        assertThat(out.toString()).contains("birth-allowance: ENTITLED, 600.00 AZN");
    }

    @Test
    void what_is_no_dossier_is_refused_without_what_stands_in_it() throws IOException {
        Path none = Files.writeString(folder.resolve("none.json"), "{\"subject\": {\"fin\": \"SECRET1\"}}");
        assertThat(run("evaluate", "--dossier", none.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is no dossier").doesNotContain("SECRET1");
        Path text = Files.writeString(folder.resolve("text.json"), "{SECRET1");
        assertThat(run("evaluate", "--dossier", text.toString())).isEqualTo(1);
        assertThat(err.toString()).contains("is no JSON: line 1").doesNotContain("SECRET1");
    }

    /** People of 66 years, of 70, and one of 40. */
    private Path people(int count) throws IOException {
        StringBuilder people = new StringBuilder("{\"bulkId\": \"heading\"}\n");
        RightCase pensioner = RightCase.all().stream()
                .filter(one -> one.right().code().equals("old-age-pension"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < count; i++) {
            int born = i == 0 ? 1986 : i < 8 ? 1960 : 1956;
            JsonNode facts = MadeDossier.with(
                    pensioner.facts(), Json.yaml().readTree("{ identity: { birthDate: \"" + born + "-01-01\" } }"));
            people.append("{\"line\": 1, \"dossier\": ")
                    .append(new MadeDossier(RightCase.VOCABULARY, facts).json())
                    .append("}\n");
        }
        return Files.writeString(folder.resolve("people.ndjson"), people);
    }

    /** A law by which pension age is 67. */
    private Path rules() throws IOException {
        Path rules = Files.createDirectories(folder.resolve("rules"));
        Files.writeString(
                rules.resolve("old-age-pension.yaml"),
                Files.readString(Path.of("contracts/rights/old-age-pension.yaml"))
                        .replaceFirst("(?m)^excludedBy.*\n", "")
                        .replace("P65Y", "P67Y"));
        return rules;
    }

    private int simulate(int count, String... more) throws IOException {
        List<String> arguments = new ArrayList<>(List.of("simulate", "--rights", rules().toString()));
        arguments.addAll(List.of("--people", people(count).toString(), "--on", "2026-12-01"));
        arguments.addAll(List.of(more));
        out.getBuffer().setLength(0);
        return run(arguments.toArray(String[]::new));
    }

    private static List<Error> valid(JsonNode result) throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Json.mapper()
                        .readTree(Path.of("contracts/simulation.schema.json").toFile()))
                .validate(result);
    }

    private static JsonNode row(JsonNode result, String by, String right) {
        return result.path("sheets")
                .valueStream()
                .filter(sheet -> sheet.path("by").asText().equals(by))
                .flatMap(sheet -> sheet.path("groups").path(0).path("rights").valueStream())
                .filter(row -> row.path("right").asText().equals(right))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void other_rules_are_counted_without_showing_few_people() throws IOException {
        assertThat(simulate(20, "--json")).as(err.toString()).isZero();
        JsonNode result = json();
        assertThat(valid(result)).isEmpty();
        assertThat(result.path("people").path("count").asInt()).isEqualTo(20);
        // One person is not shown, nor those of whom the one would follow.
        JsonNode pension = row(result, "ALL", "old-age-pension");
        assertThat(pension.path("LOST").toString()).isEqualTo("{\"hidden\":true}");
        assertThat(pension.path("NOT_ENTITLED").toString()).isEqualTo("{\"hidden\":true}");
        assertThat(pension.path("GAINED").toString()).isEqualTo("{\"people\":0}");
        // Seven people of 66 years, and one of 40, are no groups of their own.
        assertThat(result.path("sheets").path(3).path("groups").findValuesAsText("group"))
                .containsExactly("OTHER");
        assertThat(out.toString()).doesNotContain("SVBJECT").doesNotContain("notice");
    }

    @Test
    void many_people_are_shown() throws IOException {
        assertThat(simulate(500)).as(err.toString()).isZero();
        assertThat(out.toString())
                .contains("By region", "old-age-pension: GAINED 0 LOST ", "STILL_ENTITLED ")
                .doesNotContain("Nothing follows");
    }

    @Test
    void a_result_is_the_same_byte_for_byte_and_says_of_what_it_is() throws Exception {
        Path first = folder.resolve("first.json");
        Path second = folder.resolve("second.json");
        assertThat(simulate(200, "--out", first.toString())).as(err.toString()).isZero();
        assertThat(simulate(200, "--out", second.toString())).isZero();
        assertThat(first).hasSameBinaryContentAs(second);
        JsonNode result = Json.mapper().readTree(first.toFile());
        assertThat(result.path("day").asText()).isEqualTo("2026-12-01");
        assertThat(result.path("people").path("sha256").asText())
                .isEqualTo(Sha256.hex(Files.readAllBytes(folder.resolve("people.ndjson"))));
        byte[] rule = Files.readAllBytes(folder.resolve("rules/old-age-pension.yaml"));
        assertThat(result.path("rights").path("sha256").asText())
                .isEqualTo(Sha256.hex(Sha256.hex(rule) + "  old-age-pension.yaml\n"));
        assertThat(result.path("against").path("sha256").asText())
                .isNotEqualTo(result.path("rights").path("sha256").asText());
    }

    @Test
    void a_result_is_signed_with_the_keys_of_the_gateway() throws Exception {
        Path password = Files.writeString(folder.resolve("password"), "a-password-of-some-length\n");
        Path keys = folder.resolve("keys");
        assertThat(new CommandLine(new KeysCommand())
                        .setOut(new PrintWriter(out))
                        .execute(
                                "new",
                                "--keys",
                                keys.toString(),
                                "--name",
                                "O=DOST,C=AZ",
                                "--password-file",
                                password.toString()))
                .isZero();
        Path result = folder.resolve("result.json");
        String[] signed = {"--out", result.toString(), "--keys", keys.toString(), "--password-file", password.toString()
        };
        assertThat(simulate(200, signed)).as(err.toString()).isZero();
        GatewayProof proof = GatewayProof.of(Path.of(result + ".pem"));
        String jws = Files.readString(Path.of(result + ".jws"));
        proof.detached(jws, Files.readAllBytes(result));
        assertThat(GatewayProof.form(jws).type()).isEqualTo("vahid-simulation+json");
        Files.writeString(result, Files.readString(result).replace("200", "201"));
        assertThatThrownBy(() -> proof.detached(jws, Files.readAllBytes(result)))
                .isInstanceOf(ChangedException.class);
    }

    @Test
    void what_cannot_be_told_or_signed_is_refused_in_a_sentence() throws IOException {
        assertThat(simulate(19)).isEqualTo(1);
        assertThat(err.toString()).contains("fewer than 20 people");
        assertThat(simulate(20, "--keys", folder.toString())).isEqualTo(2);
        assertThat(err.toString()).contains("--out");
        assertThat(simulate(20, "--keys", folder.toString(), "--out", "none.json"))
                .isEqualTo(2);
        assertThat(err.toString()).contains("--password-file");
        Path password = Files.writeString(folder.resolve("password"), "a long password");
        assertThat(simulate(
                        20, "--keys", folder.toString(), "--out", "none.json", "--password-file", password.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("gateway.p12 cannot be opened");
        assertThat(run("simulate", "--rights", rules().toString(), "--people", "demonstration"))
                .isEqualTo(1);
        assertThat(err.toString()).contains("use vahid-demo.jar");
        Path text = Files.writeString(folder.resolve("text.ndjson"), "{}\n{SECRET1\n");
        assertThat(run("simulate", "--rights", rules().toString(), "--people", text.toString()))
                .isEqualTo(1);
        assertThat(err.toString()).contains("line 2 is no JSON").doesNotContain("SECRET1");
    }
}
