package az.dost.vahid.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.StructuredLogEncoder;
import org.springframework.core.env.Environment;
import org.springframework.core.env.StandardEnvironment;
import org.springframework.core.io.ClassPathResource;

/** Lines of JSON keep the rules of {@link SafeLogTest}. */
@Tag("attack")
class SafeJsonLogTest {
    private static final String MINE = "Hidden-9471";

    private static byte[] line(String format, String text, Throwable thrown, Map<String, String> context)
            throws IOException {
        StandardEnvironment settings = new StandardEnvironment();
        new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .forEach(settings.getPropertySources()::addLast);
        LoggerContext logs = new LoggerContext();
        logs.putObject(Environment.class.getName(), settings);
        StructuredLogEncoder encoder = new StructuredLogEncoder();
        encoder.setContext(logs);
        encoder.setFormat(format);
        encoder.start();
        LoggingEvent event = new LoggingEvent(
                "here", logs.getLogger("az.dost.vahid.Test"), Level.WARN, "Of {}", thrown, new Object[] {text});
        event.setMDCPropertyMap(context);
        return encoder.encode(event);
    }

    private static JsonNode logged(String text, Throwable thrown) throws IOException {
        return new ObjectMapper().readTree(line("ecs", text, thrown, Map.of()));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\u001b[31mred",
                "a\u009b31m",
                "a\u0000b",
                "a\bb",
                "a\u2028b",
                "a\u2029b",
                "a\u0085b",
                "a\u202Etxt.exe",
                "a\u2066b",
                "a\u200Bb",
                "a\u007Fb",
                "a\fb",
                "a\u000Bb",
                "\uFEFFa",
                "a\rb"
            })
    void no_control_or_format_character_gets_out(String text) throws IOException {
        assertThat(logged(text, new IllegalStateException(text)).toString().chars())
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
        assertThat(logged(text, null).path("message").textValue()).contains("?");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ecs", "logstash", "gelf"})
    void an_event_is_one_line_of_each_form(String format) throws IOException {
        String line =
                new String(line(format, "a\n00:00:00.000 ERROR forged", new IllegalStateException("b\nc"), Map.of()));
        assertThat(line.strip()).doesNotContain("\n").contains("az.dost.vahid.Test", "forged");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "(tcp://a:61616?sslEnabled=true;trustStorePassword=" + MINE + ",tcp://b:61616)?ha=true",
                "jdbc:postgresql://db/vahid?user=u&password=" + MINE,
                "sftp://u:" + MINE + "@host/x?a=b",
                "sftp://host/x?fileName=y&password=RAW(" + MINE + ")&delay=1",
                "https://host/x?access_token=" + MINE
            })
    void a_secret_in_an_address_is_not_logged(String address) throws IOException {
        assertThat(logged(address, new IllegalStateException(address)).toString())
                .contains("IllegalStateException", "(secret)")
                .doesNotContain(MINE);
    }

    @Test
    void a_line_has_an_end() throws IOException {
        assertThat(logged("a".repeat(1_000_000), null).toString().length()).isLessThan(10_000);
        assertThat(logged("a", new IllegalStateException("b".repeat(1_000_000)))
                        .toString()
                        .length())
                .isLessThan(100_000);
    }

    @Test
    void it_says_when_with_the_time_zone() throws IOException {
        assertThat(Instant.parse(logged("a", null).path("@timestamp").textValue()))
                .isBefore(Instant.now().plusSeconds(60));
    }

    @ParameterizedTest
    @CsvSource({"ecs, /trace/id", "logstash, /trace.id"})
    void it_names_the_trace(String format, String place) throws IOException {
        assertThat(new ObjectMapper()
                        .readTree(line(format, "a", null, Map.of("trace.id", "4bf92f3577b34da6a3ce929d0e0e4736")))
                        .at(place)
                        .textValue())
                .isEqualTo("4bf92f3577b34da6a3ce929d0e0e4736");
    }
}
