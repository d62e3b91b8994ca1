package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.problem.StartException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The same files with the same proofs, from an FTP server. */
class FtpDropsTest {
    private static final String AGENCY = "displaced-persons";
    private static final String FILE = "mqd_full_20260104_001.csv";
    private static final byte[] ROWS =
            ("\uFEFFEMELIYYAT;FIN;VESIQE_NO;DIDERGIN_DUSDUYU_RAYON;MESKUNLASDIGI_YER;QEYDIYYAT_TARIXI;AILE_UZVLERI\r\n"
                            + "E;1AAAAAA;V-1;ŞUŞA;Bakı;01/02/1994;4\r\n")
                    .getBytes(StandardCharsets.UTF_8);
    /**
     * Shorter than the 30 s after which the gateway gives a silent connection up: a good file must not be waited for
     * that long.
     */
    private static final Duration PATIENCE = Duration.ofSeconds(25);

    @TempDir
    private Path folder;

    private DropBench bench;

    @BeforeEach
    void start() throws Exception {
        bench = new DropBench(folder);
        Files.createDirectories(folder.resolve("keys/ftps"));
    }

    private FtpServer server(String scheme) throws Exception {
        return new FtpServer(
                folder.resolve("drops"), scheme.equals("ftps") ? bench.keys.agency("ftp-server", "RSA") : null);
    }

    private TestGateway gateway(String scheme, int port, String password) throws Exception {
        Map<String, Object> settings = new HashMap<>(Map.of(
                "vahid.secrets.ftp.password",
                password,
                "vahid.drops.plain-ftp",
                "true",
                "vahid.endpoints." + AGENCY,
                scheme + "://gateway@127.0.0.1:" + port + "/" + AGENCY));
        DropBench.KEYS
                .keySet()
                .forEach(agency -> settings.putIfAbsent(
                        "vahid.endpoints." + agency,
                        "file:" + bench.drops(agency).toAbsolutePath()));
        return new TestGateway(bench.database, bench.data(), folder.resolve("keys"), settings);
    }

    /** Pins the certificate of the server, or of another one. */
    private void pin(String whose) throws Exception {
        bench.keys.agency(whose, "RSA");
        Files.copy(folder.resolve("keys/agencies/" + whose + ".pem"), folder.resolve("keys/ftps/" + AGENCY + ".pem"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ftp", "ftps"})
    void a_signed_drop_is_loaded_and_taken_away(String scheme) throws Exception {
        bench.leave(AGENCY, FILE, ROWS);
        pin("ftp-server");
        try (FtpServer server = server(scheme);
                TestGateway gateway = gateway(scheme, server.port(), FtpServer.PASSWORD)) {
            gateway.await("the file is loaded", PATIENCE, () -> gateway.files(AGENCY, "loaded") == 1);
            assertThat(gateway.held(AGENCY, "1AAAAAA").orElseThrow().signer()).contains("CN=displaced-persons");
            gateway.await(
                    "the file is taken away",
                    PATIENCE,
                    () -> !Files.exists(bench.drops(AGENCY).resolve(FILE)));
        }
    }

    @Test
    void a_drop_without_a_proof_is_set_aside_over_ftps_too() throws Exception {
        bench.leave(AGENCY, FILE, ROWS, TestSignatures.cms(ROWS, bench.signer("state-insurance")));
        pin("ftp-server");
        try (FtpServer server = server("ftps");
                TestGateway gateway = gateway("ftps", server.port(), FtpServer.PASSWORD)) {
            gateway.await("the file is set aside", PATIENCE, () -> gateway.files(AGENCY, "quarantined") == 1);
            assertThat(gateway.snapshots.standing(AGENCY)).isEmpty();
        }
    }

    @Test
    void a_server_with_another_certificate_gets_no_password_and_gives_no_file() throws Exception {
        bench.leave(AGENCY, FILE, ROWS);
        pin("stranger");
        try (FtpServer server = server("ftps");
                TestGateway gateway = gateway("ftps", server.port(), FtpServer.PASSWORD)) {
            Thread.sleep(2000);
            assertThat(gateway.files(AGENCY, "loaded")).isZero();
            assertThat(bench.drops(AGENCY).resolve(FILE)).exists();
            assertThat(server.logins()).isZero();
        }
    }

    @Test
    void a_wrong_password_leaves_the_file_where_it_is() throws Exception {
        bench.leave(AGENCY, FILE, ROWS);
        try (FtpServer server = server("ftp");
                TestGateway gateway = gateway("ftp", server.port(), "guessed")) {
            gateway.await("a login is refused", Duration.ofSeconds(30), () -> server.failedLogins() > 0);
            assertThat(gateway.files(AGENCY, "loaded")).isZero();
            assertThat(bench.drops(AGENCY).resolve(FILE)).exists();
        }
    }

    @Test
    void ftp_without_tls_must_be_allowed_by_name() {
        Map<String, Object> settings = new HashMap<>();
        DropBench.KEYS
                .keySet()
                .forEach(agency -> settings.put("vahid.endpoints." + agency, "ftp://gateway@127.0.0.1:21/" + agency));
        assertThatThrownBy(() -> new TestGateway(bench.database, bench.data(), folder.resolve("keys"), settings))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.drops.plain-ftp");
    }

    @Test
    void an_address_of_no_known_kind_is_refused_at_the_start() {
        Map<String, Object> settings = new HashMap<>();
        DropBench.KEYS
                .keySet()
                .forEach(agency -> settings.put("vahid.endpoints." + agency, "gopher://127.0.0.1/" + agency));
        assertThatThrownBy(() -> new TestGateway(bench.database, bench.data(), folder.resolve("keys"), settings))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.endpoints.");
    }
}
