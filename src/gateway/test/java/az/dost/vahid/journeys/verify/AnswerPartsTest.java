package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.MerkleTree;
import az.dost.vahid.signature.SignedAnswer;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said of who vouches for what, and no more than was proven. */
class AnswerPartsTest {
    private static final byte[] ANSWER = "{\"fin\":\"1ABCDE2\"}".getBytes(StandardCharsets.UTF_8);
    private static final CryptoProvider CRYPTO = new CryptoProvider(true);
    private static final String DIGEST = "sha-256:" + "0f".repeat(32);
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();

    @TempDir
    private Path keys;

    private final Map<String, byte[]> parts = new HashMap<>();
    private final Report report = new Report();
    private Credential agency;

    @BeforeEach
    void agency() {
        agency = new DemoKeys(keys, new Faults()).agency("tax", "EC");
    }

    private byte[] pem() throws IOException {
        return Files.readAllBytes(keys.resolve("agencies/tax.pem"));
    }

    private byte[] renewed() throws IOException {
        Files.delete(keys.resolve("mocks/tax.p12"));
        new DemoKeys(keys, new Faults()).agency("tax", "EC");
        return pem();
    }

    private void check(String part, String digest) {
        AnswerParts answers = new AnswerParts(
                parts, new GatewayProof(GatewayProof.certificate(keys.resolve("gateway-dossier.pem"))), report);
        answers.check(part, "tax", evidence(digest));
        answers.say();
    }

    private static JsonNode evidence(String digest) {
        return JsonNodeFactory.instance.objectNode().put("id", "e").put("digest", digest);
    }

    private void answer(byte[]... certificates) {
        parts.put("evidence/tax/e.json", ANSWER);
        parts.put("evidence/tax/e.jws", SignedAnswer.detached(agency, ANSWER).getBytes(StandardCharsets.US_ASCII));
        StringBuilder pem = new StringBuilder();
        for (byte[] certificate : certificates) {
            pem.append(new String(certificate, StandardCharsets.US_ASCII));
        }
        parts.put("certificates/tax.pem", pem.toString().getBytes(StandardCharsets.US_ASCII));
        check("evidence/tax/e.json", "sha-256:" + HexFormat.of().formatHex(CRYPTO.sha256(ANSWER)));
    }

    @Test
    void an_answer_is_signed_by_any_of_the_certificates_that_its_agency_had() throws IOException {
        byte[] old = pem();
        answer(renewed(), old);
        assertThat(report.holds())
                .containsExactly("1 answer is as the dossier says and signed by the agency itself (tax).");
    }

    @Test
    void an_answer_that_none_of_them_signed_does_not_hold() throws IOException {
        byte[] other = renewed();
        assertThatThrownBy(() -> answer(other)).isInstanceOf(ChangedException.class);
    }

    /** The only row of a file that the gateway loaded. */
    private void row(String kind, String over) throws Exception {
        byte[] salt = new byte[32];
        MerkleTree tree = new MerkleTree(CRYPTO::sha256);
        byte[] leaf = tree.leaf(salt, ANSWER);
        ObjectNode file = JsonNodeFactory.instance
                .objectNode()
                .put("agency", "tax")
                .put("file", "f.csv")
                .put("digest", DIGEST)
                .put("at", "2026-11-27T10:00:00Z")
                .put("rows", 1)
                .put("root", BASE64.encodeToString(leaf))
                .put("signer", "CN=tax");
        ObjectNode by = file.putObject("signature")
                .put("kind", kind)
                .put("digest", DIGEST)
                .put("value", new byte[] {1})
                .put("certificate", agency.certificate().getEncoded());
        if (over != null) {
            java.security.Signature signature = java.security.Signature.getInstance("SHA256withECDSA");
            signature.initSign(agency.key());
            signature.update(over.getBytes(StandardCharsets.UTF_8));
            by.put("over", over.getBytes(StandardCharsets.UTF_8)).put("value", signature.sign());
        }
        DossierSigner gateway = new DossierSigner(
                new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), CRYPTO), CRYPTO);
        parts.put(
                "files/tax/" + "0f".repeat(32) + ".jws",
                gateway.sign(file.toString().getBytes(StandardCharsets.UTF_8), "vahid-file+json")
                        .compact()
                        .getBytes(StandardCharsets.US_ASCII));
        parts.put(
                "evidence/tax/e.path.json",
                ("{\"salt\":\"" + BASE64.encodeToString(salt) + "\",\"path\":[]}").getBytes(StandardCharsets.UTF_8));
        parts.put(
                "evidence/tax/e.json",
                JsonNodeFactory.instance
                        .objectNode()
                        .put("file", "f.csv")
                        .put("digest", DIGEST)
                        .put("row", 1)
                        .put("content", new String(ANSWER, StandardCharsets.UTF_8))
                        .toString()
                        .getBytes(StandardCharsets.UTF_8));
        check("evidence/tax/e.json", DIGEST);
    }

    @Test
    void what_an_agency_signed_of_a_file_that_is_away_is_noted_and_does_not_hold() throws Exception {
        row("cms-detached", null);
        assertThat(report.holds()).isEmpty();
        assertThat(report.noted())
                .contains(
                        "1 is a row of a file, as Vahid signed when it loaded the file; what the agency signed was not checked (tax).");
    }

    @Test
    void an_xml_signature_is_said_to_be_over_the_rows_and_not_over_the_file() throws Exception {
        row(
                "xml-signature",
                "<ds:SignedInfo xmlns:ds=\"http://www.w3.org/2000/09/xmldsig#\"><ds:Reference><ds:DigestValue>"
                        + Base64.getEncoder().encodeToString(HexFormat.of().parseHex("0f".repeat(32)))
                        + "</ds:DigestValue></ds:Reference></ds:SignedInfo>");
        assertThat(report.holds())
                .singleElement()
                .asString()
                .contains(
                        "of whose rows the agency signed a digest",
                        "and the file the one with the digest in the dossier, Vahid signed")
                .doesNotContain("a file whose digest the agency signed");
    }
}
