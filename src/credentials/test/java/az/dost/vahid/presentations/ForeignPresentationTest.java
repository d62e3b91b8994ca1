package az.dost.vahid.presentations;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.journeys.verify.VerifyCommand;
import az.dost.vahid.json.Json;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Key;
import java.util.Base64;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import picocli.CommandLine;

/**
 * What libraries of others issue, show and list ({@code src/credentials/test/wallet/issue.mjs}) with the key of a
 * gateway, {@code vahid verify} reads.
 */
class ForeignPresentationTest {
    private static final Path WALLET = Path.of("src/credentials/test/wallet").toAbsolutePath();

    @TempDir
    private static Path folder;

    @BeforeAll
    static void show() throws IOException, InterruptedException {
        OutsideTool.needed(
                Files.exists(WALLET.resolve("node_modules")),
                "@sd-jwt is not installed (npm ci --prefix src/credentials/test/wallet)");
        new DemoKeys(folder, new Faults());
        GatewayKeys.Pair issuer = new GatewayKeys(
                        folder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), new CryptoProvider(false))
                .pair("dossier");
        Files.copy(folder.resolve("gateway-dossier.pem"), folder.resolve("issuer.pem"));
        Files.writeString(folder.resolve("issuer.pk8"), pem(issuer.key()));
        Files.writeString(
                folder.resolve("holder.pk8"),
                pem(new CryptoProvider(false).newPair("EC", 256).getPrivate()));
        OutsideTool node = new OutsideTool("node", folder);
        assertThat(node.accepts(WALLET.resolve("issue.mjs").toString(), folder.toString()))
                .as(node.output())
                .isTrue();
    }

    private static String pem(Key key) {
        return "-----BEGIN PRIVATE KEY-----\n"
                + Base64.getMimeEncoder(64, "\n".getBytes(StandardCharsets.US_ASCII))
                        .encodeToString(key.getEncoded())
                + "\n-----END PRIVATE KEY-----\n";
    }

    private static JsonNode verified(int exit, String... options) throws IOException {
        StringWriter out = new StringWriter();
        String[] arguments = Stream.concat(
                        Stream.of(
                                folder.resolve("shown.sd-jwt").toString(),
                                "--certificate",
                                folder.resolve("issuer.pem").toString(),
                                "--json"),
                        Stream.of(options))
                .toArray(String[]::new);
        assertThat(new CommandLine(new VerifyCommand())
                        .setOut(new PrintWriter(out))
                        .execute(arguments))
                .as(out.toString())
                .isEqualTo(exit);
        return Json.mapper().readTree(out.toString());
    }

    @Test
    void what_a_foreign_wallet_shows_holds_and_nothing_else_is_told() throws IOException {
        JsonNode said = verified(
                0, "--status=" + folder.resolve("list.jwt"), "--audience=x509_hash:me", "--nonce=n-1", "--claims");
        assertThat(said.path("form").asText()).isEqualTo("SD-JWT+KB");
        assertThat(said.path("claims.percentFrom").asText()).isEqualTo("61");
        assertThat(said.path("claims.helps").asText()).isEqualTo("[\"WHEELCHAIR\"]");
        assertThat(said.has("claims.since") || said.has("claims.cause")).isFalse();
        assertThat(said.path("right")).hasSize(5);
        assertThat(said.path("noted")).isEmpty();
    }

    @Test
    void claims_are_said_to_whoever_asks_for_them_alone() throws IOException {
        assertThat(verified(0).toString())
                .contains("percentFrom")
                .doesNotContain("61")
                .doesNotContain("WHEELCHAIR");
    }

    @Test
    void what_was_not_checked_is_noted() throws IOException {
        assertThat(Json.list(verified(0).path("noted"), JsonNode::asText))
                .anyMatch(note -> note.contains("--nonce"))
                .anyMatch(note -> note.contains("--status"));
    }

    @Tag("attack")
    @ParameterizedTest
    @CsvSource({
        "--status=revoking.jwt, revoked",
        "--status=shown.sd-jwt, three parts",
        "--audience=x509_hash:other, another verifier",
        "--nonce=n-2, another question"
    })
    void what_does_not_hold_is_told(String option, String why) throws IOException {
        String given = option.startsWith("--status=") ? option.replace("=", "=" + folder + "/") : option;
        assertThat(verified(1, given).path("wrong").path(0).asText()).contains(why);
    }

    @Tag("attack")
    @Test
    void of_another_issuer_it_does_not_hold() throws IOException {
        new DemoKeys(Files.createDirectories(folder.resolve("other")), new Faults());
        StringWriter out = new StringWriter();
        int exit = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        folder.resolve("shown.sd-jwt").toString(),
                        "--certificate",
                        folder.resolve("other/gateway-dossier.pem").toString());
        assertThat(exit).isEqualTo(1);
        assertThat(out.toString()).contains("issuer that is known");
    }
}
