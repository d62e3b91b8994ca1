package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import az.dost.vahid.edge.start.Defaults;
import az.dost.vahid.edge.start.GatewaySettings;
import az.dost.vahid.edge.start.StartCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.context.config.ConfigDataEnvironmentPostProcessor;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.core.env.StandardEnvironment;

/** The printed file of settings: nothing is missing, it is YAML, and filled in it passes the check of a start. */
class SettingsTemplateTest {
    @TempDir
    static Path folder;

    private static String template(String... arguments) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new SimpleCommandLinePropertySource(arguments));
        ConfigDataEnvironmentPostProcessor.applyTo(environment);
        return SettingsTemplate.of(environment);
    }

    private static List<String> lines(String template, String pattern) {
        return template.lines().filter(line -> line.matches(pattern)).toList();
    }

    private static JsonNode yaml(List<String> lines) throws IOException {
        return new ObjectMapper(new YAMLFactory())
                .readTree(
                        lines.stream().map(line -> line.replaceFirst("^#", "")).collect(Collectors.joining("\n")));
    }

    @Test
    void every_setting_of_the_gateway_stands_in_it_once_with_its_default() throws IOException {
        List<String> all = lines(template(), "#?[a-z][\\w.-]*: .*");
        assertThat(all.stream().map(line -> line.replaceFirst("^#?([\\w.-]+): .*", "$1")))
                .doesNotHaveDuplicates();
        JsonNode settings = yaml(all);
        Defaults defaults = new Defaults();
        assertThat(defaults.names().stream().filter(name -> name.startsWith("vahid.") || name.startsWith("server.")))
                .isNotEmpty()
                .allSatisfy(name -> assertThat(settings.has(name)).as(name).isTrue());
        assertThat(settings.path("vahid.record.queue").asText()).isEqualTo("1024");
        assertThat(settings.path("vahid.person-key").asText()).isEqualTo("${vahid.keys}/person.key");
    }

    @Test
    void what_it_says_of_a_setting_stands_above_it_once() {
        assertThat(template())
                .containsOnlyOnce("# How many lookups may wait to be recorded")
                .containsPattern(
                        "(?m)^# How many lookups may wait to be recorded.*\\n#vahid.record.queue: 1024\\n#vahid.record.patience-ms: 500$");
    }

    @Test
    void the_first_part_has_each_agencys_address_secret_and_certificate() {
        assertThat(template())
                .contains(
                        "# The address of Ministry of Agriculture\nvahid.endpoints.agriculture: https://agency.example/service\n",
                        "\nvahid.secrets.agriculture.api-key: ${AGRICULTURE_API_KEY}\n",
                        "\n# agencies/agriculture.pem: the certificate of Ministry of Agriculture\n");
    }

    @Test
    void an_agency_of_another_folder_is_in_it_too() throws IOException {
        Path cars = Files.createDirectories(folder.resolve("connectors/cars"));
        Files.writeString(
                cars.resolve("connector.yaml"),
                "{id: cars, authority: {en: Cars}, protocol: rest, endpoint: cars, auth: {kind: api-key, secret: cars.key}}");
        assertThat(template("--vahid.connectors=" + folder.resolve("connectors")))
                .contains(
                        "\nvahid.connectors: " + folder.resolve("connectors") + "\n",
                        "\nvahid.endpoints.cars: ",
                        "\nvahid.secrets.cars.key: ${CARS_KEY}\n");
    }

    @Test
    void filled_in_it_passes_the_check_of_a_start() throws IOException {
        String filled = new GatewaySettings(folder, "jdbc:postgresql://localhost:1/vahid", "tcp://localhost:1")
                .filledIn(template());
        assertThat(lines(filled, "[a-z][\\w.-]*: .*([.]example|[$][{][A-Z]).*"))
                .as("not filled in")
                .isEmpty();
        Path file = Files.writeString(folder.resolve("vahid.yaml"), filled);
        GenericApplicationContext gateway = new GenericApplicationContext();
        gateway.getEnvironment()
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource("--spring.config.additional-location=file:" + file));
        new ConfigDataApplicationContextInitializer().initialize(gateway);
        assertThatCode(() -> new StartCheck().initialize(gateway)).doesNotThrowAnyException();
    }

    @Test
    void as_it_is_it_starts_nothing() throws IOException {
        Path file = Files.writeString(folder.resolve("empty.yaml"), template());
        GenericApplicationContext gateway = new GenericApplicationContext();
        gateway.getEnvironment()
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource("--spring.config.additional-location=file:" + file));
        new ConfigDataApplicationContextInitializer().initialize(gateway);
        assertThatCode(() -> new StartCheck().initialize(gateway))
                .hasMessageContaining(
                        "vahid.secrets.agriculture.api-key: names ${AGRICULTURE_API_KEY}, which is not set");
    }
}
