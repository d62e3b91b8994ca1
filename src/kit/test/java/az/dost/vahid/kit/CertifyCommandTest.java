package az.dost.vahid.kit;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.verify.VerifyCommand;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.util.FileSystemUtils;
import picocli.CommandLine;

/** A good connector is certified; a bad one is not, by the line that looks for what is wrong with it. */
class CertifyCommandTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String GOOD = "notary";
    /** Made by the first run, as at an integrator's desk. */
    @TempDir
    private static Path keys;

    /** What certifying the good connector left, once for all tests that only read it. */
    @TempDir
    private static Path certified;

    private static Integer certifiedWith;

    @TempDir
    private Path folder;

    private Path connectors;

    @BeforeEach
    void aDesk() throws IOException {
        connectors = Files.createDirectories(folder.resolve("connectors"));
    }

    /** Of the built-in ones, or of the examples. */
    private void copy(String id) throws IOException {
        Path builtIn = Path.of("connectors").resolve(id);
        FileSystemUtils.copyRecursively(
                Files.exists(builtIn)
                        ? builtIn
                        : Path.of("src/core/test/resources/kinds").resolve(id),
                connectors.resolve(id));
    }

    private int certify(String id, String... more) throws IOException {
        copy(id);
        return run(new ConnectorCommand(), arguments(id, more));
    }

    /** As {@link #certify} of the good connector, which is done once. */
    private int certifyGood() throws IOException {
        if (certifiedWith == null) {
            int code = certify(GOOD);
            FileSystemUtils.copyRecursively(folder.resolve("out"), certified);
            certifiedWith = code;
        } else {
            FileSystemUtils.copyRecursively(certified, folder.resolve("out"));
        }
        return certifiedWith;
    }

    private String[] arguments(String id, String... more) {
        List<String> arguments = new ArrayList<>(List.of(
                "certify",
                id,
                "--connectors",
                connectors.toString(),
                "--out",
                folder.resolve("out").toString(),
                "--keys",
                keys.toString(),
                "--seconds",
                "1",
                "--rate",
                "10",
                "--rows",
                "500"));
        arguments.addAll(List.of(more));
        return arguments.toArray(String[]::new);
    }

    private static int run(Object command, String... arguments) {
        StringWriter out = new StringWriter();
        return new CommandLine(command)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(out))
                .execute(arguments);
    }

    private JsonNode report(String id) throws IOException {
        return JSON.readTree(folder.resolve("out/" + id + ".json").toFile());
    }

    @Test
    void a_connector_of_which_no_sample_gives_a_fact_is_not_certified() throws IOException {
        copy(GOOD);
        try (Stream<Path> samples = Files.list(connectors.resolve(GOOD).resolve("samples"))) {
            for (Path sample : samples.filter(Files::isDirectory).toList()) {
                Path expected = sample.resolve("expected.json");
                if (Files.exists(expected)
                        && !JSON.readTree(expected.toFile()).path("facts").isEmpty()) {
                    FileSystemUtils.deleteRecursively(sample);
                }
            }
        }
        assertThat(run(new ConnectorCommand(), arguments(GOOD))).isEqualTo(1);
        assertThat(report(GOOD).path("lines"))
                .anySatisfy(line -> assertThat(
                                line.path("id").asText() + line.path("outcome").asText())
                        .isEqualTo("factsFAILED"));
    }

    /** One of each protocol and kind of proof, and of each format and mode of files. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                GOOD,
                "civil-status",
                "traffic-police",
                "health-insurance",
                "defence",
                "displaced-persons",
                "state-insurance",
                "local-executive",
                "pension-fund",
                "boat-register",
                "herd-book"
            })
    void a_good_connector_is_certified(String id) throws IOException {
        int code = id.equals(GOOD) ? certifyGood() : certify(id);
        assertThat(report(id).path("lines"))
                .allSatisfy(line -> assertThat(line.path("outcome").asText())
                        .as(line.toString())
                        .isNotEqualTo("FAILED"));
        assertThat(report(id).path("lines")).hasSizeGreaterThan(18);
        assertThat(code).isZero();
    }

    @Test
    void a_register_whose_replies_name_nobody_and_no_time_is_certified_but_for_what_it_cannot_be_tried_with()
            throws IOException {
        copy("herd-book");
        Path descriptor = connectors.resolve("herd-book/connector.yaml");
        Files.writeString(
                descriptor, Files.readString(descriptor).replace("dated: false", "dated: false\n  subject: request"));
        Path mapping = connectors.resolve("herd-book/mapping.jslt");
        Files.writeString(mapping, Files.readString(mapping).replace("\"subject\": .owner,", ""));
        for (String sample : List.of("found", "no-record", "no-such-count")) {
            Path expected = connectors.resolve("herd-book/samples/" + sample + "/expected.json");
            Files.writeString(expected, Files.readString(expected).replaceFirst("\"subject\": \"5AB1CD2\",? ?", ""));
        }
        assertThat(run(new ConnectorCommand(), arguments("herd-book"))).isZero();
        assertThat(report("herd-book").path("lines")).anySatisfy(line -> {
            assertThat(line.path("id").asText()).isEqualTo("fault-other-citizen");
            assertThat(line.path("outcome").asText()).isEqualTo("SKIPPED");
        });
    }

    static List<Arguments> bad() throws IOException {
        List<Arguments> bad = new ArrayList<>();
        new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/kit/test/resources/kit/uncertified.yaml").toFile())
                .forEach(one -> bad.add(Arguments.of(one.path("case").asText(), one)));
        return bad;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_bad_connector_is_not_certified_by_the_line_that_looks_for_it(String name, JsonNode bad) throws IOException {
        String id = bad.path("connector").asText();
        copy(id);
        Path file = connectors.resolve(id).resolve(bad.path("file").asText());
        String text = Files.readString(file);
        assertThat(text).contains(bad.path("from").asText());
        Files.writeString(
                file, text.replace(bad.path("from").asText(), bad.path("to").asText()));
        assertThat(run(
                        new ConnectorCommand(),
                        arguments(id, "--agency-ms", bad.path("agencyMs").asText("20"))))
                .isEqualTo(1);
        List<String> failed = new ArrayList<>();
        report(id).path("lines").forEach(line -> {
            if (line.path("outcome").asText().equals("FAILED")) {
                failed.add(line.path("id").asText());
            }
        });
        List<String> expected = new ArrayList<>();
        bad.path("failed").forEach(line -> expected.add(line.asText()));
        assertThat(failed).containsExactlyElementsOf(expected);
    }

    @Test
    void the_report_is_signed_in_both_forms_and_a_changed_one_does_not_hold() throws IOException {
        certifyGood();
        for (String form : List.of("json", "html")) {
            Path report = folder.resolve("out/" + GOOD + "." + form);
            String[] verify = {
                report + ".jws",
                "--content",
                report.toString(),
                "--certificate",
                folder.resolve("out/gateway.pem").toString()
            };
            assertThat(run(new VerifyCommand(), verify)).isZero();
            Files.writeString(report, Files.readString(report).replaceFirst("PASSED", "FAILED"));
            assertThat(run(new VerifyCommand(), verify)).isEqualTo(1);
        }
    }

    @Test
    void the_page_says_what_the_json_says_and_loads_nothing() throws IOException {
        certifyGood();
        String page = Files.readString(folder.resolve("out/" + GOOD + ".html"));
        report(GOOD)
                .path("lines")
                .forEach(line ->
                        assertThat(page).contains("<code>" + line.path("id").asText() + "</code>"));
        assertThat(page)
                .contains(report(GOOD).path("version").asText())
                .doesNotContain("<script", "http:", "https:", "src=");
    }
}
