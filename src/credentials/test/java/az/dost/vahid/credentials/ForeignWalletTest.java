package az.dost.vahid.credentials;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A wallet by libraries of others takes a credential, proves it, and shows a part of it ({@code wallet.mjs}). */
class ForeignWalletTest {
    private static final Path WALLET = Path.of("src/credentials/test/wallet").toAbsolutePath();
    private final Wallets wallets = Wallets.get();

    @TempDir
    private Path folder;

    private boolean takes(JsonNode told, String pin, List<String> show, OutsideTool node) throws Exception {
        OutsideTool.needed(
                Files.isDirectory(WALLET.resolve("node_modules/@openid4vc/openid4vci")),
                "the wallet is not installed (npm ci --prefix src/credentials/test/wallet)");
        ObjectNode asked = Wallets.JSON
                .createObjectNode()
                .put("offerUri", told.path("offerUri").asText())
                .put("txCode", pin)
                .put("issuer", wallets.issuer())
                .put("address", wallets.vahid.address())
                .put("count", 3)
                .put(
                        "certificate",
                        new String(
                                wallets.send("GET", "/v1/keys/certificate", null, Map.of())
                                        .body(),
                                StandardCharsets.US_ASCII));
        show.forEach(asked.putArray("show")::add);
        node.file("wallet.json", Wallets.JSON.writeValueAsBytes(asked));
        return node.accepts(WALLET.resolve("wallet.mjs").toString());
    }

    @Test
    void it_takes_a_copy_for_each_key_proves_them_and_shows_one_claim() throws Exception {
        JsonNode told = wallets.offered(wallets.disabled());
        OutsideTool node = new OutsideTool("node", folder);
        assertThat(takes(told, told.path("transactionCode").asText(), List.of("percentFrom"), node))
                .as(node.output())
                .isTrue();
        assertThat(node.output()).contains("only what is shown is seen: percentFrom");
    }

    @Test
    void with_another_transaction_code_it_gets_nothing() throws Exception {
        JsonNode told = wallets.offered(wallets.disabled());
        String right = told.path("transactionCode").asText();
        OutsideTool node = new OutsideTool("node", folder);
        assertThat(takes(told, right.equals("111111") ? "222222" : "111111", List.of("percentFrom"), node))
                .isFalse();
        assertThat(node.output()).contains("invalid_grant");
    }
}
