package az.dost.vahid.signature.xml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.key.TokenRotation;
import az.dost.vahid.signature.key.TokenSigner;
import com.nimbusds.jose.JWSObject;
import com.nimbusds.jose.crypto.ECDSAVerifier;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.Signature;
import java.security.cert.X509Certificate;
import java.security.interfaces.ECPublicKey;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.apache.xml.security.Init;
import org.apache.xml.security.signature.XMLSignature;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/**
 * Keys that never leave their token, here SoftHSM2: what the gateway signs with them holds like any other signature.
 */
@Tag("attack")
class TokenKeysTest {
    private static final List<Path> LIBRARIES = List.of(
            Path.of("/usr/lib/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/x86_64-linux-gnu/softhsm/libsofthsm2.so"),
            Path.of("/usr/lib/aarch64-linux-gnu/softhsm/libsofthsm2.so"));
    private static final String PIN = "428116";

    @TempDir
    private static Path folder;

    private static DemoKeys keys;

    @BeforeAll
    static void sign() throws Exception {
        Path library = LIBRARIES.stream().filter(Files::exists).findFirst().orElse(null);
        OutsideTool.needed(library != null, "SoftHSM2 is not installed (apt-get install softhsm2)");
        Init.init();
        keys = new DemoKeys(folder.resolve("keys"), new Faults());
        Files.createDirectories(folder.resolve("tokens"));
        Files.writeString(
                folder.resolve("softhsm2.conf"),
                "directories.tokendir = " + folder.resolve("tokens")
                        + "\nobjectstore.backend = file\nlog.level = ERROR\n");
        Files.writeString(
                folder.resolve("token.cfg"),
                "name = VahidTest\nlibrary = " + library + "\nslotListIndex = 0\n"
                        + "attributes(*, CKO_PRIVATE_KEY, *) = {\n  CKA_SENSITIVE = true\n  CKA_EXTRACTABLE = false\n  CKA_SIGN = true\n}\n"
                        + "attributes(*, CKO_SECRET_KEY, *) = {\n  CKA_SENSITIVE = true\n  CKA_EXTRACTABLE = false\n  CKA_SIGN = true\n}\n");
        run("softhsm2-util", "--init-token", "--free", "--label", "vahid", "--so-pin", "9876", "--pin", PIN);
        run(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                ChildProcess.classPath(),
                TokenSigner.class.getName(),
                folder.toString(),
                PIN);
    }

    private static void run(String... command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve("out").toFile());
        builder.environment()
                .put("SOFTHSM2_CONF", folder.resolve("softhsm2.conf").toString());
        Process process = builder.start();
        try {
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("out")))
                .isZero();
    }

    @Test
    void a_dossiers_jws_holds() throws Exception {
        JWSObject jws = JWSObject.parse(Files.readString(folder.resolve("dossier.jws")));
        assertThat(jws.verify(new ECDSAVerifier(
                        (ECPublicKey) keys.gatewayCertificate("dossier").getPublicKey())))
                .isTrue();
        assertThat(jws.getPayload()).hasToString("{\"a\":1}");
    }

    @Test
    void a_signature_over_bytes_holds() throws Exception {
        Signature signature = Signature.getInstance("SHA256withECDSA");
        signature.initVerify(keys.gatewayCertificate("dossier"));
        signature.update("abc".getBytes(StandardCharsets.UTF_8));
        assertThat(signature.verify(Files.readAllBytes(folder.resolve("dossier.sig"))))
                .isTrue();
    }

    @Test
    void a_dossiers_xml_signature_holds() throws Exception {
        assertThat(holds("dossier.xml", keys.gatewayCertificate("dossier"))).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"wss", "wss-ec"})
    void a_soap_requests_signature_holds(String alias) throws Exception {
        assertThat(holds(alias + ".xml", keys.gatewayCertificate(alias))).isTrue();
    }

    private static boolean holds(String file, X509Certificate certificate) throws Exception {
        Document document = XmlFactories.parse(Files.readAllBytes(folder.resolve(file)));
        XmlSignatureCheck.declareIds(document);
        Element signature = (Element) document.getElementsByTagNameNS(XmlSignatureCheck.DS, "Signature")
                .item(0);
        return new XMLSignature(signature, "").checkSignatureValue(certificate);
    }

    @Test
    void a_person_is_known_by_the_same_hash() throws Exception {
        assertThat(folder.resolve("person"))
                .hasContent(PersonHash.of(folder.resolve("keys/person.key")).of("1ABCDE2"));
    }

    @Test
    void a_key_is_changed_in_its_token_and_both_certificates_are_known() throws Exception {
        run(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                ChildProcess.classPath(),
                TokenRotation.class.getName(),
                folder.toString(),
                PIN);
        GatewayProof known = GatewayProof.of(folder.resolve("keys/gateway-dossier.pem"));
        assertThat(known.certificates()).hasSize(2).contains(keys.gatewayCertificate("dossier"));
        for (String signed : List.of("before.jws", "after.jws")) {
            assertThat(known.compact(Files.readString(folder.resolve(signed))))
                    .isEqualTo("{\"a\":1}".getBytes(StandardCharsets.UTF_8));
        }
        assertThatThrownBy(() -> new GatewayProof(keys.gatewayCertificate("dossier"))
                        .compact(Files.readString(folder.resolve("after.jws"))))
                .isInstanceOf(ChangedException.class);
        assertThat(folder.resolve("aliases")).hasContent("dossier tls wss wss-ec");
        assertThat(GatewayProof.certificates(folder.resolve("keys/gateway-wss-retired.pem")))
                .containsExactly(keys.gatewayCertificate("wss"));
    }

    @Test
    void a_token_that_cannot_be_used_is_said_so_by_the_name_of_its_setting() throws Exception {
        Path broken = Files.writeString(
                folder.resolve("broken.cfg"), "name = Broken\nlibrary = " + folder.resolve("none.so") + "\n");
        assertThatThrownBy(() -> GatewayKeys.ofToken(broken, PIN.toCharArray(), new CryptoProvider(false)))
                .isInstanceOf(StartException.class)
                .hasMessageContaining("vahid.keys-token");
    }
}
