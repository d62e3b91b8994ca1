package az.dost.vahid.verify;

import az.dost.vahid.record.ReceiptCheck;
import az.dost.vahid.record.Report;
import az.dost.vahid.signature.ChangedException;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.container.ContainerProof;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;

/**
 * A file with a signature of the gateway.
 *
 * @param content what a detached signature is of, null when it was not given
 */
record SignedFile(byte[] bytes, Path content) {
    /** How every DER structure begins (X.690, section 8.9). */
    private static final byte DER = 0x30;
    private static final ObjectMapper JSON = new ObjectMapper();

    /** @throws IOException when the content cannot be read */
    void check(GatewayProof proof, ReceiptCheck receipts, Report report) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        try {
            if (ContainerProof.like(bytes)) {
                new ContainerFile(proof, receipts, report).check(bytes);
            } else if (bytes.length > 0 && bytes[0] == DER) {
                cms(proof, report);
            } else if (text.startsWith("{")) {
                receipt(receipts, report);
            } else if (text.startsWith("<")) {
                proof.xml(bytes);
                report.holds("The XML signature covers the whole document and holds.");
            } else if (text.contains("..")) {
                detached(text, proof, report);
            } else {
                dossier(proof.compact(text), report);
            }
            signer(proof.certificate(), report);
        } catch (ChangedException e) {
            report.wrong(e.getMessage() + ".");
        }
    }

    private void receipt(ReceiptCheck receipts, Report report) {
        JsonNode entry = receipts.check(bytes, report);
        report.holds("It is about " + entry.path("kind").asText().toLowerCase(java.util.Locale.ROOT) + " " + entry.path("id").asText()
                + (entry.hasNonNull("service") ? " for " + entry.path("service").asText() : "") + " at " + entry.path("at").asText() + ".");
    }

    private void detached(String jws, GatewayProof proof, Report report) throws IOException {
        if (content == null) {
            report.wrong("The JWS is detached: give the dossier that it is of by --content.");
        } else {
            byte[] dossier = Files.readAllBytes(content);
            proof.detached(jws, dossier);
            dossier(dossier, report);
        }
    }

    private void cms(GatewayProof proof, Report report) throws IOException {
        if (content == null) {
            report.wrong("The signature is detached: give the file that it is of by --content.");
            return;
        }
        try (InputStream file = Files.newInputStream(content)) {
            proof.cms(file, bytes);
            report.holds("The CMS signature covers the whole file and holds.");
        }
    }

    private static void dossier(byte[] payload, Report report) {
        report.holds("The signature covers the whole content and holds.");
        try {
            JsonNode dossier = JSON.readTree(payload);
            if (dossier.hasNonNull("dossierId")) {
                // No citizen's data: it may be printed.
                report.holds("It is dossier " + dossier.path("dossierId").asText() + " for " + dossier.path("service").asText()
                        + ", assembled at " + dossier.path("assembledAt").asText() + ".");
            }
        } catch (IOException e) {
            report.holds("The content is no JSON.");
        }
    }

    private static void signer(X509Certificate certificate, Report report) {
        if (report.wrong().isEmpty()) {
            report.holds("The signer is " + certificate.getSubjectX500Principal().getName() + ", whose certificate is valid from "
                    + certificate.getNotBefore().toInstant() + " to " + certificate.getNotAfter().toInstant()
                    + (certificate.getNotAfter().before(Date.from(Instant.now())) ? ", which is over." : "."));
        }
    }
}
