package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;

/** Settings that would open a door of {@code vahid.jar}: keys that others may read, systems that are believed. */
@Tag("attack")
@EnabledOnOs({OS.LINUX, OS.MAC})
class OpenKeysTest {
    @TempDir
    Path keys;

    private String report(Map<String, Object> settings) {
        StandardEnvironment environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", settings));
        SettingsReader reader = new SettingsReader(environment);
        OwnSettings.check(reader, false);
        return reader.missing().toString();
    }

    @ParameterizedTest(name = "{0} with {1}: {2}")
    @CsvSource({
        "record.key, rw-------, false",
        "record.key, rw-r-----, false",
        "record.key, rw-r--r--, true",
        "record.key, rw--w----, true",
        "person.key, rw-------, false",
        "person.key, rw----r--, true",
        "gateway.p12, rw-------, false",
        "gateway.p12, rw-r--r--, true",
        "sftp_identity, rw-r--r--, true"
    })
    void a_key_that_others_may_read_or_change_stops_a_start(String name, String permissions, boolean told)
            throws Exception {
        Path key = Files.createFile(keys.resolve(name));
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString(permissions));
        String report = report(Map.of(
                "vahid.keys",
                keys.toString(),
                "vahid.person-key",
                keys.resolve("person.key").toString(),
                "vahid.record.master-key",
                keys.resolve("record.key").toString(),
                "vahid.officials.believed",
                "false"));
        assertThat(report.contains(name + ", which others than its owner may read or change"))
                .as(report)
                .isEqualTo(told);
    }

    @Test
    void no_gateway_believes_whom_systems_name_and_none_forgets_to_say_so() {
        assertThat(report(Map.of("vahid.officials.believed", "false"))).doesNotContain("vahid.officials.believed");
        assertThat(report(Map.of("vahid.officials.believed", "true"))).contains("vahid.officials.believed");
        assertThat(report(Map.of())).contains("vahid.officials.believed");
    }
}
