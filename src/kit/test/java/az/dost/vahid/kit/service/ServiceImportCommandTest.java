package az.dost.vahid.kit.service;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

class ServiceImportCommandTest {
    private static final String[] NOTE = {"--source", "A letter of the agency", "--dated", "2026-11-28"};

    @TempDir
    private Path folder;

    private Path list;
    private Path out;

    @BeforeEach
    void name() {
        list = folder.resolve("list.csv");
        out = folder.resolve("catalogue.yaml");
    }

    private record Ran(int code, List<String> lines) {}

    private Ran run(String... arguments) {
        StringWriter screen = new StringWriter();
        StringWriter wrong = new StringWriter();
        int code = new CommandLine(new ServiceCommand())
                .setOut(new PrintWriter(screen))
                .setErr(new PrintWriter(wrong))
                .execute(arguments);
        return new Ran(
                code,
                (screen + wrong.toString())
                        .lines()
                        .map(line -> line.replace(folder + "/", ""))
                        .toList());
    }

    private Ran take(ListOfServices services, String... more) throws IOException {
        Files.writeString(list, services.text());
        List<String> arguments = new ArrayList<>(List.of("import", list.toString(), "--out", out.toString()));
        arguments.addAll(List.of(NOTE));
        arguments.addAll(List.of(more));
        return run(arguments.toArray(String[]::new));
    }

    private JsonNode written() throws IOException {
        return Json.yaml().readTree(Files.readString(out));
    }

    @Test
    void fifteen_mistakes_of_154_rows_are_told_with_their_places_and_nothing_is_imported() throws IOException {
        Files.writeString(out, "what stood before");
        ListOfServices services = new ListOfServices()
                .change(3, "disability", "disabilty")
                .change(9, "disability", "")
                .change(14, "Sınaq üçün ad an", "")
                .change(18, "-00;", "-0;")
                .change(
                        25,
                        new ListOfServices().line(25).substring(0, 11),
                        new ListOfServices().line(24).substring(0, 11))
                .change(30, ";;", ";Not A Code;")
                .change(41, ";;", ";same-code;")
                .change(42, ";;", ";same-code;")
                .change(55, "CENTRE|MOBILE", "CENTRE|MOBIL")
                .change(57, "CENTRE|MOBILE", "MOBILE|MOBILE")
                .change(66, "CITIZENS", "TOURISTS")
                .change(70, "Sınaq", "\"Sınaq\" bir")
                .change(80, ";", ";;")
                .change(90, "Sınaq üçün ad dl", "12345")
                .change(100, "Sınaq üçün ad", "Ad".repeat(151))
                .change(11, "pensions-and-benefits", "disability");
        Ran ran = take(services);
        assertThat(ran.lines()).hasSize(16);
        assertThat(ran.lines().stream()
                        .map(line -> line.replaceFirst(
                                ": must be one of .*?(; did you mean .*)?$", ": must be one of these$1")))
                .containsExactly(
                        "list.csv:3:14: family: must be one of these; did you mean disability?",
                        "list.csv:9:14: family: is empty",
                        "list.csv:11:32: family: the passport disability-pension is of the family pensions-and-benefits",
                        "list.csv:14:31: az: is empty",
                        "list.csv:18:1: officialId: must be four pairs of digits, as 05-04-02-00",
                        "list.csv:25:1: officialId: stands in line 24 too",
                        "list.csv:30:13: code: must be small letters, digits and single hyphens, at most 64",
                        "list.csv:42:13: code: stands in line 41 too",
                        "list.csv:55:63: channels: must be one of these; did you mean MOBILE?",
                        "list.csv:57:43: channels: names MOBILE twice",
                        "list.csv:66:49: audience: must be one of these",
                        "list.csv:70:24: there is text after the closing quotation mark",
                        "list.csv:80:1: the row has 8 fields, and the first line 7",
                        "list.csv:90:30: az: has no letter",
                        "list.csv:100:24: az: has more than 300 characters",
                        "15 mistakes; nothing is imported");
        assertThat(ran.code()).isEqualTo(1);
        assertThat(out).hasContent("what stood before");
    }

    @Test
    void a_list_without_mistakes_is_taken_whole() throws IOException {
        Ran ran = take(new ListOfServices());
        assertThat(ran.code()).isZero();
        assertThat(ran.lines())
                .singleElement()
                .asString()
                .startsWith(
                        "154 services imported into catalogue.yaml; left out, because the list does not have them: labour-contract-registration, ");
        JsonNode catalogue = written();
        assertThat(catalogue.at("/published/0"))
                .hasToString("{\"services\":154,\"dated\":\"2026-11-28\",\"source\":\"A letter of the agency\"}");
        assertThat(catalogue.path("services")).hasSize(52 + 152);
        assertThat(catalogue.path("services"))
                .filteredOn(entry -> entry.at("/named/source").asText().equals("A letter of the agency"))
                .hasSize(154)
                .allMatch(entry -> entry.path("status").asText().equals("NAMED"));
        assertThat(run("check", "--catalogue", out.toString()))
                .isEqualTo(
                        new Ran(
                                0,
                                List.of(
                                        "204 services, 52 of them with a passport; 174 verified or named of 154 that have been published")));
    }

