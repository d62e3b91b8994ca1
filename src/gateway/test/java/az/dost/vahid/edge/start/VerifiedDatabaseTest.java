package az.dost.vahid.edge.start;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.sources.ingest.TestDatabase;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.support.GenericApplicationContext;
import org.springframework.core.env.MapPropertySource;

/** What {@code sslmode=verify-full} demands of a PostgreSQL, and what a start says of one that does not have it. */
class VerifiedDatabaseTest {
    @TempDir
    private static Path folder;

    private static EmbeddedPostgres server;

    @BeforeAll
    static void start() throws IOException {
        DemoKeys keys = new DemoKeys(folder, new Faults());
        Credential own = keys.agency("database", "EC");
        keys.agency("stranger", "EC");
        Path key = folder.resolve("server.key");
        Files.createFile(key, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        Files.writeString(
                key,
                "-----BEGIN PRIVATE KEY-----\n"
                        + Base64.getMimeEncoder().encodeToString(own.key().getEncoded())
                        + "\n-----END PRIVATE KEY-----\n");
        server = EmbeddedPostgres.builder()
                .setDataDirectory(folder.resolve("postgresql").toFile())
                .setServerConfig("fsync", "off")
                .setServerConfig("ssl", "on")
                .setServerConfig("ssl_key_file", key.toString())
                .setServerConfig("ssl_cert_file", certificate("database").toString())
                .start();
    }

    @AfterAll
    static void stop() throws IOException {
        server.close();
    }

    private static Path certificate(String of) {
        return folder.resolve("agencies").resolve(of + ".pem");
    }

    private static void ask(String url, String trusted) {
        GenericApplicationContext gateway = new GenericApplicationContext();
        gateway.getEnvironment()
                .getPropertySources()
                .addFirst(new MapPropertySource(
                        "test",
                        Map.of(
                                "spring.datasource.url",
                                url + "&sslmode=verify-full&sslrootcert=" + certificate(trusted),
                                // None of these is waited for.
                                "vahid.database.patience-ms",
                                "3600000")));
        new DatabaseAnswers().initialize(gateway);
    }

    private static String url() {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/postgres?user=postgres";
    }

    @Test
    void a_server_with_the_right_certificate_answers() {
        assertThatCode(() -> ask(url(), "database")).doesNotThrowAnyException();
    }

    @Tag("attack")
    @Test
    void one_with_another_s_certificate_is_told_in_one_line() {
        assertThatThrownBy(() -> ask(url(), "stranger"))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("The database of spring.datasource.url is not verified: ")
                .hasMessageNotContaining("\n");
    }

    @Test
    void a_certificate_to_trust_that_is_not_there_is_told_with_its_file() {
        assertThatThrownBy(() -> ask(url(), "nobody"))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("The database of spring.datasource.url is not verified: ")
                .hasMessageContaining(certificate("nobody").toString());
    }

    @Test
    void one_without_tls_is_told_in_one_line() {
        assertThatThrownBy(() -> ask(TestDatabase.create(), "database"))
                .isInstanceOf(StartException.class)
                .hasMessageStartingWith("The database of spring.datasource.url is not verified: ")
                .hasMessageContaining("SSL");
    }
}
