package az.dost.vahid.journeys.verify;

import az.dost.vahid.json.Json;
import az.dost.vahid.proof.record.RefusedAnswers;
import az.dost.vahid.proof.record.check.ReceiptCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.SignatureForm;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.container.ContainerProof;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.CryptoProvider;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.cert.X509Certificate;
import java.util.Base64;
import java.util.List;
import java.util.Map;

/** A container: its own signature, the dossier's, each agency's, and the receipt of the audit chain. */
final class ContainerFile {
    private static final String DOSSIER = "dossier.json";
    private static final ObjectMapper JSON = Json.mapper();
    private final GatewayProof proof;
    private final TimeStamps stamps;
    private final List<X509Certificate> authorities;
    private final ReceiptCheck receipts;
    private final Report report;
    private final CryptoProvider crypto = new CryptoProvider(true);

    /**
     * @param stamps null when the time-stamp authority's certificate is not at hand
     * @param authorities those whose revocation lists are believed; none when they are not at hand
     */
    ContainerFile(GatewayProof proof, TimeStamps stamps, List<X509Certificate> authorities, Report report) {
        this.proof = proof;
        this.stamps = stamps;
        this.authorities = authorities;
        this.receipts = new ReceiptCheck(proof, stamps);
        this.report = report;
    }

    void check(byte[] file) {
        ContainerProof.Findings findings = new ContainerProof(proof.certificates(), stamps, authorities).check(file);
        boolean exchange = findings.parts().containsKey(ExchangeParts.SUMMARY);
        new DossierFacts(report)
                .signature(
                        exchange ? FileKind.EXCHANGE_CONTAINER : FileKind.DOSSIER_CONTAINER,
                        "",
                        new SignatureForm(findings.level(), findings.claimed(), null, false, findings.above()));
        findings.lines().forEach(report::add);
        if (findings.wrong().isEmpty()) {
            report.holds(
                    CheckCode.CONTAINER_SIGNED,
                    "The signature (" + findings.level() + ") covers every part of the container and holds.");
        }
        Map<String, byte[]> parts = findings.parts();
        if (exchange) {
            part(ExchangeParts.SUMMARY, CheckCode.PART_CHANGED, () -> new ExchangeParts(parts, report).check(receipts));
            return;
        }
        if (!parts.containsKey(DOSSIER) || !parts.containsKey("dossier.jws")) {
            report.wrong(CheckCode.PART_MISSING, "The container has no dossier with its JWS.", DOSSIER, "dossier.jws");
            return;
        }
        part("dossier.jws", CheckCode.PART_CHANGED, () -> {
            String jws = new String(parts.get("dossier.jws"), StandardCharsets.US_ASCII);
            proof.detached(jws, parts.get(DOSSIER));
            if (!SignatureForm.DOSSIER.equals(GatewayProof.form(jws).type())) {
                throw new ChangedException("It is not over a dossier");
            }
            new DossierFacts(report).json(parts.get(DOSSIER));
            report.holds(CheckCode.DOSSIER_SIGNED, "The dossier's own JWS holds.");
        });
        part(DOSSIER, CheckCode.PART_CHANGED, () -> sources(read(parts.get(DOSSIER)), parts));
        if (parts.containsKey("receipt.json")) {
            part("receipt.json", CheckCode.RECEIPT_CHANGED, () -> receipt(parts));
        } else {
            report.noted(
                    CheckCode.NO_RECEIPT,
                    "It has no receipt of the audit chain: it was made before the next root was signed.");
        }
    }

    /** @param changed what it is when the part does not hold */
    private void part(String name, CheckCode changed, Runnable check) {
        try {
            check.run();
        } catch (ChangedException e) {
            report.wrong(
                    e.isForeign() ? CheckCode.SIGNER_UNKNOWN : changed,
                    "The part " + name + ": " + e.getMessage() + ".",
                    name);
        }
    }

    private void sources(JsonNode dossier, Map<String, byte[]> parts) {
        RefusedParts refused = new RefusedParts(parts);
        AnswerParts answers = new AnswerParts(parts, proof, report);
        for (JsonNode source : dossier.path("sources")) {
            if (refused.take(source)) {
                continue;
            }
            String agency = source.path("agency").asText();
            for (JsonNode evidence : source.path("evidence")) {
                String name = answers.name(agency, evidence);
                if (name != null) {
                    part(name, CheckCode.PART_CHANGED, () -> answers.check(name, agency, evidence));
                }
            }
        }
        answers.say();
        part(RefusedAnswers.PART, CheckCode.PART_CHANGED, () -> refused.say(dossier, report));
    }

    private void receipt(Map<String, byte[]> parts) {
        JsonNode entry = receipts.check(parts.get("receipt.json"), report);
        String content = Base64.getUrlEncoder().withoutPadding().encodeToString(crypto.sha256(parts.get(DOSSIER)));
        if (!entry.at("/digests/content").asText().equals(content)) {
            throw new ChangedException("It is the receipt of another dossier");
        }
    }

    static JsonNode read(byte[] json) {
        try {
            return JSON.readTree(json);
        } catch (IOException e) {
            throw new ChangedException("It is no JSON");
        }
    }
}
