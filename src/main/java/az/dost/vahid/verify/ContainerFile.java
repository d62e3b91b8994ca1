package az.dost.vahid.verify;

import az.dost.vahid.record.ReceiptCheck;
import az.dost.vahid.record.RefusedAnswers;
import az.dost.vahid.record.Report;
import az.dost.vahid.signature.ChangedException;
import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.KeptProof;
import az.dost.vahid.signature.SignatureForm;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.container.ContainerProof;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Map;

/** A container: its own signature, the dossier's, each agency's, and the receipt of the audit chain. */
final class ContainerFile {
    private static final ObjectMapper JSON = new ObjectMapper();
    private final GatewayProof proof;
    private final TimeStamps stamps;
    private final ReceiptCheck receipts;
    private final Report report;
    private final CryptoProvider crypto = new CryptoProvider(true);
    private int signed;
    private int unsigned;
    private int rows;
    private int gone;

    ContainerFile(GatewayProof proof, TimeStamps stamps, Report report) {
        this.proof = proof;
        this.stamps = stamps;
        this.receipts = new ReceiptCheck(proof, stamps);
        this.report = report;
    }

    void check(byte[] file) {
        ContainerProof.Findings findings = new ContainerProof(proof.certificate(), stamps).check(file);
        boolean exchange = findings.parts().containsKey(ExchangeParts.SUMMARY);
        new DossierFacts(report).signature((exchange ? "exchange" : "dossier") + " container (ASiC-E)", new SignatureForm(findings.level(), findings.claimed()));
        findings.wrong().forEach(report::wrong);
        findings.right().forEach(report::holds);
        findings.noted().forEach(report::noted);
        if (findings.wrong().isEmpty()) {
            report.holds("The signature (" + findings.level() + ") covers every part of the container and holds.");
        }
        Map<String, byte[]> parts = findings.parts();
        if (exchange) {
            part(ExchangeParts.SUMMARY, () -> new ExchangeParts(parts, report).check(receipts));
            return;
        }
        if (!parts.containsKey("dossier.json") || !parts.containsKey("dossier.jws")) {
            report.wrong("The container has no dossier with its JWS.");
            return;
        }
        part("dossier.jws", () -> {
            String jws = new String(parts.get("dossier.jws"), StandardCharsets.US_ASCII);
            proof.detached(jws, parts.get("dossier.json"));
            if (!SignatureForm.DOSSIER.equals(GatewayProof.form(jws).type())) {
                throw new ChangedException("It is not over a dossier");
            }
            new DossierFacts(report).json(parts.get("dossier.json"));
            report.holds("The dossier's own JWS holds.");
        });
        part("dossier.json", () -> sources(read(parts.get("dossier.json")), parts));
        if (parts.containsKey("receipt.json")) {
            part("receipt.json", () -> receipt(parts));
        } else {
            report.noted("It has no receipt of the audit chain: it was made before the next root was signed.");
        }
    }

    private void part(String name, Runnable check) {
        try {
            check.run();
        } catch (ChangedException e) {
            report.wrong("The part " + name + ": " + e.getMessage() + ".");
        }
    }

    private void sources(JsonNode dossier, Map<String, byte[]> parts) {
        RefusedParts refused = new RefusedParts(parts);
        for (JsonNode source : dossier.path("sources")) {
            if (refused.take(source)) {
                continue;
            }
            for (JsonNode evidence : source.path("evidence")) {
                String stem = "evidence/" + source.path("agency").asText() + "/" + evidence.path("id").asText();
                String name = parts.keySet().stream().filter(part -> part.startsWith(stem + ".") && !part.endsWith(".jws")).findFirst().orElse(null);
                if (name == null) {
                    gone++;
                } else {
                    part(name, () -> evidence(parts, name, parts.get(stem + ".jws"), evidence.path("digest").asText(), source.path("agency").asText()));
                }
            }
        }
        report.holds(count(signed, "answer is", "answers are") + " as the dossier says and signed by the agency itself; "
                + count(unsigned, "was", "were") + " proven by the connection alone; " + count(rows, "is a row", "are rows")
                + " of a file drop, named by the file's digest" + (gone == 0 ? "." : "; " + count(gone, "was", "were") + " no longer kept."));
        part(RefusedAnswers.PART, () -> refused.say(dossier, report));
    }

    private static String count(int number, String one, String many) {
        return number + " " + (number == 1 ? one : many);
    }

    private void evidence(Map<String, byte[]> parts, String name, byte[] detached, String digest, String agency) {
        byte[] answer = parts.get(name);
        if (new String(answer, StandardCharsets.ISO_8859_1).startsWith("{\"file\":")) {
            if (!read(answer).path("digest").asText().equals(digest)) {
                throw new ChangedException("It names another file than the dossier");
            }
            rows++;
            return;
        }
        if (!("sha-256:" + HexFormat.of().formatHex(crypto.sha256(answer))).equals(digest)) {
            throw new ChangedException("It is not the answer that the dossier names");
        }
        byte[] certificate = parts.get("certificates/" + agency + ".pem");
        if (certificate != null && new KeptProof(GatewayProof.certificate(certificate))
                .check(answer, detached == null ? null : new String(detached, StandardCharsets.US_ASCII))) {
            signed++;
        } else {
            unsigned++;
        }
    }

    private void receipt(Map<String, byte[]> parts) {
        JsonNode entry = receipts.check(parts.get("receipt.json"), report);
        String content = Base64.getUrlEncoder().withoutPadding().encodeToString(crypto.sha256(parts.get("dossier.json")));
        if (!entry.at("/digests/content").asText().equals(content)) {
            throw new ChangedException("It is the receipt of another dossier");
        }
    }

    private static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new ChangedException("It is no JSON");
        }
    }
}
