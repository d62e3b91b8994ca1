package az.dost.vahid.signature.own;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.MasterKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A key is changed in steps, and what the one before has signed or encrypted is known for ever. */
class RotateKeysCommandTest {
    private static final String PASSWORD = "a password of some length";
    private static final CryptoProvider CRYPTO = new CryptoProvider(false);

    /** To make RSA keys takes longer than most of these tests. */
    @TempDir
    private static Path once;

    @TempDir
    private Path outside;

    private Path folder;
    private RotatingKeys keys;

    @BeforeAll
    static void makeOnce() throws Exception {
        RotatingKeys made =
                new RotatingKeys(once.resolve("keys"), Files.writeString(once.resolve("password"), PASSWORD + "\n"));
        assertThat(made.run("new", "--name", "O=DOST,C=AZ", "--host", "vahid.example"))
                .as(made.said())
                .isZero();
    }

    @BeforeEach
    void copy() throws Exception {
        folder = outside.resolve("keys");
        keys = new RotatingKeys(folder, Files.copy(once.resolve("password"), outside.resolve("password")));
        Files.createDirectories(folder.resolve("agencies"));
        try (Stream<Path> made = Files.list(once.resolve("keys"))) {
            for (Path file : made.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()), StandardCopyOption.COPY_ATTRIBUTES);
            }
        }
    }

    private void done(String... arguments) {
        assertThat(keys.run(arguments)).as(keys.said()).isZero();
    }

    private GatewayKeys stored() {
        return new GatewayKeys(folder.resolve("gateway.p12"), PASSWORD.toCharArray(), CRYPTO);
    }

    private X509Certificate certificate(String alias) {
        return stored().pair(alias).certificate();
    }

    private List<X509Certificate> file(String name) {
        return GatewayProof.certificates(folder.resolve(name));
    }

    private List<String> masterKeys() {
        return MasterKeys.of(folder.resolve("record.key"), CRYPTO).fingerprints();
    }

    /** Every file of the folder, by its name. */
    private Map<String, String> content() {
        try (Stream<Path> files = Files.walk(folder)) {
            Map<String, String> content = new TreeMap<>();
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                content.put(folder.relativize(file).toString(), Files.readString(file, StandardCharsets.ISO_8859_1));
            }
            return content;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Test
    void a_prepared_key_is_known_before_anything_is_signed_with_it() {
        X509Certificate before = certificate("dossier");
        done("rotate", "dossier", "prepare");
        assertThat(certificate("dossier")).isEqualTo(before);
        assertThat(file("gateway-dossier.pem")).containsExactly(before, certificate("dossier-next"));
        assertThat(keys.said()).contains("give gateway-dossier.pem to all who check dossiers");
    }

    @Test
    void the_certificate_of_before_stays_known_after_the_switch() {
        X509Certificate before = certificate("dossier");
        done("rotate", "dossier", "prepare");
        X509Certificate after = certificate("dossier-next");
        done("rotate", "dossier", "switch");
        assertThat(certificate("dossier")).isEqualTo(after);
        assertThat(file("gateway-dossier.pem")).containsExactly(after, before);
        assertThat(stored().certificates()).containsOnlyKeys("dossier", "tls", "wss", "wss-ec");
        assertThat(folder.resolve("gateway-dossier-next.pem")).doesNotExist();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wss", "wss-ec", "tls"})
    void a_key_for_agencies_is_of_the_same_kind_and_name_and_given_away_before_it_is_used(String alias)
            throws Exception {
        X509Certificate before = certificate(alias);
        done("rotate", alias, "prepare");
        X509Certificate after = file("gateway-" + alias + "-next.pem").get(0);
        assertThat(file("gateway-" + alias + ".pem")).containsExactly(before);
        assertThat(after.getPublicKey().getAlgorithm())
                .isEqualTo(before.getPublicKey().getAlgorithm());
        assertThat(after.getSubjectX500Principal()).isEqualTo(before.getSubjectX500Principal());
        assertThat(String.valueOf(after.getSubjectAlternativeNames()))
                .isEqualTo(String.valueOf(before.getSubjectAlternativeNames()));
        done("rotate", alias, "switch");
        assertThat(certificate(alias)).isEqualTo(after);
        assertThat(file("gateway-" + alias + ".pem")).containsExactly(after);
        assertThat(file("gateway-" + alias + "-retired.pem")).containsExactly(before);
    }

    @ParameterizedTest
    @CsvSource({"dossier", "tls"})
    void a_step_that_was_done_is_not_done_again(String alias) {
        done("rotate", alias, "prepare");
        X509Certificate next = certificate(alias + "-next");
        done("rotate", alias, "prepare");
        assertThat(keys.said()).contains("Nothing to do");
        assertThat(certificate(alias + "-next")).isEqualTo(next);
        done("rotate", alias, "switch");
        assertThat(keys.run("rotate", alias, "switch")).isEqualTo(1);
        assertThat(keys.said()).contains("No key is prepared").doesNotContain("Exception");
        assertThat(certificate(alias)).isEqualTo(next);
    }

    @Test
    void a_key_whose_certificate_nobody_has_is_not_put_into_use() throws Exception {
        String known = Files.readString(folder.resolve("gateway-dossier.pem"));
        done("rotate", "dossier", "prepare");
        Files.writeString(folder.resolve("gateway-dossier.pem"), known);
        X509Certificate before = certificate("dossier");
        assertThat(keys.run("rotate", "dossier", "switch")).isEqualTo(1);
        assertThat(keys.said()).contains("nobody would know what it signs");
        assertThat(certificate("dossier")).isEqualTo(before);
    }

    @Test
    void a_switch_that_was_killed_between_two_files_is_ended_by_running_it_again() throws Exception {
        X509Certificate before = certificate("dossier");
        done("rotate", "dossier", "prepare");
        String prepared = Files.readString(folder.resolve("gateway-dossier.pem"));
        done("rotate", "dossier", "switch");
        Files.writeString(folder.resolve("gateway-dossier.pem"), prepared);
        done("rotate", "dossier", "switch");
        assertThat(file("gateway-dossier.pem")).containsExactly(certificate("dossier"), before);
    }

    @ParameterizedTest
    @CsvSource({"dossier,prepare", "wss,prepare", "record,prepare"})
    void a_dry_run_says_what_it_would_do_and_changes_nothing(String key, String step) {
        Map<String, String> before = content();
        done("rotate", key, step, "--dry-run");
        assertThat(content()).isEqualTo(before);
        assertThat(keys.said()).contains("has not done").contains("Next: ");
    }

    @Test
    void a_wrong_password_changes_nothing() throws Exception {
        Map<String, String> before = content();
        Files.writeString(outside.resolve("password"), "another password\n");
        assertThat(keys.run("rotate", "dossier", "prepare")).isEqualTo(1);
        assertThat(content()).isEqualTo(before);
        assertThat(keys.said()).contains("cannot be opened").doesNotContain("Exception");
    }

    @Test
    void the_store_and_the_master_keys_stay_their_owners_alone() throws Exception {
        done("rotate", "tls", "prepare");
        done("rotate", "record", "prepare");
        done("rotate", "record", "switch");
        done("rotate", "record", "finish");
        for (String name : List.of("gateway.p12", "record.key", "record.key.retired")) {
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(folder.resolve(name))))
                    .as(name)
                    .isEqualTo("rw-------");
        }
        assertThat(content().keySet()).noneMatch(name -> name.endsWith(".new"));
    }

    @Test
    void a_new_master_key_is_read_with_first_then_written_with_and_then_alone() throws Exception {
        String before = masterKeys().get(0);
        done("rotate", "record", "prepare");
        assertThat(masterKeys()).hasSize(2).startsWith(before);
        String after = masterKeys().get(1);
        done("rotate", "record", "switch");
        assertThat(masterKeys()).containsExactly(after, before);
        done("rotate", "record", "finish");
        assertThat(masterKeys()).containsExactly(after);
        assertThat(MasterKeys.of(folder.resolve("record.key.retired"), CRYPTO).fingerprints())
                .containsExactly(before);
    }

    @ParameterizedTest
    @CsvSource({"'',switch,No master key is prepared", "prepare,finish,not in use yet"})
    void no_step_of_the_master_key_is_left_out(String first, String then, String why) {
        if (!first.isEmpty()) {
            done("rotate", "record", first);
        }
        Map<String, String> before = content();
        assertThat(keys.run("rotate", "record", then)).isEqualTo(1);
        assertThat(keys.said()).contains(why);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void a_second_master_key_does_not_come_before_the_first_change_is_at_its_end() {
        done("rotate", "record", "prepare");
        done("rotate", "record", "switch");
        assertThat(keys.run("rotate", "record", "prepare")).isEqualTo(1);
        assertThat(keys.said()).contains("keys rotate record finish");
    }

    @Test
    void an_agencys_certificate_of_before_is_kept_for_what_it_has_proven() throws Exception {
        Files.copy(folder.resolve("gateway-tls.pem"), folder.resolve("agencies/tax.pem"));
        Path fresh = folder.resolve("gateway-wss.pem");
        done("rotate", "agency", "take", "--id", "tax", "--certificate", fresh.toString());
        assertThat(keys.said()).contains("sha256: ");
        assertThat(file("agencies/tax.pem")).isEqualTo(GatewayProof.certificates(fresh));
        assertThat(file("agencies/retired/tax.pem")).containsExactly(certificate("tls"));
        done("rotate", "agency", "take", "--id", "tax", "--certificate", fresh.toString());
        assertThat(file("agencies/retired/tax.pem")).containsExactly(certificate("tls"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody", "../gateway-tls"})
    void an_agency_that_there_is_not_gets_no_certificate(String id) {
        Map<String, String> before = content();
        assertThat(keys.run(
                        "rotate",
                        "agency",
                        "take",
                        "--id",
                        id,
                        "--certificate",
                        folder.resolve("gateway-wss.pem").toString()))
                .isEqualTo(1);
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void a_new_certificate_of_time_stamps_comes_before_the_old_one() throws Exception {
        Files.copy(folder.resolve("gateway-tls.pem"), folder.resolve("time-stamps.pem"));
        done(
                "rotate",
                "time-stamps",
                "take",
                "--certificate",
                folder.resolve("gateway-wss-ec.pem").toString());
        assertThat(file("time-stamps.pem")).containsExactly(certificate("wss-ec"), certificate("tls"));
    }

    @ParameterizedTest
    @CsvSource({
        "person,'',is never rotated",
        "desk,prepare,There is no key desk",
        "dossier,'',Say which step",
        "tls,finish,Say which step",
        "agency,take,Give --id and --certificate"
    })
    void what_cannot_be_changed_so_is_a_wrong_argument_in_one_line(String key, String step, String why) {
        assertThat(keys.run("rotate", key, step)).isEqualTo(2);
        assertThat(keys.said().strip()).contains(why).hasLineCount(1);
    }

    @Test
    void a_name_that_is_none_is_a_wrong_argument() {
        Map<String, String> before = content();
        assertThat(keys.run("rotate", "dossier", "prepare", "--name", "DOST")).isEqualTo(2);
        assertThat(keys.said()).contains("--name is no distinguished name");
        assertThat(content()).isEqualTo(before);
    }

    @Test
    void machines_are_told_what_was_done_and_whether_gateways_are_started_again() throws Exception {
        done("rotate", "dossier", "prepare", "--json");
        JsonNode told = new ObjectMapper().readTree(keys.said());
        assertThat(told.path("acts")).hasSize(3);
        assertThat(told.path("restart").asBoolean()).isTrue();
        assertThat(told.path("dryRun").asBoolean(true)).isFalse();
    }

    /** Killed wherever it is: gateways start with what lies there, and nothing that was in use is lost. */
    @Test
    void a_process_that_is_killed_in_the_midst_leaves_keys_that_work() throws Exception {
        X509Certificate first = certificate("dossier");
        String firstMaster = masterKeys().get(0);
        Path log = outside.resolve("log");
        for (int kill = 0; kill < 3; kill++) {
            Files.deleteIfExists(log);
            try (ChildProcess process = new ChildProcess(
                    log,
                    RotatingKeys.class,
                    List.of("-Xmx128m"),
                    List.of(folder.toString(), outside.resolve("password").toString()))) {
                process.start();
                Awaitility.await("a round")
                        .atMost(Duration.ofSeconds(60))
                        .failFast(() -> !process.lives())
                        .until(() -> process.written().contains("round"));
                Thread.sleep(37L * kill);
            }
            assertThat(file("gateway-dossier.pem")).contains(first, certificate("dossier"));
            assertThat(Stream.of("record.key", "record.key.retired")
                            .map(folder::resolve)
                            .flatMap(file -> MasterKeys.of(file, CRYPTO).fingerprints().stream()))
                    .contains(firstMaster);
        }
    }
}
