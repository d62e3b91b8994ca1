package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.KeptProof;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.SignedAnswer;
import az.dost.vahid.signature.key.CryptoProvider;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * An agency has a new certificate: what it signed before is proven by the one that it had then, as the README tells
 * operators to keep it.
 */
class RenewedCertificateTest {
    private static final String PART = "certificates/tax.pem";
    private static final byte[] ANSWER = "{\"fin\":\"1ABCDE2\"}".getBytes(StandardCharsets.UTF_8);

    @TempDir
    private Path keys;

    private PinnedCertificates pinned() {
        return new PinnedCertificates(keys.resolve("agencies"), new CryptoProvider(false));
    }

    private KeptEvidence answer() {
        Credential agency = new DemoKeys(keys, new Faults()).agency("tax", "EC");
        return new KeptEvidence(
                "tax",
                new Evidence(
                        UUID.randomUUID(),
                        ANSWER,
                        "application/json",
                        SignedAnswer.detached(agency, ANSWER),
                        "sha-256:00",
                        pinned().of("tax").signer(),
                        null));
    }

    private void renew() throws Exception {
        Path retired = Files.createDirectories(keys.resolve("agencies/retired")).resolve("tax.pem");
        Files.write(
                retired,
                Files.readAllBytes(keys.resolve("agencies/tax.pem")),
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
        Files.delete(keys.resolve("mocks/tax.p12"));
        new DemoKeys(keys, new Faults()).agency("tax", "EC");
    }

    private Map<String, byte[]> parts(KeptEvidence... evidence) {
        Map<String, byte[]> parts = new LinkedHashMap<>();
        new EvidenceParts(pinned(), null).put(parts, new HashMap<>(), List.of(evidence));
        return parts;
    }

    @Test
    void an_answer_of_before_comes_with_the_certificate_of_then() throws Exception {
        KeptEvidence first = answer();
        renew();
        KeptEvidence second = answer();
        renew();
        for (KeptEvidence kept : List.of(first, second, answer())) {
            assertThat(new KeptProof(GatewayProof.certificate(parts(kept).get(PART)))
                            .check(ANSWER, kept.evidence().detached()))
                    .isTrue();
        }
    }

    @Test
    void an_answer_whose_pages_were_signed_before_and_after_comes_with_both() throws Exception {
        KeptEvidence before = answer();
        renew();
        assertThat(GatewayProof.certificates(parts(before, answer()).get(PART)))
                .hasSize(2)
                .doesNotHaveDuplicates();
    }

    @Test
    void no_new_answer_is_taken_by_a_retired_one() throws Exception {
        String before = answer().evidence().signer();
        renew();
        assertThat(pinned().of("tax").signer()).isNotEqualTo(before);
    }
}
