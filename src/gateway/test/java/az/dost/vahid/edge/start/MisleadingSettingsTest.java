package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
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

/** Settings that are there and do not do what their author believes: a start says so, and what would. */
class MisleadingSettingsTest {
    @TempDir
    static Path folder;

    private static GatewaySettings all() throws IOException {
        return new GatewaySettings(folder, "jdbc:postgresql://localhost:1/vahid", "tcp://localhost:1");
    }

    private static void check(List<String> arguments, Path home) {
        GenericApplicationContext gateway = new GenericApplicationContext();
        gateway.getEnvironment()
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(arguments.toArray(String[]::new)));
        new ConfigDataApplicationContextInitializer().initialize(gateway);
        new StartCheck(home).initialize(gateway);
    }

    private static String report(List<String> arguments) {
        return catchThrowable(() -> check(arguments, null)).getMessage();
    }

    private static String report(GatewaySettings settings) {
        return report(settings.arguments());
    }

    @Test
    void a_folder_without_its_scheme_is_told_with_it() throws IOException {
        String requesters = folder.resolve("requesters").toString();
        assertThat(report(all().with("vahid.requesters", requesters)))
                .startsWith("1 setting")
                .contains("  vahid.requesters: has no file: before its path; for example vahid.requesters=file:"
                        + requesters);
    }

    @ParameterizedTest
    @CsvSource({
        "vahid.protected-persons",
        "vahid.exchange.services",
        "vahid.events.subscriptions",
        "vahid.transfers.partners",
        "vahid.misuse.rules",
        "vahid.rollout"
    })
    void so_is_every_other_place(String name) throws IOException {
        assertThat(report(all().with(name, folder.toString())))
                .contains("  " + name + ": has no file: before its path; for example " + name + "=file:" + folder);
    }

    @ParameterizedTest
    @CsvSource({
        "vahid.keys, keys",
        "vahid.person-key, keys/person.key",
        "vahid.record.master-key, keys/record.key",
        "vahid.data, data"
    })
    void a_plain_path_with_a_scheme_is_told_without_it(String name, String path) throws IOException {
        assertThat(report(all().with(name, "file:" + folder.resolve(path))))
                .contains("  " + name + ": is a path, without file: before it; for example " + name + "="
                        + folder.resolve(path));
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgres://db:5432/vahid, it begins with jdbc:postgres:",
        "postgresql://db:5432/vahid, it begins with postgresql:",
        "db:5432/vahid, is not an address jdbc:postgresql:"
    })
    void another_spelling_of_a_database_is_told_by_what_it_begins_with(String url, String told) throws IOException {
        assertThat(report(all().with("spring.datasource.url", url)))
                .contains("  spring.datasource.url: is not an address jdbc:postgresql://host:port/database", told);
    }

    @Tag("attack")
    @ParameterizedTest
    @CsvSource({
        "spring.datasource.url, ''",
        "spring.datasource.url, ?sslmode=disable",
        "spring.datasource.url, ?sslmode=prefer",
        "spring.datasource.url, ?sslmode=require",
        "spring.datasource.url, ?sslmode=verify-ca",
        "spring.datasource.hikari.jdbc-url, ?sslmode=require",
        "spring.flyway.url, ''"
    })
    void a_database_that_another_could_stand_in_for_is_told_in_one_line(String name, String mode) throws IOException {
        assertThat(report(all().with(name, "jdbc:postgresql://db:5432/vahid" + mode)))
                .startsWith("1 setting is")
                .contains("  " + name + ": does not say sslmode=verify-full", "vahid.database.unverified says why")
                .contains("?sslmode=verify-full&sslrootcert=");
    }

    @ParameterizedTest
    @CsvSource({
        "jdbc:postgresql://db:5432/vahid?sslmode=verify-full, ''",
        "jdbc:postgresql://localhost:5432/vahid, ''",
        "jdbc:postgresql://db:5432/vahid, a line of our own in one cabinet"
    })
    void one_that_is_verified_on_this_machine_or_let_be_for_a_reason_is_not_told(String url, String reason)
            throws IOException {
        List<String> arguments = all().with("spring.datasource.url", url)
                .with("vahid.database.unverified", reason)
                .arguments();
        assertThatCode(() -> check(arguments, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({"true", "false", "yes", "-"})
    void a_word_is_no_reason(String word) throws IOException {
        assertThat(report(all().with("spring.datasource.url", "jdbc:postgresql://db:5432/vahid")
                        .with("vahid.database.unverified", word)))
                .contains(
                        "  vahid.database.unverified: is no reason in words",
                        "  spring.datasource.url: does not say sslmode=verify-full");
    }

    @Tag("attack")
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "tcp://broker:61616 | does not say sslEnabled=true",
                "(tcp://localhost:1,tcp://broker:2)?ha=true | does not say sslEnabled=true",
                "tcp://broker:61616?sslEnabled=true&verifyHost=false | says verifyHost=false",
                "tcp://broker:61616?sslEnabled=true&trustAll=true | says trustAll=true"
            })
    void a_broker_that_another_could_stand_in_for_is_told_in_one_line(String address, String told) throws IOException {
        assertThat(report(all().with("spring.artemis.broker-url", address)))
                .startsWith("1 setting is")
                .contains("  spring.artemis.broker-url: " + told, "vahid.broker.unverified says why")
                .contains("?sslEnabled=true&trustStoreType=PEM");
    }

    @ParameterizedTest
    @CsvSource({
        "tcp://broker:61616?sslEnabled=true, ''",
        "'(tcp://a:61616,tcp://b:61616)?ha=true&sslEnabled=true', ''",
        "tcp://localhost:61616, ''",
        "tcp://broker:61616, a line of our own in one cabinet"
    })
    void a_broker_that_is_verified_on_this_machine_or_let_be_for_a_reason_is_not_told(String address, String reason)
            throws IOException {
        List<String> arguments = all().with("spring.artemis.broker-url", address)
                .with("vahid.broker.unverified", reason)
                .arguments();
        assertThatCode(() -> check(arguments, null)).doesNotThrowAnyException();
    }

    @Test
    void a_reason_for_the_database_is_none_for_the_broker() throws IOException {
        assertThat(report(all().with("spring.artemis.broker-url", "tcp://broker:61616")
                        .with("vahid.database.unverified", "a line of our own in one cabinet")
                        .with("vahid.broker.unverified", "yes")))
                .contains(
                        "  vahid.broker.unverified: is no reason in words",
                        "  spring.artemis.broker-url: does not say sslEnabled=true");
    }

    @Test
    void a_database_without_a_user_is_told() throws IOException {
        assertThat(report(all().without("spring.datasource.username")))
                .startsWith("1 setting")
                .contains("  spring.datasource.username: is not set");
    }

    @Test
    void a_user_in_the_address_is_one() throws IOException {
        List<String> arguments = new GatewaySettings(
                        folder, "jdbc:postgresql://localhost:1/vahid?user=vahid", "tcp://localhost:1")
                .arguments();
        assertThatCode(() -> check(arguments, null)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @CsvSource({
        "vahid.max-lookups, many, is no number",
        "vahid.max-lookups, -1, is no number",
        "vahid.max-lookups, 1.5, is no number",
        "vahid.tls.port, https, is no number",
        "vahid.tls.port, 99999, is no port: the last one is 65535",
        "vahid.management.port, 65536, is no port",
        "vahid.limits.each.per-second, 0, must be more than 0",
        "vahid.member.renew-every-ms, 0, must be more than 0",
        "vahid.events.retry.follow.factor, fast, is no number",
        "vahid.tls.required, yes, is neither true nor false",
        "vahid.record.kept.bulk, 30 days, is no time as ISO 8601 writes it",
        "vahid.max-lookup, 7, is no setting of Vahid; did you mean vahid.max-lookups?",
        "vahid.record.queues, 7, is no setting of Vahid; did you mean vahid.record.queue?",
        "vahid.endpoints.pensions, ftp://pensions.example/x, is not an address with https or http",
        "vahid.endpoints.traffic-police, http://police.example, is not an address with https",
        "vahid.endpoints.defence, https://defence.example, is not an address sftp://",
        "vahid.tokens.keys, https://login.example/keys, vahid.tokens.issuer: is not set",
        "vahid.secrets.traffic-police.key, ${NOBODY_SET_THIS}, names ${NOBODY_SET_THIS}",
        "spring.datasource.password, x-${NOBODY_SET_THIS}-y, names ${NOBODY_SET_THIS}"
    })
    void a_value_that_cannot_be_is_told_alone_and_not_shown(String name, String value, String told) throws IOException {
        assertThat(report(all().with(name, value)))
                .startsWith("1 setting is")
                .contains(told)
                .contains("  " + (told.contains(": ") ? "" : name + ": "))
                .doesNotContain("=" + value, "x-$");
    }

    @ParameterizedTest
    @CsvSource({
        "vahid.events.retry.patient.factor, 1.5",
        "vahid.maxLookups, 7",
        "vahid.limits.requesters.desk.per-second, 5",
        "vahid.bulk.drops.desk, /drops",
        "vahid.record.kept.bulk, P30D",
        "vahid.follow.longest, PT12H",
        "vahid.misuse.rules, classpath:misuse-rules.yaml",
        "vahid.tls.ciphers[0], TLS_AES_256_GCM_SHA384",
        "vahid.endpoints.defence, file:/drops",
        "vahid.endpoints.defence, s3://key@host/bucket"
    })
    void a_value_that_can_be_is_not_told(String name, String value) throws IOException {
        List<String> arguments = all().with("vahid.secrets.s3.secret", "unused")
                .with(name, value)
                .arguments();
        assertThatCode(() -> check(arguments, null)).doesNotThrowAnyException();
    }

    @Test
    void a_port_that_is_given_twice_is_told() throws IOException {
        assertThat(report(all().with("server.port", "8443").with("vahid.tls.port", "8443")))
                .contains("  vahid.tls.port: is 8443, and so is server.port");
    }

    @ParameterizedTest
    @CsvSource({"0.0.0.0, false, true", "10.0.0.7, false, true", "0.0.0.0, true, false", "127.0.0.1, false, false"})
    void operators_tokens_are_not_read_on_their_way(String host, boolean tls, boolean told) throws IOException {
        List<String> arguments = all().with("vahid.management.port", "8081")
                .with("vahid.management.host", host)
                .with("vahid.management.tls", String.valueOf(tls))
                .arguments();
        if (told) {
            assertThat(report(arguments))
                    .contains("  vahid.management.tls: is not true, and vahid.management.host is beyond");
        } else {
            assertThatCode(() -> check(arguments, null)).doesNotThrowAnyException();
        }
    }

    static Stream<String> leases() {
        return new Defaults().names().stream().filter(name -> name.endsWith(".lease-ms"));
    }

    @ParameterizedTest
    @MethodSource("leases")
    void a_lease_that_ends_before_it_is_renewed_is_told(String name) throws IOException {
        assertThat(report(all().with(name, "1")))
                .contains("  " + name + ": is not longer than " + name.replace(".lease-ms", ".renew-every-ms"));
    }

    @Test
    void requesters_without_a_file_are_told(@TempDir Path empty) throws IOException {
        assertThat(report(all().with("vahid.requesters", "file:" + empty)))
                .contains("  vahid.requesters: leads to " + empty + ", which has no file of a requester");
    }

    @Test
    void the_secret_of_an_object_store_for_anchors_is_told_with_all_else() throws IOException {
        assertThat(report(all().with("vahid.record.anchors", "s3://key@host/bucket")))
                .contains("  vahid.secrets.anchors.s3: is not set");
    }

    @Test
    void the_secret_of_a_drop_is_told_together_with_its_address() {
        assertThat(report(List.of()))
                .contains("  vahid.endpoints.defence: is not set", "  vahid.secrets.sftp.password: is not set");
    }

    @Test
    void the_password_at_a_partner_s_server_is_told_with_all_else(@TempDir Path partners) throws IOException {
        Files.writeString(
                partners.resolve("bank.yaml"), "{id: state-bank, legalBasis: x, sftp: vahid@bank.example:22/files}");
        Files.writeString(partners.resolve("post.yaml"), "{id: post, legalBasis: x, folder: post}");
        assertThat(report(all().with("vahid.transfers.partners", "file:" + partners)))
                .startsWith("1 setting is")
                .contains("  vahid.secrets.sftp.state-bank: is not set", "=${SFTP_STATE_BANK}");
    }

    @Test
    void each_has_one_line() {
        List<String> lines = report(List.of()).lines().toList();
        assertThat(lines.subList(1, lines.size() - 1))
                .hasSize(Integer.parseInt(lines.get(0).replaceFirst(" .*", "")))
                .allMatch(line -> line.matches("  [\\w.-]+: .+"));
    }

    @ParameterizedTest
    @CsvSource({"application.yaml", "config/application.properties", "vahid.yaml"})
    void a_file_beside_the_jar_that_is_not_read_is_told(String name, @TempDir Path home) throws IOException {
        Files.createDirectories(home.resolve("config"));
        Path file = Files.writeString(home.resolve(name), "server.port: 8080\n");
        List<String> arguments = new ArrayList<>(all().arguments());
        assertThat(catchThrowable(() -> check(arguments, home)).getMessage())
                .contains("  spring.config.additional-location: does not name " + file);
        arguments.add("--spring.config.additional-location=file:" + file);
        assertThatCode(() -> check(arguments, home)).doesNotThrowAnyException();
    }

    @Test
    void a_place_that_somebody_names_must_be_there_in_service(@TempDir Path empty) {
        GenericApplicationContext gateway = new GenericApplicationContext();
        gateway.getEnvironment()
                .getPropertySources()
                .addFirst(new SimpleCommandLinePropertySource(
                        "--vahid.transfers.partners=file:" + empty.resolve("partner")));
        new ConfigDataApplicationContextInitializer().initialize(gateway);
        SettingsReader settings = new SettingsReader(gateway.getEnvironment());
        SettingKinds.check(settings, new Defaults(), gateway.getEnvironment()::resolvePlaceholders, true);
        assertThat(settings.missing())
                .singleElement()
                .satisfies(one ->
                        assertThat(one.told()).contains("vahid.transfers.partners: leads to", "which is not there"));
    }
}
