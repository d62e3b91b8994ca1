package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.proof.record.Receipts;
import az.dost.vahid.proof.record.RefusedAnswers;
import az.dost.vahid.signature.container.ContainerSigner;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A dossier with all that proves it, in one container: the dossier and its JWS, what each agency answered and its own
 * signature and certificate, and the receipt of the audit chain, with its time-stamp, where there is one by now. Of
 * answers that were refused it has the digests and the reasons.
 */
final class DossierContainer {
    private final ContainerSigner signer;
    private final EvidenceParts evidence;
    private final Receipts receipts;

    DossierContainer(ContainerSigner signer, EvidenceParts evidence, Receipts receipts) {
        this.signer = signer;
        this.evidence = evidence;
        this.receipts = receipts;
    }

    /**
     * @param jws detached, over the content
     * @param kept all evidence; what was refused is left out here, whoever asks
     */
    byte[] of(UUID dossier, byte[] content, String jws, List<KeptEvidence> kept) {
        RefusedAnswers refused = RefusedAnswers.of(Dossiers.read(content));
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Map<String, String> mediaTypes = new HashMap<>();
        parts.put("dossier.json", content);
        parts.put("dossier.jws", ascii(jws));
        evidence.put(parts, mediaTypes, kept.stream().filter(refused::mayTravel).toList());
        if (!refused.none()) {
            parts.put(RefusedAnswers.PART, refused.json());
        }
        receipts.of(dossier).ifPresent(receipt -> parts.put("receipt.json", receipt));
        return signer.sign(parts, mediaTypes);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}
