package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.LoggerContext;
import ch.qos.logback.classic.PatternLayout;
import ch.qos.logback.classic.pattern.ThrowableProxyConverter;
import ch.qos.logback.classic.spi.LoggingEvent;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whoever reads the log gets no secret of an address, whether it stands in the line or in what was thrown. */
@Tag("attack")
class LoggedSecretsTest {
    private static final String MINE = "Hidden-9471";

    private static String line(String text) throws IOException {
        LoggerContext context = new LoggerContext();
        PatternLayout layout = new PatternLayout();
        layout.setContext(context);
        layout.getInstanceConverterMap().put("wEx", ThrowableProxyConverter::new);
        layout.setPattern(new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/gateway/main/resources/application.yaml").toFile())
                .at("/logging/pattern/console")
                .asText());
        layout.start();
        LoggingEvent event = new LoggingEvent(
                "x",
                context.getLogger("az.dost.Some"),
                Level.WARN,
                "It said " + text,
                new IllegalStateException(text),
                null);
        return layout.doLayout(event);
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
        assertThat(line(address))
                .contains("WARN", "az.dost.Some", "It said ", "IllegalStateException", "(secret)")
                .doesNotContain(MINE);
    }
}
