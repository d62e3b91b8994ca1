package az.dost.vahid.journeys.verify;

import az.dost.vahid.proof.record.EvidenceProof;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.KeptProof;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeSet;

/** What agencies answered, in a container: whether it is what the dossier names, and who vouches for it. */
final class AnswerParts {
    private final Map<String, byte[]> parts;
    private final Report report;
    private final RowPart rows;
    private final CryptoProvider crypto = new CryptoProvider(true);
    private final Map<Vouching, TreeSet<String>> agencies = new EnumMap<>(Vouching.class);
    private final Map<Vouching, Integer> pieces = new EnumMap<>(Vouching.class);
    private int gone;

    AnswerParts(Map<String, byte[]> parts, GatewayProof proof, Report report) {
        this.parts = parts;
        this.report = report;
        this.rows = new RowPart(parts, proof, report);
    }

    /** The part with a piece of evidence; null when its time was over. */
    String name(String agency, JsonNode evidence) {
        String stem = stem(agency, evidence) + ".";
        String name = parts.keySet().stream()
                .filter(part -> part.startsWith(stem) && !part.endsWith(".jws") && !part.endsWith(EvidenceProof.PATH))
                .findFirst()
                .orElse(null);
        gone += name == null ? 1 : 0;
        return name;
    }

    private static String stem(String agency, JsonNode evidence) {
        return "evidence/" + agency + "/" + evidence.path("id").asText();
    }

    /** @throws ChangedException when it does not hold */
    void check(String name, String agency, JsonNode evidence) {
        String digest = evidence.path("digest").asText();
        Vouching found = EvidenceProof.ofDrop(parts.get(name), digest)
                ? row(name, agency, evidence, digest)
                : answer(name, agency, evidence, digest);
        pieces.merge(found, 1, Integer::sum);
        agencies.computeIfAbsent(found, proof -> new TreeSet<>()).add(agency);
        if (parts.containsKey(EvidenceProof.INDEX) && !found.proof().code().equals(told(name))) {
            throw new ChangedException("The index says that it is " + told(name) + ", and it is "
                    + found.proof().code());
        }
    }

    private Vouching row(String name, String agency, JsonNode evidence, String digest) {
        JsonNode locator = ContainerFile.read(parts.get(name));
        if (!locator.path("digest").asText().equals(digest)) {
            throw new ChangedException("It names another file than the dossier");
        }
        return rows.check(agency, stem(agency, evidence), locator);
    }

    private Vouching answer(String name, String agency, JsonNode evidence, String digest) {
        byte[] answer = parts.get(name);
        if (!("sha-256:" + HexFormat.of().formatHex(crypto.sha256(answer))).equals(digest)) {
            throw new ChangedException("It is not the answer that the dossier names");
        }
        byte[] detached = parts.get(stem(agency, evidence) + ".jws");
        byte[] certificates = parts.get("certificates/" + agency + ".pem");
        return certificates != null
                        && signed(
                                certificates,
                                answer,
                                detached == null ? null : new String(detached, StandardCharsets.US_ASCII))
                ? Vouching.FOR_ITS_ANSWER
                : Vouching.FOR_NOTHING;
    }

    /** By any of them: an agency whose certificate was renewed between two pages of an answer has two. */
    private static boolean signed(byte[] certificates, byte[] answer, String detached) {
        ChangedException last = new ChangedException("It is no certificate");
        for (X509Certificate certificate : GatewayProof.certificates(certificates)) {
            try {
                return new KeptProof(certificate).check(answer, detached);
            } catch (ChangedException e) {
                last = e;
            }
        }
        throw last;
    }

    private String told(String name) {
        for (JsonNode entry : ContainerFile.read(parts.get(EvidenceProof.INDEX)).path("evidence")) {
            if (entry.path("part").asText().equals(name)) {
                return entry.path("proof").asText();
            }
        }
        return "not there";
    }

    /** Who vouches for what. */
    void say() {
        pieces.forEach((vouching, count) -> {
            String said = vouching.said(count, agencies.get(vouching));
            String[] named = agencies.get(vouching).toArray(String[]::new);
            if (vouching == Vouching.FOR_A_FILE_THAT_IS_AWAY) {
                report.noted(vouching.code(), said, named);
            } else {
                report.holds(vouching.code(), said, named);
            }
        });
        if (gone > 0) {
            report.holds(
                    CheckCode.EVIDENCE_GONE,
                    gone + (gone == 1 ? " was" : " were") + " no longer kept.",
                    String.valueOf(gone));
        }
    }
}
