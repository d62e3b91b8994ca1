package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.FreePort;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.regex.Pattern;
import org.apache.camel.CamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.Environment;

/**
 * Does what {@code src/docs/clients} says to a running gateway: others' generators make the clients, their compilers
 * take them as they are, and the samples look up, prove what came and get an event.
 */
class ClientPagesTest {
    private static final Path PAGES = Path.of("src/docs/clients");
    private static final Path TOOLS = Path.of("src/app/test/clients").toAbsolutePath();
    private static final Pattern EXCERPT = Pattern.compile("(?ms)^```(?:java|ts)\\n(.*?)^```$");
    private static final int LONGEST_SAMPLE = 300;

    @TempDir
    private Path folder;

    private final RunningVahid vahid = RunningVahid.get();

    @AfterEach
    void end() throws IOException {
        vahid.faults().close();
        Files.deleteIfExists(vahid.data().resolve("subscriptions/back-office.yaml"));
        Awaitility.await("the subscription ends")
                .atMost(Duration.ofSeconds(60))
                .until(() -> vahid.bean(CamelContext.class).getRoute("event-back-office") == null);
    }

    @Test
    void a_client_in_java_is_generated_compiled_and_used() throws IOException, InterruptedException {
        new OutsideTool("curl", folder);
        List<String> outputs = sample("java.md")
                .function(Generated.SHELL)
                .function("JACKSON='" + Generated.classPath() + "'")
                .outputs();
        assertThat(outputs).hasSize(2);
        assertThat(outputs.get(1)).contains("Do not ask for");
    }

    @Test
    void a_client_in_typescript_is_generated_compiled_and_used() throws IOException, InterruptedException {
        List.of("curl", "node", "npm").forEach(tool -> new OutsideTool(tool, folder));
        OutsideTool.needed(
                Files.isDirectory(TOOLS.resolve("node_modules")),
                "the tools are not installed (npm ci --prefix src/app/test/clients)");
        List<String> outputs = sample("typescript.md")
                .function("npm() { ln -s '" + TOOLS.resolve("node_modules") + "' node_modules; }")
                .outputs();
        assertThat(outputs).hasSize(2);
        assertThat(outputs.get(1)).contains("Do not ask for");
        for (String kind : List.of("dependencies", "devDependencies")) {
            assertThat(packages(folder).path(kind))
                    .as("what the page installs is what was used")
                    .isNotEmpty()
                    .isEqualTo(packages(TOOLS).path(kind));
        }
    }

    private static JsonNode packages(Path place) throws IOException {
        return Gateway.JSON.readTree(place.resolve("package.json").toFile());
    }

    @Test
    void a_client_in_csharp_is_generated() throws IOException, InterruptedException {
        new OutsideTool("curl", folder);
        assertThat(new Page(PAGES.resolve("dotnet.md"), folder)
                        .function(Generated.SHELL)
                        .outputs())
                .hasSize(1);
    }

    @Test
    void what_a_version_breaks_is_told_as_the_page_says() throws IOException, InterruptedException {
        new OutsideTool("curl", folder);
        assertThat(new Page(PAGES.resolve("README.md"), folder)
                        .with("$VAHID/src", Path.of("src").toAbsolutePath().toString())
                        .outputs())
                .hasSize(2);
    }

    /** What the page says, with this test's gateway, agencies, folder and port. */
    private Page sample(String page) throws IOException {
        String port = String.valueOf(FreePort.next());
        String mocks = "localhost:" + vahid.bean(Environment.class).getRequiredProperty("vahid.mocks.http-port");
        Page commands = new Page(PAGES.resolve(page), folder)
                .with("localhost:9100", mocks)
                .with("localhost:9300", "localhost:" + port)
                .with(" 9300 ", " " + port + " ")
                .with("$VAHID/data", vahid.data().toString())
                .with("$VAHID/src", Path.of("src").toAbsolutePath().toString());
        Path subscription = folder.resolve("back-office.yaml");
        Files.writeString(subscription, Files.readString(subscription).replace("9300", port));
        return commands;
    }

    @ParameterizedTest
    @CsvSource({"java.md, BackOffice.java", "typescript.md, back-office.ts"})
    void what_a_page_shows_is_of_its_sample_which_is_short(String page, String sample) throws IOException {
        String code = Files.readString(PAGES.resolve(sample));
        assertThat(EXCERPT.matcher(Files.readString(PAGES.resolve(page))).results())
                .hasSizeGreaterThan(3)
                .allSatisfy(excerpt -> assertThat(code).contains(excerpt.group(1)));
        assertThat(code.lines()).hasSizeLessThan(LONGEST_SAMPLE);
    }
}
