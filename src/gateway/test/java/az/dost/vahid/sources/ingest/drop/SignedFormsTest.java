package az.dost.vahid.sources.ingest.drop;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.drop.DropRefused;
import az.dost.vahid.drop.ReceivedDrop;
import az.dost.vahid.drop.row.DropContent;
import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.sources.ingest.TestGateway;
import az.dost.vahid.sources.ingest.TestSignatures;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.apache.xml.security.algorithms.MessageDigestAlgorithm;
import org.apache.xml.security.signature.XMLSignature;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Documents as Santuario signs them, with its DOM, and as they are read and proven here. */
class SignedFormsTest {
    private static final String ROW = "<Herbci><FIN>1AAAAAA</FIN></Herbci>";

    @TempDir
    static Path folder;

    private static int rows(byte[] document, String keys, boolean useNative) throws IOException {
        ConnectorFolder connector = TestGateway.CATALOGUE.folders().stream()
                .filter(each -> each.connector().id().equals("defence"))
                .findFirst()
                .orElseThrow();
        Path file = Files.write(folder.resolve("drop"), TestSignatures.zip(document));
        PinnedCertificates certificates =
                new PinnedCertificates(folder.resolve(keys).resolve("agencies"), new CryptoProvider(useNative));
        try (DropContent content =
                new DropContent(connector, certificates.of("defence"), new ReceivedDrop(null, file, null, null))) {
            int count = 0;
            while (content.rows().next() != null) {
                count++;
            }
            content.seal();
            return count;
        }
    }

    private static Credential signer(String algorithm) {
        return new DemoKeys(folder.resolve(algorithm), new Faults()).agency("defence", algorithm);
    }

    private static String signed() {
        return new String(TestSignatures.xml(ROW, signer("RSA")), StandardCharsets.UTF_8);
    }

    private static Reason refusal(String document) {
        try {
            rows(document.getBytes(StandardCharsets.UTF_8), "RSA", false);
            return null;
        } catch (DropRefused | IOException e) {
            return ((DropRefused) e).reason();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anEllipticCurveProvesRows(boolean useNative) throws Exception {
        assertThat(rows(
                        TestSignatures.xml(
                                ROW,
                                signer("EC"),
                                XMLSignature.ALGO_ID_SIGNATURE_ECDSA_SHA256,
                                MessageDigestAlgorithm.ALGO_ID_DIGEST_SHA256),
                        "EC",
                        useNative))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void anRsaKeyProvesRows(boolean useNative) throws Exception {
        assertThat(rows(TestSignatures.xml(ROW, signer("RSA")), "RSA", useNative))
                .isOne();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p:Herbci xmlns:p='urn:p' p:b='1' a='&lt;&#10;'><FIN xmlns=''>1AAAAAA</FIN></p:Herbci>",
                "<Herbci><!-- left out --><FIN>1AAAAAA</FIN><![CDATA[<&>]]></Herbci>",
                "<Herbci b='2' a='1' xml:lang='az'><FIN>Əə😀&#13;&gt;</FIN>\r\n</Herbci>"
            })
    void rowsOfAnyFormAreProven(String row) throws Exception {
        assertThat(rows(TestSignatures.xml(row, signer("RSA")), "RSA", false)).isOne();
    }

    @Test
    void aReferenceWithoutATransformIsNotAllowedForItsFormWouldBeTheInclusiveOne() {
        assertThat(refusal(signed().replaceFirst("(?s)<ds:Transforms>.*</ds:Transforms>", "")))
                .isEqualTo(Reason.SIGNATURE_NOT_ALLOWED);
    }

    @Test
    void partsOfTheSignatureInAnotherOrderAreRefused() {
        assertThat(refusal(signed().replaceFirst(
                                "(?s)(<ds:CanonicalizationMethod.*?</ds:CanonicalizationMethod>)(.*?)(<ds:Reference)",
                                "$2$1$3")))
                .isEqualTo(Reason.SIGNATURE_INVALID);
    }

    @Test
    void aSignatureWithoutAMethodIsRefused() {
        assertThat(refusal(signed().replaceFirst("<ds:SignatureMethod Algorithm=\"[^\"]*\"", "<ds:SignatureMethod")))
                .isEqualTo(Reason.SIGNATURE_INVALID);
    }

    @Test
    void aSignatureOverNothingOfTheDocumentIsRefused() {
        String document = signed();
        assertThat(refusal(document.replaceFirst("(?s)<Qeydler.*</Qeydler>", "")))
                .isEqualTo(Reason.SIGNATURE_INVALID);
    }

    @Test
    void rowsAreProvenOnlyOnceTheirEndWasRead() throws Exception {
        Path file = Files.write(folder.resolve("begun"), TestSignatures.zip(signed().getBytes(StandardCharsets.UTF_8)));
        ConnectorFolder connector = TestGateway.CATALOGUE.folders().stream()
                .filter(each -> each.connector().id().equals("defence"))
                .findFirst()
                .orElseThrow();
        try (DropContent content = new DropContent(
                connector,
                new PinnedCertificates(folder.resolve("RSA/agencies"), new CryptoProvider(false)).of("defence"),
                new ReceivedDrop(null, file, null, null))) {
            assertThat(content.rows().next()).isNotNull();
            assertThatThrownBy(content::seal)
                    .isInstanceOfSatisfying(
                            DropRefused.class,
                            refused -> assertThat(refused.reason()).isEqualTo(Reason.SIGNATURE_INCOMPLETE));
        }
    }
}
