package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A failed {@code connector new} says why in a line, and leaves the folder of connectors as it was. */
class FailedNewTest {
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path place;

    @BeforeEach
    void files() throws IOException {
        Files.createDirectories(place.resolve("connectors/present"));
        Files.writeString(place.resolve("plain"), "no folder");
        Files.writeString(place.resolve("empty.csv"), "");
        Files.writeString(place.resolve("twice.csv"), "FIN;FIN\n5AB1CD2;5AB1CD2\n");
        Files.writeString(place.resolve("half.wsdl"), "<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\">");
        Files.writeString(place.resolve("entity.xml"), "<!DOCTYPE a [<!ENTITY e \"x\">]><a>&e;</a>");
        Files.writeString(place.resolve("list.json"), "[1, 2]");
        Files.writeString(place.resolve("open.yaml"), "openapi: 3.0.0\npaths: {}\n");
        Files.writeString(place.resolve("picture.png"), "\u0000\u0001");
        Files.writeString(place.resolve("good.csv"), "FIN;SOYAD;AD\n5AB1CD2;Aliyev;Ali\n");
    }

    private int run(String... arguments) {
        return CommandLineEntry.commandLine(settings -> 0)
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments);
    }

    private List<String> all() throws IOException {
        try (var files = Files.walk(place)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0} from {1} in {2}")
    @CsvSource({
        "present,good.csv,connectors,2,is there already",
        "Bad_Id,good.csv,connectors,2,An id is",
        "agency,nowhere.csv,connectors,1,There is no file",
        "agency,empty.csv,connectors,1,empty",
        "agency,twice.csv,connectors,1,each once",
        "agency,half.wsdl,connectors,1,half.wsdl",
        "agency,entity.xml,connectors,1,document type",
        "agency,list.json,connectors,1,JSON object",
        "agency,open.yaml,connectors,1,''",
        "agency,picture.png,connectors,1,''",
        "agency,good.csv,plain,1,plain",
        "agency,open.yaml,new/folder,1,''"
    })
    void a_failure_leaves_nothing(String id, String from, String connectors, int code, String said) throws IOException {
        List<String> before = all();
        assertThat(run(
                        "connector",
                        "new",
                        id,
                        "--from",
                        place.resolve(from).toString(),
                        "--connectors",
                        place.resolve(connectors).toString()))
                .isEqualTo(code);
        assertThat(err.toString().strip()).contains(said).doesNotContain("\n");
        assertThat(out.toString()).isEmpty();
        assertThat(all()).isEqualTo(before);
    }

    @Test
    void the_standard_input_is_taken_for_what_it_is_and_nothing_of_it_is_left() throws IOException {
        InputStream before = System.in;
        try {
            System.setIn(new ByteArrayInputStream(Files.readAllBytes(place.resolve("good.csv"))));
            assertThat(run(
                            "connector",
                            "new",
                            "agency",
                            "--from",
                            "-",
                            "--connectors",
                            place.resolve("connectors").toString()))
                    .as(err.toString())
                    .isZero();
            System.setIn(new ByteArrayInputStream(
                    "<definitions xmlns=\"http://schemas.xmlsoap.org/wsdl/\"".getBytes(StandardCharsets.UTF_8)));
            assertThat(run(
                            "connector",
                            "new",
                            "other",
                            "--from",
                            "-",
                            "--connectors",
                            place.resolve("connectors").toString()))
                    .isEqualTo(1);
            System.setIn(InputStream.nullInputStream());
            assertThat(run(
                            "connector",
                            "new",
                            "other",
                            "--from",
                            "-",
                            "--connectors",
                            place.resolve("connectors").toString()))
                    .isEqualTo(1);
        } finally {
            System.setIn(before);
        }
        assertThat(err.toString()).contains("stdin.wsdl", "The standard input is empty");
        assertThat(all())
                .noneMatch(path -> path.contains("other") || path.contains(".new-"))
                .anyMatch(path -> path.endsWith("agency/connector.yaml"));
    }
}
