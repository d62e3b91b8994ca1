package az.dost.vahid.lookup;

import az.dost.vahid.agency.Evidence;
import az.dost.vahid.record.KeptEvidence;
import az.dost.vahid.record.Receipts;
import az.dost.vahid.record.RefusedAnswers;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.container.ContainerSigner;
import az.dost.vahid.signature.container.MediaTypes;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/**
 * A dossier with all that proves it, in one container: the dossier and its JWS, what each agency answered and its own
 * signature and certificate, and the receipt of the audit chain, with its time-stamp, where there is one by now. Of answers that
 * were refused it has the digests and the reasons.
 */
final class DossierContainer {
    private final ContainerSigner signer;
    private final PinnedCertificates certificates;
    private final Receipts receipts;

    DossierContainer(ContainerSigner signer, PinnedCertificates certificates, Receipts receipts) {
        this.signer = signer;
        this.certificates = certificates;
        this.receipts = receipts;
    }

    /**
     * @param jws  detached, over the content
     * @param kept all evidence; what was refused is left out here, whoever asks
     */
    byte[] of(UUID dossier, byte[] content, String jws, List<KeptEvidence> kept) {
        RefusedAnswers refused = RefusedAnswers.of(Seal.read(content));
        List<KeptEvidence> evidence = kept.stream().filter(refused::mayTravel).toList();
        Map<String, byte[]> parts = new LinkedHashMap<>();
        Map<String, String> mediaTypes = new HashMap<>();
        parts.put("dossier.json", content);
        parts.put("dossier.jws", ascii(jws));
        for (KeptEvidence piece : evidence) {
            Evidence answer = piece.evidence();
            String name = "evidence/" + piece.agency() + "/" + answer.id();
            String part = name + "." + MediaTypes.end(answer.mediaType());
            parts.put(part, answer.bytes());
            mediaTypes.put(part, MediaTypes.own(answer.mediaType(), part));
            if (answer.detached() != null) {
                parts.put(name + ".jws", ascii(answer.detached()));
            }
        }
        evidence.stream().map(KeptEvidence::agency).distinct().forEach(agency -> {
            byte[] certificate = certificates.pem(agency);
            if (certificate != null) {
                parts.put("certificates/" + agency + ".pem", certificate);
            }
        });
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
