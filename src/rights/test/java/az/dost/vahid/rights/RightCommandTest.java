package az.dost.vahid.rights;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.command.Failures;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
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

    /** Twenty people over 65 or a little younger, and a law by which pension age is 67. */
    @Test
    void other_rules_are_counted_without_showing_few_people() throws IOException {
        StringBuilder people = new StringBuilder("{\"bulkId\": \"heading\"}\n");
        RightCase pensioner = RightCase.all().stream()
                .filter(one -> one.right().code().equals("old-age-pension"))
                .findFirst()
                .orElseThrow();
        for (int i = 0; i < 20; i++) {
            // 66 years old, 70, and one who is 40.
            int born = i == 0 ? 1986 : i < 8 ? 1960 : 1956;
            JsonNode facts = MadeDossier.with(
                    pensioner.facts(), Json.yaml().readTree("{ identity: { birthDate: \"" + born + "-01-01\" } }"));
            people.append("{\"line\": 1, \"dossier\": ")
                    .append(new MadeDossier(RightCase.VOCABULARY, facts).json())
                    .append("}\n");
        }
        Path file = Files.writeString(folder.resolve("people.ndjson"), people);
        Path rules = Files.createDirectory(folder.resolve("rules"));
        Files.writeString(
                rules.resolve("old-age-pension.yaml"),
                Files.readString(Path.of("contracts/rights/old-age-pension.yaml"))
                        .replaceFirst("(?m)^excludedBy.*\n", "")
                        .replace("P65Y", "P67Y"));
        assertThat(run(
                        "simulate",
                        "--rights",
                        rules.toString(),
                        "--people",
                        file.toString(),
                        "--on",
                        "2026-12-01",
                        "--json"))
                .as(err.toString())
                .isZero();
        JsonNode pension = null;
        for (JsonNode right : json().path("rights")) {
            pension = right.path("right").asText().equals("old-age-pension") ? right : pension;
        }
        assertThat(json().path("people").asInt()).isEqualTo(20);
        // One person is not shown, nor the seven, of whom the one would follow; eight together are too few.
        assertThat(pension.toString())
                .isEqualTo("{\"right\":\"old-age-pension\",\"GAINED\":0,\"LOST\":{\"hidden\":true},"
                        + "\"STILL_ENTITLED\":{\"hidden\":true},\"UNDECIDED\":0,\"NOT_ENTITLED\":{\"hidden\":true}}");
    }
}
