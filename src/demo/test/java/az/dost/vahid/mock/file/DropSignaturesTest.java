package az.dost.vahid.mock.file;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Drops are signed so that strangers to the mock can verify them. */
class DropSignaturesTest {
    @TempDir
    static Path folder;

    private static FileAgencies agencies;

    @BeforeAll
    static void leave() throws Exception {
        org.apache.xml.security.Init.init();
        agencies = new FileAgencies(folder).left();
    }

    @AfterAll
    static void close() {
        agencies.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"displaced-persons", "state-insurance", "local-executive"})
    void everyDropHasASignatureOfItsAgencyBesideIt(String agency) throws Exception {
        List<Path> drops = agencies.drops(agency);
        assertThat(drops).isNotEmpty();
        for (Path drop : drops) {
            assertThat(Proofs.cms(drop, agencies.certificate(agency)))
                    .as(drop.getFileName().toString())
                    .isTrue();
        }
    }

    @Test
    void anAlteredDropDoesNotFitItsSignature() throws Exception {
        Path drop = agencies.drops("state-insurance").get(0);
        Path altered = folder.resolve(drop.getFileName());
        Files.writeString(
                altered,
                Files.readString(drop, StandardCharsets.ISO_8859_1).replaceFirst("0{5}", "00001"),
                StandardCharsets.ISO_8859_1);
        Files.copy(
                drop.resolveSibling(drop.getFileName() + CmsSeal.SUFFIX),
                altered.resolveSibling(drop.getFileName() + CmsSeal.SUFFIX));
        assertThat(Proofs.cms(altered, agencies.certificate("state-insurance"))).isFalse();
    }

    @Test
    void theDefenceFileVerifiesInOnePassAndAsATree() throws Exception {
        assertThat(Proofs.stax(defence(), defenceCertificate())).isGreaterThan(100);
        assertThat(Proofs.dom(defence(), defenceCertificate())).isTrue();
    }

    @Test
    void theSignatureStandsBeforeTheRows() throws Exception {
        String xml = new String(defence(), StandardCharsets.UTF_8);
        assertThat(xml.indexOf("<ds:Signature ")).isPositive().isLessThan(xml.indexOf("<Qeydler "));
    }

    @Test
    void anAlteredDefenceFileDoesNotVerify() throws Exception {
        byte[] altered = new String(defence(), StandardCharsets.UTF_8)
                .replaceFirst("<Rutbe>[^<]+", "<Rutbe>Mayor &amp; general")
                .getBytes(StandardCharsets.UTF_8);
        assertThat(Proofs.dom(altered, defenceCertificate())).isFalse();
        assertThatThrownBy(() -> Proofs.stax(altered, defenceCertificate())).hasMessageContaining("digest");
    }

    @Test
    void anotherKeyDoesNotVerifyTheDefenceFile() throws Exception {
        X509Certificate other = agencies.certificate("displaced-persons");
        assertThat(Proofs.dom(defence(), other)).isFalse();
        assertThatThrownBy(() -> Proofs.stax(defence(), other)).isInstanceOf(Exception.class);
    }

    private static byte[] defence() throws Exception {
        return Rows.unzipped(agencies.drops("defence").get(0));
    }

    private static X509Certificate defenceCertificate() throws Exception {
        return agencies.certificate("defence");
    }
}
