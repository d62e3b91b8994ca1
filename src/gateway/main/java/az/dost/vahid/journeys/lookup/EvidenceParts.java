package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.KeptEvidence;
import az.dost.vahid.proof.record.EvidenceProof;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.KeptProof;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.container.MediaTypes;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.sources.ingest.snapshot.FileProofs;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The parts of a container with what agencies said and what proves it, and the index that says who vouches for each.
 */
final class EvidenceParts {
    private static final Base64.Encoder BASE64 = Base64.getUrlEncoder().withoutPadding();
    private static final String SHA_256 = "sha-256:";
    private final PinnedCertificates certificates;
    private final FileProofs files;

    EvidenceParts(PinnedCertificates certificates, FileProofs files) {
        this.certificates = certificates;
        this.files = files;
    }

    /** @param mediaTypes of parts whose names do not say all of it, by name */
    void put(Map<String, byte[]> parts, Map<String, String> mediaTypes, List<KeptEvidence> evidence) {
        ObjectNode index = JsonNodeFactory.instance.objectNode();
        ArrayNode entries = index.putArray("evidence");
        TreeSet<EvidenceProof> proofs = new TreeSet<>();
        evidence.forEach(piece -> proofs.add(put(parts, mediaTypes, piece, entries.addObject())));
        // By the certificate of when the answer came: the agency may have another one by now, and another one for each
        // page.
        evidence.stream()
                .collect(Collectors.groupingBy(
                        KeptEvidence::agency, TreeMap::new, Collectors.mapping(this::certificate, Collectors.toSet())))
                .forEach((agency, pems) -> {
                    String all =
                            pems.stream().flatMap(Optional::stream).sorted().collect(Collectors.joining());
                    if (!all.isEmpty()) {
                        parts.put(certificate(agency), all.getBytes(StandardCharsets.US_ASCII));
                    }
                });
        ObjectNode meanings = index.putObject("proofs");
        proofs.forEach(proof -> meanings.put(proof.code(), proof.meaning()));
        parts.put(EvidenceProof.INDEX, bytes(index));
    }

    private EvidenceProof put(
            Map<String, byte[]> parts, Map<String, String> mediaTypes, KeptEvidence piece, ObjectNode entry) {
        Evidence answer = piece.evidence();
        String stem = "evidence/" + piece.agency() + "/" + answer.id();
        String name = stem + "." + MediaTypes.end(answer.mediaType());
        entry.put("agency", piece.agency()).put("id", answer.id().toString()).put("part", name);
        parts.put(name, answer.bytes());
        mediaTypes.put(name, MediaTypes.own(answer.mediaType(), name));
        if (answer.detached() != null) {
            parts.put(stem + ".jws", answer.detached().getBytes(StandardCharsets.US_ASCII));
            entry.put("signature", stem + ".jws");
        }
        EvidenceProof proof = EvidenceProof.ofDrop(answer.bytes(), answer.digest())
                ? row(parts, piece.agency(), stem, Dossiers.read(answer.bytes()), entry)
                : signed(piece) ? EvidenceProof.AGENCY_SIGNATURE : EvidenceProof.CONNECTION_ONLY;
        if (proof == EvidenceProof.AGENCY_SIGNATURE) {
            entry.put("certificate", certificate(piece.agency()));
        }
        entry.put("proof", proof.code());
        return proof;
    }

    private static String certificate(String agency) {
        return "certificates/" + agency + ".pem";
    }

    private Optional<String> certificate(KeptEvidence piece) {
        byte[] pem = certificates.pem(piece.agency(), piece.evidence().signer());
        return Optional.ofNullable(pem).map(text -> new String(text, StandardCharsets.US_ASCII));
    }

    private boolean signed(KeptEvidence piece) {
        Evidence answer = piece.evidence();
        byte[] certificate = certificates.pem(piece.agency(), answer.signer());
        try {
            return certificate != null
                    && new KeptProof(GatewayProof.certificate(certificate)).check(answer.bytes(), answer.detached());
        } catch (ChangedException e) {
            // It is signed, if not with a certificate that is at hand: whoever checks it is told.
            return true;
        }
    }

    private EvidenceProof row(
            Map<String, byte[]> parts, String agency, String stem, JsonNode locator, ObjectNode entry) {
        String digest = locator.path("digest").asText();
        long row = locator.path("row").longValue();
        FileProofs.FileProof proof =
                files.of(agency, locator.path("file").asText(), digest, row).orElse(null);
        if (proof != null) {
            String statement = "files/" + agency + "/" + digest.substring(SHA_256.length()) + ".jws";
            parts.put(statement, proof.statement().getBytes(StandardCharsets.US_ASCII));
            entry.put("statement", statement);
        }
        if (row == 0) {
            return EvidenceProof.FILE_WITHOUT_ROW;
        }
        if (proof == null || proof.path() == null || !locator.hasNonNull("content")) {
            return EvidenceProof.ROW_WITHOUT_PATH;
        }
        ObjectNode way = JsonNodeFactory.instance.objectNode().put("salt", BASE64.encodeToString(proof.salt()));
        ArrayNode path = way.putArray("path");
        proof.path().forEach(hash -> path.add(BASE64.encodeToString(hash)));
        parts.put(stem + EvidenceProof.PATH, bytes(way));
        entry.put("path", stem + EvidenceProof.PATH);
        return EvidenceProof.ROW_OF_SIGNED_FILE;
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
