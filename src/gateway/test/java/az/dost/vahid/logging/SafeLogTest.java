package az.dost.vahid.logging;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.spi.LoggingEvent;
import java.io.IOException;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.env.YamlPropertySourceLoader;
import org.springframework.boot.logging.logback.ExtendedWhitespaceThrowableProxyConverter;
import org.springframework.core.io.ClassPathResource;

/** Whatever stands in a log line that somebody else wrote, it is one line of ours and nothing that a terminal obeys. */
@Tag("attack")
class SafeLogTest {
    private static String logged(String text, Throwable thrown) throws IOException {
        String pattern = (String) new YamlPropertySourceLoader()
                .load("settings", new ClassPathResource("application.yaml"))
                .get(0)
                .getProperty("logging.pattern.console");
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.getInstanceConverterMap().put("wEx", ExtendedWhitespaceThrowableProxyConverter::new);
        layout.setContext(context);
        layout.setPattern(pattern);
        layout.start();
        return layout.doLayout(new LoggingEvent(
                "here", context.getLogger("az.dost.vahid.Test"), Level.WARN, "Of {}", thrown, new Object[] {text}));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\n00:00:00.000 ERROR forged",
                "a\r\n00:00:00.000 ERROR forged",
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
                "\uFEFFa"
            })
    void a_line_stays_one_line_without_control_characters(String text) throws IOException {
        String line = logged(text, null);
        String[] lines = line.split("\n");
        assertThat(lines[0]).contains("WARN").contains("Of a".substring(0, 3));
        for (int i = 1; i < lines.length; i++) {
            assertThat(lines[i]).startsWith("    | ");
        }
        assertThat(line.replace("\n", "").chars())
                .noneMatch(c -> Character.isISOControl(c)
                        || Character.getType(c) == Character.FORMAT
                        || Character.getType(c) == Character.LINE_SEPARATOR
                        || Character.getType(c) == Character.PARAGRAPH_SEPARATOR);
    }

    @Test
    void what_an_exception_quotes_is_no_line_of_ours_either() throws IOException {
        String line = logged("a", new IllegalStateException("b\n00:00:00.000 ERROR forged\u001b[31m"));
        assertThat(line)
                .contains("IllegalStateException")
                .doesNotContain("\n00:00")
                .doesNotContain("\u001b");
    }

    @Test
    void a_line_has_an_end() throws IOException {
        assertThat(logged("a".repeat(1_000_000), null).length()).isLessThan(10_000);
    }
}
