package az.dost.vahid.sources.agency.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.Question;
import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.Agency;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.cert.Certificate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.context.annotation.AnnotationConfigApplicationContext;

/** By which of its keys the gateway signs requests to the agencies of the product. */
class SignedRequestsTest {
    private static final char[] PASSWORD = DemoKeys.PASSWORD.toCharArray();

    @TempDir
    private static Path folder;

    private static AnnotationConfigApplicationContext connectors;

    @BeforeAll
    static void start() {
        connectors = new AnnotationConfigApplicationContext("az.dost.vahid.connector", "az.dost.vahid.definition");
        new DemoKeys(folder, new Faults());
    }

    @AfterAll
    static void stop() {
        connectors.close();
    }

    private static ConnectorFolder connector(String agency) {
        return connectors.getBean(Catalogue.class).folder(agency);
    }

    private static String request(String agency, boolean own) {
        CryptoProvider crypto = new CryptoProvider(own);
        Requests requests = new Requests(
                connector(agency), new GatewayKeys(folder.resolve("gateway.p12"), PASSWORD, crypto), crypto, null);
        return new String(
                requests.next(new Conversation(
                        null, connector(agency).connector(), new Question("W1D0W01", "ccu-intake", Long.MAX_VALUE))),
                StandardCharsets.UTF_8);
    }

    @ParameterizedTest
    @CsvSource({
        "civil-status, ecdsa-sha256, true",
        "identity-register, ecdsa-sha256, true",
        "mobilisation, ecdsa-sha256, true",
        "property, ecdsa-sha256, false",
        "tax, ecdsa-sha256, false",
        "pensions, rsa-sha256, true",
        "pensions, rsa-sha256, false"
    })
    void an_agency_gets_the_signature_that_its_contract_allows(String agency, String algorithm, boolean nativeCrypto) {
        assertThat(request(agency, nativeCrypto))
                .contains("xmldsig-more#" + algorithm + "\"")
                .containsOnlyOnce("<ds:SignatureMethod ");
    }

    @Test
    void the_contract_of_each_that_gets_ecdsa_says_so() throws Exception {
        for (String agency :
                new String[] {"civil-status", "identity-register", "mobilisation", "property", "tax", "pensions"}) {
            assertThat(Files.readString(Path.of("connectors", agency, "contract.wsdl"))
                            .contains("ECDSA over P-256"))
                    .as(agency)
                    .isEqualTo(!agency.equals("pensions"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"tax", "pensions"})
    void without_its_key_an_agency_is_not_set_up_and_the_key_is_named(String agency) throws Exception {
        String alias = agency.equals("tax") ? "wss-ec" : "wss";
        GatewayKeys keys = keys(store -> store.deleteEntry(alias));
        assertThatThrownBy(() -> new Requests(connector(agency), keys, Agency.CRYPTO, null))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("the alias " + alias)
                .hasMessageNotContaining("\n");
    }

    @ParameterizedTest
    @CsvSource({"tax, wss-ec, wss", "pensions, wss, wss-ec"})
    void a_key_of_another_kind_under_the_alias_is_refused(String agency, String alias, String other) throws Exception {
        GatewayKeys keys = keys(store ->
                store.setKeyEntry(alias, (PrivateKey) store.getKey(other, PASSWORD), PASSWORD, new Certificate[] {
                    store.getCertificate(other)
                }));
        assertThatThrownBy(() -> new Requests(connector(agency), keys, Agency.CRYPTO, null))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("key " + alias + " must be of the kind");
    }

    private interface Change {
        void of(KeyStore store) throws Exception;
    }

    private static GatewayKeys keys(Change change) throws Exception {
        KeyStore store = KeyStore.getInstance("PKCS12");
        try (var in = Files.newInputStream(folder.resolve("gateway.p12"))) {
            store.load(in, PASSWORD);
        }
        change.of(store);
        Path changed = folder.resolve("changed.p12");
        try (var out = Files.newOutputStream(changed)) {
            store.store(out, PASSWORD);
        }
        return new GatewayKeys(changed, PASSWORD, Agency.CRYPTO);
    }
}
