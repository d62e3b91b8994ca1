package az.dost.vahid.presentations;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.credentials.IssuedCredentials;
import az.dost.vahid.credentials.Wallets;
import az.dost.vahid.faces.OutsideTool;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wallet by libraries of others fetches a credential, is asked by an official of the demonstration, and shows it. */
class AskedForeignWalletTest {
    private static final Path WALLET = Path.of("src/credentials/test/wallet").toAbsolutePath();
    private static final Wallets WALLETS = Showing.WALLETS;

    @TempDir
    private Path folder;

    private String fin;

    private ObjectNode told() {
        return Wallets.JSON
                .createObjectNode()
                .put("issuer", WALLETS.vahid.bean(IssuedCredentials.class).issuer())
                .put("address", WALLETS.vahid.address())
                .put(
                        "certificate",
                        new String(
                                WALLETS.send("GET", "/v1/keys/certificate", null, Map.of())
                                        .body(),
                                StandardCharsets.US_ASCII));
    }

    @BeforeEach
    void it_has_one() throws Exception {
        OutsideTool.needed(
                Files.isDirectory(WALLET.resolve("node_modules/@openid4vc/openid4vp")),
                "the wallet is not installed (npm ci --prefix src/credentials/test/wallet)");
        fin = WALLETS.disabled();
        JsonNode offered = WALLETS.offered(fin);
        ObjectNode asked = told();
        asked.put("offerUri", offered.path("offerUri").asText())
                .put("txCode", offered.path("transactionCode").asText())
                .put("count", 1)
                .putArray("show");
        OutsideTool node = new OutsideTool("node", folder).file("wallet.json", Wallets.JSON.writeValueAsBytes(asked));
        assertThat(node.accepts(WALLET.resolve("wallet.mjs").toString()))
                .as(node.output())
                .isTrue();
    }

    private OutsideTool shows(JsonNode asked) throws Exception {
        ObjectNode show = told().put("requestUri", asked.path("requestUri").asText());
        return new OutsideTool("node", folder).file("show.json", Wallets.JSON.writeValueAsBytes(show));
    }

    @Test
    void it_shows_what_is_asked_for_and_the_official_reads_it() throws Exception {
        JsonNode asked = Showing.asked("disability", "percentFrom", "since");
        OutsideTool node = shows(asked);
        assertThat(node.accepts(WALLET.resolve("show.mjs").toString()))
                .as(node.output())
                .isTrue();
        assertThat(node.output()).contains("what is shown is what was asked for: percentFrom,since");
        JsonNode read = Showing.read(asked);
        assertThat(read.path("state").asText()).isEqualTo("SHOWN");
        assertThat(read.at("/claims/0/value").isInt()).isTrue();
        assertThat(read.at("/claims/1/value").asText()).matches("[0-9]{4}-[0-9]{2}-[0-9]{2}");
    }

    @Test
    void what_a_register_has_ended_is_refused() throws Exception {
        JsonNode asked = Showing.asked("disability", "percentFrom");
        WALLETS.died(fin);
        OutsideTool node = shows(asked);
        assertThat(node.accepts(WALLET.resolve("show.mjs").toString())).isFalse();
        assertThat(node.output()).contains("does not hold: it is taken: 400");
        assertThat(Showing.read(asked).path("reason").asText()).isEqualTo("CREDENTIAL_REVOKED");
    }
}
