package az.dost.vahid.signature.own;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.key.RequestSignature;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class NewKeysCommandTest {
    private static final CryptoProvider CRYPTO = new CryptoProvider(false);

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Path keys;
    private Path password;

    @BeforeEach
    void names() throws Exception {
        keys = folder.resolve("keys");
        password = Files.writeString(folder.resolve("password"), "a password of some length\n");
    }

    private int run(String name) {
        return run(name, "vahid.example");
    }

    private int run(String name, String host) {
        return new CommandLine(new KeysCommand())
                .setErr(new PrintWriter(err, true))
                .setOut(new PrintWriter(new StringWriter()))
                .execute(
                        "new",
                        "--keys",
                        keys.toString(),
                        "--name",
                        name,
                        "--host",
                        host,
                        "--password-file",
                        password.toString());
    }

    @ParameterizedTest
    @ValueSource(strings = {"dossier", "wss", "wss-ec", "tls"})
    void a_gateway_opens_what_was_made(String alias) {
        assertThat(run("O=DOST,C=AZ")).isZero();
        GatewayKeys.Pair pair = new GatewayKeys(
                        keys.resolve("gateway.p12"), "a password of some length".toCharArray(), CRYPTO)
                .pair(alias);
        assertThat(pair.certificate().getSubjectX500Principal().getName()).contains("O=DOST");
    }

    @ParameterizedTest
    @EnumSource(RequestSignature.class)
    void requests_can_be_signed_by_what_was_made(RequestSignature signature) {
        run("O=DOST,C=AZ");
        GatewayKeys own =
                new GatewayKeys(keys.resolve("gateway.p12"), "a password of some length".toCharArray(), CRYPTO);
        assertThat(signature.key(own).certificate())
                .isEqualTo(own.certificates().get(signature.alias()));
    }

    @Test
    void whoever_connects_to_a_host_finds_its_name_in_the_certificate_of_https_alone() throws Exception {
        run("O=DOST,C=AZ", "gateway-1.example");
        GatewayKeys made =
                new GatewayKeys(keys.resolve("gateway.p12"), "a password of some length".toCharArray(), CRYPTO);
        assertThat(made.pair("tls").certificate().getSubjectAlternativeNames())
                .containsExactly(List.of(2, "gateway-1.example"));
        assertThat(made.pair("dossier").certificate().getSubjectAlternativeNames())
                .isNull();
    }

    @Test
    void the_records_and_the_persons_keys_are_made_too() {
        assertThat(run("O=DOST,C=AZ")).isZero();
        assertThat(MasterKeys.of(keys.resolve("record.key"), CRYPTO)).isNotNull();
        assertThat(PersonHash.of(keys.resolve("person.key")).of("W1D0W01")).hasSize(64);
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway.p12", "record.key", "person.key"})
    void only_their_owner_reads_them(String file) throws Exception {
        run("O=DOST,C=AZ");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve(file))))
                .isEqualTo("rw-------");
    }

    @ParameterizedTest
    @ValueSource(strings = {"gateway.p12", "record.key", "person.key"})
    void a_key_that_is_there_is_never_touched(String file) throws Exception {
        Files.createDirectories(keys);
        Files.writeString(keys.resolve(file), "mine");
        assertThat(run("O=DOST,C=AZ")).isEqualTo(2);
        assertThat(keys.toFile().list()).containsExactly(file);
        assertThat(Files.readString(keys.resolve(file))).isEqualTo("mine");
        assertThat(err.toString()).contains("is there already");
    }

    @Test
    void a_short_password_is_refused() throws Exception {
        Files.writeString(password, "short\n");
        assertThat(run("O=DOST,C=AZ")).isEqualTo(2);
        assertThat(keys).doesNotExist();
    }

    @Test
    void a_name_that_is_none_is_refused() {
        assertThat(run("DOST")).isEqualTo(2);
        assertThat(err.toString()).contains("--name is no distinguished name");
    }
}