    @Test
    void a_row_with_the_code_of_a_passport_names_that_service_and_leaves_the_title_to_the_passport()
            throws IOException {
        take(new ListOfServices());
        assertThat(written().path("services"))
                .filteredOn(entry -> entry.path("code").asText().equals("home-care"))
                .singleElement()
                .hasToString(
                        "{\"code\":\"home-care\",\"status\":\"NAMED\",\"officialId\":\"01-03-01-00\",\"named\":{\"as\":\"Sınaq üçün ad au\",\"source\":\"A letter of the agency\",\"dated\":\"2026-11-28\"}}");
    }

    @Test
    void the_same_list_once_more_changes_nothing() throws IOException {
        take(new ListOfServices());
        String first = Files.readString(out);
        assertThat(take(new ListOfServices(), "--catalogue", out.toString()).lines())
                .containsExactly("154 services imported into catalogue.yaml");
        assertThat(out).hasContent(first);
    }

    @Test
    void a_code_stays_when_a_name_is_corrected_as_long_as_the_number_is_the_same() throws IOException {
        take(new ListOfServices());
        String code = written()
                .path("services")
                .findParents("officialId")
                .get(0)
                .path("code")
                .asText();
        take(new ListOfServices().change(2, "Sınaq", "Yoxlama"), "--catalogue", out.toString());
        assertThat(written().path("services"))
                .extracting(entry -> entry.path("code").asText())
                .contains(code)
                .doesNotHaveDuplicates();
    }

    @Test
    void a_code_that_somebody_wrote_down_is_not_taken_by_a_name_before_it() throws IOException {
        ListOfServices services =
                new ListOfServices().change(2, "Sınaq üçün ad ab", "Eyni ad").change(3, ";;", ";eyni-ad;");
        assertThat(take(services).code()).isZero();
        assertThat(written().path("services"))
                .hasSize(52 + 152)
                .extracting(entry -> entry.path("code").asText())
                .contains("eyni-ad", "eyni-ad-2");
    }

    @Test
    void a_formula_is_imported_as_a_text() throws IOException {
        assertThat(take(new ListOfServices().change(2, "Sınaq", "=HYPERLINK(1) Sınaq"))
                        .code())
                .isZero();
        assertThat(Files.readString(out, StandardCharsets.UTF_8))
                .contains("'=HYPERLINK(1) Sınaq")
                .doesNotContain("\"=HYPERLINK");
    }

    @Test
    void findings_can_be_read_by_machines() throws IOException {
        Ran ran = take(new ListOfServices().change(3, "disability", "disabilty"), "--json");
        JsonNode report = Json.mapper().readTree(String.join("\n", ran.lines()));
        assertThat(report.path("errors").asInt()).isEqualTo(1);
        assertThat(report.path("imported").asInt()).isZero();
        assertThat(report.at("/findings/0/line").asInt()).isEqualTo(3);
        assertThat(report.at("/findings/0/column").asInt()).isEqualTo(14);
        assertThat(report.at("/findings/0/suggestion").asText()).isEqualTo("disability");
    }

    @Test
    void a_list_that_is_not_there_or_without_a_source_is_a_wrong_argument() {
        assertThat(run("import", list.toString(), "--source", "x", "--dated", "2026")
                        .code())
                .isEqualTo(2);
        assertThat(run("import", list.toString(), "--source", "x", "--dated", "yesterday")
                        .code())
                .isEqualTo(2);
        assertThat(run("import", list.toString(), "--dated", "2026").code()).isEqualTo(2);
        assertThat(out).doesNotExist();
    }

    @Test
    void a_catalogue_with_mistakes_fails_its_check() throws IOException {
        Files.writeString(out, "published: []\nfamilies: []\nservices: []\n");
        Ran ran = run("check", "--catalogue", out.toString());
        assertThat(ran.code()).isEqualTo(1);
        assertThat(ran.lines()).hasSizeGreaterThan(3).last().asString().endsWith(" errors");
    }

    @Test
    void what_is_built_in_passes_its_check() {
        assertThat(run("check"))
                .isEqualTo(
                        new Ran(
                                0,
                                List.of(
                                        "62 services, 52 of them with a passport; 32 verified or named of 160 that have been published")));
    }
}
