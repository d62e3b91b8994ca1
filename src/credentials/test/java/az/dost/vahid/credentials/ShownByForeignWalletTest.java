package az.dost.vahid.credentials;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.presentation.Expected;
import az.dost.vahid.signature.presentation.PresentationException;
import az.dost.vahid.signature.presentation.PresentationProof;
import az.dost.vahid.signature.presentation.ShownCredential;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What this issuer gave out, a wallet by libraries of others shows, and whoever verifies with Vahid reads. */
class ShownByForeignWalletTest {
    private static final Path WALLET = Path.of("src/credentials/test/wallet").toAbsolutePath();
    private final Wallets wallets = Wallets.get();

    @TempDir
    private Path folder;

    private byte[] certificate() {
        return wallets.send("GET", "/v1/keys/certificate", null, Map.of()).body();
    }

    private String shown(JsonNode told) throws Exception {
        OutsideTool.needed(
                Files.isDirectory(WALLET.resolve("node_modules/@openid4vc/openid4vci")),
                "the wallet is not installed (npm ci --prefix src/credentials/test/wallet)");
        ObjectNode asked = Wallets.JSON
                .createObjectNode()
                .put("offerUri", told.path("offerUri").asText())
                .put("txCode", told.path("transactionCode").asText())
                .put("issuer", wallets.issuer())
                .put("address", wallets.vahid.address())
                .put("count", 1)
                .put("certificate", new String(certificate(), StandardCharsets.US_ASCII));
        asked.putArray("show").add("percentFrom");
        OutsideTool node = new OutsideTool("node", folder).file("wallet.json", Wallets.JSON.writeValueAsBytes(asked));
        assertThat(node.accepts(WALLET.resolve("wallet.mjs").toString()))
                .as(node.output())
                .isTrue();
        return Files.readString(folder.resolve("shown.sd-jwt"));
    }

    private String list(ShownCredential shown) {
        URI list = URI.create(shown.status().uri());
        return new String(wallets.send("GET", list.getPath(), null, Map.of()).body(), StandardCharsets.US_ASCII);
    }

    @Test
    void it_holds_until_a_register_tells_what_ends_it() throws Exception {
        String fin = wallets.disabled();
        String text = shown(wallets.offered(fin));
        PresentationProof proof =
                new PresentationProof(GatewayProof.certificates(certificate()), List.of(), InstantSource.system());
        ShownCredential shown = proof.check(
                text,
                new Expected(
                        "https://verifier.example",
                        "n-1",
                        wallets.issuer() + "/v1/credentials/types/disability",
                        Duration.ofMinutes(2)));
        assertThat(shown.issuer()).isEqualTo(wallets.issuer());
        assertThat(shown.claims().properties())
                .singleElement()
                .satisfies(claim -> assertThat(claim.getKey()).isEqualTo("percentFrom"));
        assertThat(proof.stands(shown, list(shown))).isNotNull();
        wallets.died(fin);
        Awaitility.await()
                .atMost(Duration.ofSeconds(60))
                .pollInterval(Duration.ofSeconds(1))
                .untilAsserted(() -> assertThat(catchThrowableOfType(
                                PresentationException.class, () -> proof.stands(shown, list(shown))))
                        .isNotNull()
                        .extracting(PresentationException::code)
                        .isEqualTo(CheckCode.CREDENTIAL_REVOKED));
    }
}
