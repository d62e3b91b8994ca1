package az.dost.vahid.signature.own;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/** The key of persons lies with the gateway's others, and stands for the same persons there. */
@Tag("attack")
class StoredPersonKeyCommandTest {
    private static final String PASSWORD = "a password of some length";

    @TempDir
    private Path folder;

    private final StringWriter err = new StringWriter();
    private Path keys;
    private Path password;

    @BeforeEach
    void make() throws Exception {
        keys = folder.resolve("keys");
        password = Files.writeString(folder.resolve("password"), PASSWORD + "\n");
        assertThat(run("new", "--name", "O=DOST,C=AZ")).isZero();
    }

    private int run(String what, String... more) {
        CommandLine command = new CommandLine(new KeysCommand())
                .setErr(new PrintWriter(err, true))
                .setOut(new PrintWriter(new StringWriter()));
        String[] arguments = new String[more.length + 5];
        System.arraycopy(
                new String[] {what, "--keys", keys.toString(), "--password-file", password.toString()},
                0,
                arguments,
                0,
                5);
        System.arraycopy(more, 0, arguments, 5, more.length);
        return command.execute(arguments);
    }

    private GatewayKeys stored() {
        return new GatewayKeys(keys.resolve("gateway.p12"), PASSWORD.toCharArray(), new CryptoProvider(false));
    }

    @Test
    void persons_have_the_same_hashes() {
        assertThat(run("person")).as(err.toString()).isZero();
        assertThat(new PersonHash(stored().secret("person")).of("1ABCDE2"))
                .isEqualTo(PersonHash.of(keys.resolve("person.key")).of("1ABCDE2"));
    }

    @Test
    void the_other_keys_stay_and_nobody_else_reads_them() throws Exception {
        assertThat(run("person")).isZero();
        assertThat(stored().certificates()).containsOnlyKeys("dossier", "tls", "wss", "wss-ec");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(keys.resolve("gateway.p12"))))
                .isEqualTo("rw-------");
        assertThat(keys.resolve("gateway.p12.new")).doesNotExist();
    }

    @Test
    void one_that_is_there_is_not_replaced() {
        assertThat(run("person")).isZero();
        assertThat(run("person")).isEqualTo(1);
        assertThat(err.toString()).contains("has a key with the alias person already");
    }

    @Test
    void a_wrong_password_changes_nothing() throws Exception {
        byte[] before = Files.readAllBytes(keys.resolve("gateway.p12"));
        Files.writeString(password, "another password\n");
        assertThat(run("person")).isEqualTo(1);
        assertThat(Files.readAllBytes(keys.resolve("gateway.p12"))).isEqualTo(before);
        assertThat(err.toString()).doesNotContain("Exception");
    }

    @Test
    void a_store_without_it_is_told_by_its_alias() {
        assertThat(catchThrowable(() -> stored().secret("person")))
                .hasMessageContaining("no secret key with the alias person")
                .hasMessageContaining("keys person");
    }
}
