package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import picocli.CommandLine;

/** What gateways signed before they signed time and certificate as well still holds. */
class SignedBeforeTest {
    private static final Path FOLDER = Path.of("src/gateway/test/resources/signed-before");

    static List<String> files() throws Exception {
        try (Stream<Path> files = Files.list(FOLDER)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> !name.equals("gateway.pem") && !name.equals("content.json"))
                    .sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void still_holds(String file) {
        StringWriter out = new StringWriter();
        List<String> arguments = new ArrayList<>(List.of(
                FOLDER.resolve(file).toString(),
                "--certificate",
                FOLDER.resolve("gateway.pem").toString()));
        if (file.startsWith("detached")) {
            arguments.addAll(List.of("--content", FOLDER.resolve("content.json").toString()));
        }
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .execute(arguments.toArray(String[]::new));
        assertThat(code).as(out.toString()).isZero();
    }
}
