package az.dost.vahid.app;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class SettingsCommandTest {
    private static final String MINE = "Hidden-9471";

    private static String settings(String... arguments) {
        StringWriter out = new StringWriter();
        assertThat(new CommandLine(new SettingsCommand())
                        .setOut(new PrintWriter(out))
                        .execute(arguments))
                .isZero();
        return out.toString();
    }

    @Test
    void everySettingIsToldWithWhereItWasSet() {
        assertThat(settings("--vahid.max-lookups=7"))
                .contains("vahid.max-lookups = 7    # ")
                .contains("vahid.record.queue = 1024    # class path resource [application.yaml]")
                .contains("vahid.keys = data/keys");
    }

    @Test
    void noSecretOfTheDemonstrationIsToldThoughEachIsToldToBeSet() throws IOException {
        String told = settings("--spring.profiles.active=mocks");
        JsonNode demo = new ObjectMapper(new YAMLFactory())
                .readTree(Path.of("src/demo/main/resources/application-mocks.yaml")
                        .toFile())
                .path("vahid");
        assertThat(demo.path("secrets").properties())
                .isNotEmpty()
                .allSatisfy(secret -> assertThat(told)
                        .contains("vahid.secrets." + secret.getKey() + " = (secret)")
                        .doesNotContain(secret.getValue().asText()));
        for (String users : new String[] {"requesters", "agencies"}) {
            assertThat(demo.at("/mocks/broker/" + users).properties())
                    .isNotEmpty()
                    .allSatisfy(user -> assertThat(told)
                            .contains("vahid.mocks.broker." + users + "." + user.getKey() + " = (secret)")
                            .doesNotContain(" = " + user.getValue().asText() + "\n"));
        }
        assertThat(told)
                .contains("vahid.keys-password = (secret)")
                .contains("vahid.demo.token = (secret)")
                .doesNotContain(
                        demo.path("keys-password").asText(),
                        demo.at("/demo/token").asText());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "vahid.secrets.some.agency=" + MINE,
                "spring.datasource.password=" + MINE,
                "vahid.keys-password=" + MINE,
                "spring.datasource.url=jdbc:postgresql://db/vahid?user=u&password=" + MINE,
                "vahid.endpoints.x=https://u:" + MINE + "@host/",
                "spring.artemis.broker-url=tcp://user:" + MINE + "@broker:61616",
                "spring.artemis.broker-url=(tcp://a:61616?sslEnabled=true;trustStorePassword=" + MINE
                        + ",tcp://b:61616)?ha=true&keyStorePassword=" + MINE,
                "spring.artemis.broker-url=ssl://broker:61617?keyStorePath=/x.p12&keyStorePassword=" + MINE,
                "spring.datasource.url=jdbc:postgresql://db/vahid?sslpassword=" + MINE,
                "vahid.endpoints.x=https://host/?apiKey=" + MINE,
                "vahid.endpoints.x=sftp://u:p@/" + MINE + "@host/",
                "vahid.endpoints.x=sftp://h/?password=RAW(a&" + MINE + ")",
                "vahid.some-new.client-secret=" + MINE,
                "server.ssl.key-store-password=" + MINE
            })
    void aSecretOfOnesOwnIsNotToldWhereverItStands(String setting) {
        assertThat(settings("--" + setting))
                .contains(setting.substring(0, setting.indexOf('=')))
                .doesNotContain(MINE);
    }
}
