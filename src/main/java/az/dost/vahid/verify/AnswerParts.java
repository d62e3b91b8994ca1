package az.dost.vahid.verify;

import az.dost.vahid.record.EvidenceProof;
import az.dost.vahid.record.Report;
import az.dost.vahid.signature.ChangedException;
import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.KeptProof;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
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
    private final Map<EvidenceProof, TreeSet<String>> agencies = new EnumMap<>(EvidenceProof.class);
    private final Map<EvidenceProof, Integer> pieces = new EnumMap<>(EvidenceProof.class);
    private int gone;

    AnswerParts(Map<String, byte[]> parts, GatewayProof proof, Report report) {
        this.parts = parts;
        this.report = report;
        this.rows = new RowPart(parts, proof, report);
    }

    /** The part with a piece of evidence; null when its time was over. */
    String name(String agency, JsonNode evidence) {
        String stem = stem(agency, evidence) + ".";
        String name = parts.keySet().stream().filter(part -> part.startsWith(stem) && !part.endsWith(".jws") && !part.endsWith(EvidenceProof.PATH))
                .findFirst().orElse(null);
        gone += name == null ? 1 : 0;
        return name;
    }

    private static String stem(String agency, JsonNode evidence) {
        return "evidence/" + agency + "/" + evidence.path("id").asText();
    }

    /** @throws ChangedException when it does not hold */
    void check(String name, String agency, JsonNode evidence) {
        String digest = evidence.path("digest").asText();
        EvidenceProof found = EvidenceProof.ofDrop(parts.get(name), digest) ? row(name, agency, evidence, digest) : answer(name, agency, evidence, digest);
        pieces.merge(found, 1, Integer::sum);
        agencies.computeIfAbsent(found, proof -> new TreeSet<>()).add(agency);
        if (parts.containsKey(EvidenceProof.INDEX) && !found.code().equals(told(name))) {
            throw new ChangedException("The index says that it is " + told(name) + ", and it is " + found.code());
        }
    }

    private EvidenceProof row(String name, String agency, JsonNode evidence, String digest) {
        JsonNode locator = ContainerFile.read(parts.get(name));
        if (!locator.path("digest").asText().equals(digest)) {
            throw new ChangedException("It names another file than the dossier");
        }
        return rows.check(agency, stem(agency, evidence), locator);
    }

    private EvidenceProof answer(String name, String agency, JsonNode evidence, String digest) {
        byte[] answer = parts.get(name);
        if (!("sha-256:" + HexFormat.of().formatHex(crypto.sha256(answer))).equals(digest)) {
            throw new ChangedException("It is not the answer that the dossier names");
        }
        byte[] certificate = parts.get("certificates/" + agency + ".pem");
        byte[] detached = parts.get(stem(agency, evidence) + ".jws");
        return certificate != null && new KeptProof(GatewayProof.certificate(certificate))
                .check(answer, detached == null ? null : new String(detached, StandardCharsets.US_ASCII))
                ? EvidenceProof.AGENCY_SIGNATURE : EvidenceProof.CONNECTION_ONLY;
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
        say(EvidenceProof.AGENCY_SIGNATURE, "answer is as the dossier says and signed by the agency itself",
                "answers are as the dossier says and signed by the agency itself");
        say(EvidenceProof.ROW_OF_SIGNED_FILE, "is a row of a file whose digest the agency signed; that the row is in it, Vahid signed when it loaded the file",
                "are rows of files whose digests the agencies signed; that the rows are in them, Vahid signed when it loaded the files");
        say(EvidenceProof.FILE_WITHOUT_ROW, "says that a file has no row of the citizen, for which only Vahid vouches",
                "say that a file has no row of the citizen, for which only Vahid vouches");
        say(EvidenceProof.ROW_WITHOUT_PATH, "is a row of a file, named by the file's digest, for which only Vahid vouches",
                "are rows of files, named by the files' digests, for which only Vahid vouches");
        say(EvidenceProof.CONNECTION_ONLY, "was proven by the connection alone: only Vahid vouches for it", "were proven by the connection alone: only Vahid vouches for them");
        if (gone > 0) {
            report.holds(gone + (gone == 1 ? " was" : " were") + " no longer kept.");
        }
    }

    private void say(EvidenceProof proof, String one, String many) {
        int count = pieces.getOrDefault(proof, 0);
        if (count > 0) {
            report.holds(count + " " + (count == 1 ? one : many) + " (" + String.join(", ", agencies.get(proof)) + ").");
        }
    }
}
