package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.problem.StartException;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.test.context.ConfigDataApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.SimpleCommandLinePropertySource;
import org.springframework.util.FileSystemUtils;

class StartCheckTest {
    @TempDir
    static Path folder;

    private static GatewaySettings all() throws IOException {
        return new GatewaySettings(folder, "jdbc:postgresql://localhost:1/vahid", "tcp://localhost:1");
    }

    private static void check(List<String> arguments) {
        GenericApplicationContext gateway = new GenericApplicationContext();
        gateway.getEnvironment()
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        new ConfigDataApplicationContextInitializer().initialize(gateway);
        new StartCheck().initialize(gateway);
    }

    static Stream<String> needed() throws IOException {
        // The folder of what is kept has a default, and so has how long a database is waited for.
        return all().names().stream()
                .filter(name ->
                        !List.of("vahid.data", "vahid.database.patience-ms").contains(name));
    }

    @Test
    void with_all_settings_a_start_goes_on() throws IOException {
        List<String> arguments = all().arguments();
        assertThatCode(() -> check(arguments)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @MethodSource("needed")
    void without_one_of_them_it_stops_and_names_it(String name) throws IOException {
        List<String> arguments = all().without(name).arguments();
        assertThatThrownBy(() -> check(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(name + ": ")
                .hasMessageContaining("for example " + name + "=");
    }

    @ParameterizedTest
    @CsvSource({"vahid.tls.required=true,vahid.tls.port", "management.server.port=8081,vahid.management.port"})
    void a_setting_that_would_open_another_door_stops_it(String setting, String told) throws IOException {
        List<String> arguments = Stream.concat(all().arguments().stream(), Stream.of("--" + setting))
                .toList();
        assertThatThrownBy(() -> check(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(told + ": ");
    }

    @Test
    void a_store_of_files_with_an_access_key_needs_its_secret() throws IOException {
        List<String> arguments =
                all().with("vahid.blobs", "s3://KEY@store.example/vahid").arguments();
        assertThatThrownBy(() -> check(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.secrets.blobs.s3: is not set");
    }

    @Test
    void an_agency_whose_address_names_citizens_must_be_called_over_tls(@TempDir Path own) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("src/core/test/resources/kinds/herd-book"), own.resolve("herd-book"));
        List<String> arguments = all().with("vahid.connectors", own.toString())
                .with("vahid.endpoints.herd-book", "http://herds.example")
                .arguments();
        assertThatThrownBy(() -> check(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.endpoints.herd-book: is not an address with https");
    }

    @Tag("attack")
    @ParameterizedTest
    @CsvSource({
        "tcp://fund.example:61616, true",
        "tcp://fund.example:61616?sslEnabled=true&trustAll=true, true",
        "tcp://fund.example:61616?sslEnabled=true, false",
        "tcp://127.0.0.1:61616, false"
    })
    void an_agency_s_broker_must_prove_itself_whatever_is_said_of_the_own(
            String address, boolean told, @TempDir Path own) throws IOException {
        FileSystemUtils.copyRecursively(
                Path.of("src/core/test/resources/kinds/pension-fund"), own.resolve("pension-fund"));
        List<String> arguments = all().with("vahid.connectors", own.toString())
                .with("vahid.secrets.pension-fund.password", "unused")
                .with("vahid.broker.unverified", "a line of our own in one cabinet")
                .with("vahid.endpoints.pension-fund", address)
                .arguments();
        String message = String.valueOf(catchThrowable(() -> check(arguments)).getMessage());
        assertThat(message.contains("vahid.endpoints.pension-fund: is not an address tcp://host:port?sslEnabled=true"))
                .as(message)
                .isEqualTo(told);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                // Its certificate is not there, and nothing else is missing.
                "herd-book: https://herds.example | `` | 1 setting is missing or wrong; nothing was started.\\n  vahid.keys: has no agencies/herd-book.pem",
                "herd-book: http://herds.example | `` | vahid.connectors: has an address of Stock Breeding Centre in endpoints.yaml that is not an address with https",
                "herd-book: https://herds.example | https://cattle.example | vahid.endpoints.herd-book: is another address than endpoints.yaml",
                "herd-book: ${vahid.person-key} | `` | vahid.connectors: endpoints.yaml:1",
            })
    void an_address_that_stands_beside_the_connectors_needs_no_setting(
            String file, String setting, String told, @TempDir Path own) throws IOException {
        FileSystemUtils.copyRecursively(Path.of("src/core/test/resources/kinds/herd-book"), own.resolve("herd-book"));
        Files.writeString(own.resolve("endpoints.yaml"), file + "\n");
        GatewaySettings settings = all().with("vahid.connectors", own.toString());
        List<String> arguments =
                (setting.isEmpty() ? settings : settings.with("vahid.endpoints.herd-book", setting)).arguments();
        assertThatThrownBy(() -> check(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(told.replace("\\n", "\n"));
    }

    @Test
    void all_that_is_missing_is_told_in_one_report() {
        // Where a demonstration has run, its keys stand in the default folder.
        assertThatThrownBy(() -> check(List.of("--vahid.data=" + folder.resolve("nothing"))))
                .isInstanceOf(StartException.class)
                .hasMessageContainingAll(
                        "spring.datasource.url",
                        "spring.artemis.broker-url",
                        "vahid.keys",
                        "vahid.keys-password",
                        "vahid.person-key",
                        "vahid.record.master-key",
                        "vahid.record.anchors",
                        "vahid.blobs",
                        "vahid.requesters",
                        "vahid.endpoints.pensions",
                        "vahid.secrets.traffic-police.key",
                        "nothing was started");
    }

    @Test
    void the_page_for_operators_tells_as_many() throws IOException {
        String page = Files.readString(Path.of("src/docs/run.md"));
        Matcher told = Pattern.compile("Vahid cannot start: (\\d+ settings are missing or wrong)")
                .matcher(page);
        assertThat(told.find()).isTrue();
        assertThatThrownBy(() -> check(List.of("--vahid.data=" + folder.resolve("nothing"))))
                .hasMessageStartingWith(told.group(1));
    }

    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, jdbc:postgres://db:5432/vahid",
        "spring.datasource.url, none",
        "spring.artemis.broker-url, broker:61616",
        "spring.artemis.broker-url, ssl://broker:61616"
    })
    void what_cannot_be_right_is_told_without_its_value(String name, String value) throws IOException {
        List<String> arguments = all().with(name, value).arguments();
        assertThatThrownBy(() -> check(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContaining(name)
                .message()
                .doesNotContain(value);
    }

    @Test
    void an_issuer_without_the_address_of_its_keys_is_told() throws IOException {
        List<String> arguments =
                all().with("vahid.tokens.issuer", "https://login.example").arguments();
        assertThatThrownBy(() -> check(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.tokens.keys: is not set");
    }

    @ParameterizedTest
    @CsvSource({
        "protected-persons.yaml, vahid.protected-persons",
        "person.key, vahid.person-key",
        "record.key, vahid.record.master-key",
        "gateway.p12, vahid.keys",
        "agencies/tax.pem, vahid.keys"
    })
    void a_file_that_is_not_there_is_told_with_the_setting_that_leads_to_it(
            String file, String setting, @TempDir Path own) throws IOException {
        List<String> arguments =
                new GatewaySettings(own, "jdbc:postgresql://localhost:1/vahid", "tcp://localhost:1").arguments();
        Files.delete(own.resolve("keys").resolve(file));
        assertThatThrownBy(() -> check(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContainingAll(setting + ": ", file);
    }

    @ParameterizedTest
    @CsvSource({"wss-ec, tax", "wss, pensions"})
    void a_key_by_which_an_agency_wants_its_requests_signed_is_told(String alias, String agency, @TempDir Path own)
            throws Exception {
        List<String> arguments =
                new GatewaySettings(own, "jdbc:postgresql://localhost:1/vahid", "tcp://localhost:1").arguments();
        Path file = own.resolve("keys/gateway.p12");
        KeyStore store = KeyStore.getInstance(file.toFile(), DemoKeys.PASSWORD.toCharArray());
        store.deleteEntry(alias);
        try (var out = Files.newOutputStream(file)) {
            store.store(out, DemoKeys.PASSWORD.toCharArray());
        }
        assertThatThrownBy(() -> check(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("1 setting is")
                .hasMessageContainingAll("vahid.keys: has no key " + alias + " (", agency);
    }

    @Test
    void a_password_that_does_not_open_the_keys_is_told_without_the_password() throws IOException {
        List<String> arguments =
                all().with("vahid.keys-password", "guessed-wrong").arguments();
        assertThatThrownBy(() -> check(arguments))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.keys-password: does not open ")
                .message()
                .doesNotContain("guessed-wrong");
    }

    @Test
    void what_an_operator_would_have_to_guess_has_an_example() {
        assertThatThrownBy(() -> check(List.of()))
                .message()
                .contains("spring.datasource.url=jdbc:postgresql://db.example:5432/vahid");
    }
}
