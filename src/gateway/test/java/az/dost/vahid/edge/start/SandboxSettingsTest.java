package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** A sandbox that could reach somebody real does not start. */
@Tag("attack")
class SandboxSettingsTest {
    private static List<String> wrong(boolean servers, String... more) {
        StandardEnvironment environment = new StandardEnvironment();
        java.util.HashMap<String, Object> settings = new java.util.HashMap<>(Map.of("vahid.admission.sandbox", "true"));
        YamlFiles.each(
                new PathMatchingResourcePatternResolver(),
                "classpath:connectors/*/connector.yaml",
                connector -> settings.put(
                        "vahid.endpoints." + connector.path("endpoint").asText(), "http://localhost:9100/played"));
        settings.put("vahid.mocks.drops", "/tmp/drops");
        for (int i = 0; i < more.length; i += 2) {
            settings.put(more[i], more[i + 1]);
        }
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        SettingsReader reader = new SettingsReader(environment);
        SandboxSettings.check(reader, servers, new PathMatchingResourcePatternResolver());
        return reader.missing().stream().map(MissingSetting::name).toList();
    }

    @Test
    void it_starts_as_the_demonstration_alone() {
        assertThat(wrong(true)).isEmpty();
        assertThat(wrong(false)).containsExactly("vahid.admission.sandbox");
        assertThat(wrong(false, "vahid.admission.sandbox", "yes")).containsExactly("vahid.admission.sandbox");
        assertThat(wrong(false, "vahid.admission.sandbox", "false")).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "https://tax.example/soap",
        "http://localhost.example/",
        "http://localhost@tax.example/",
        "sftp://gateway@register.example/out",
        "jdbc:postgresql://register.example/r",
        "tcp://localhost:61616",
        "file:/mnt/register/drops",
        "file:/tmp/drops/../register",
        "file:/tmp/dropsofaregister/out"
    })
    void with_an_agency_beyond_this_machine_it_does_not(String address) {
        assertThat(wrong(true, "vahid.endpoints.tax", address)).containsExactly("vahid.endpoints.tax");
    }

    @Test
    void it_takes_no_agency_in_while_it_runs() {
        assertThat(wrong(true, "vahid.connectors", "/etc/vahid/connectors")).containsExactly("vahid.connectors");
    }

    @Test
    void what_the_demonstration_has_passes() {
        assertThat(Stream.of(
                                "https://localhost:9101/x",
                                "sftp://gateway@localhost:9122/defence",
                                "file:/tmp/drops/local")
                        .flatMap(address -> wrong(true, "vahid.endpoints.tax", address).stream()))
                .isEmpty();
    }
}
