package az.dost.vahid.verify;

import az.dost.vahid.record.check.ReceiptCheck;
import az.dost.vahid.record.check.Report;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.SignatureForm;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.container.ContainerProof;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Locale;

/**
 * A file with a signature of the gateway.
 *
 * @param content what a detached signature is of, null when it was not given
 */
record SignedFile(byte[] bytes, Path content) {
    /** How every DER structure begins (X.690, section 8.9). */
    private static final byte DER = 0x30;

    /**
     * Says what the file is, and whether it holds.
     *
     * @param stamps null when the time-stamp authority's certificate is not at hand
     * @throws IOException when the content cannot be read
     */
    void check(GatewayProof proof, TimeStamps stamps, Report report) throws IOException {
        look(proof, stamps, report);
        for (X509Certificate certificate : report.wrong().isEmpty() ? proof.certificates() : List.<X509Certificate>of()) {
            Report alone = new Report();
            if (proof.certificates().size() > 1) {
                look(new GatewayProof(certificate), stamps, alone);
            }
            if (alone.wrong().isEmpty()) {
                signer(certificate, report);
                return;
            }
        }
        if (report.wrong().isEmpty()) {
            report.noted("Its parts were signed with several of the gateway's certificates.");
        }
    }

    private void look(GatewayProof proof, TimeStamps stamps, Report report) throws IOException {
        String text = new String(bytes, StandardCharsets.UTF_8).strip();
        try {
            if (ContainerProof.like(bytes)) {
                new ContainerFile(proof, stamps, report).check(bytes);
            } else if (bytes.length > 0 && bytes[0] == DER) {
                cms(proof, report);
            } else if (text.startsWith("{")) {
                receipt(new ReceiptCheck(proof, stamps), report);
            } else if (text.startsWith("<")) {
                xml(proof, report);
            } else if (text.contains("..")) {
                detached(text, proof, report);
            } else {
                jws("compact JWS", proof.compact(text), GatewayProof.form(text), report);
            }
        } catch (ChangedException e) {
            report.wrong(e.getMessage() + ".");
        }
    }

    private void receipt(ReceiptCheck receipts, Report report) {
        report.about("kind", "receipt of the audit chain");
        JsonNode entry = receipts.check(bytes, report);
        report.about(entry.path("kind").asText().equals("DOSSIER") ? "dossierId" : "entryId", entry.path("id").textValue());
        report.about("service", entry.path("service").textValue());
        report.holds("It is about " + entry.path("kind").asText().toLowerCase(Locale.ROOT).replace('_', '-') + " " + entry.path("id").asText()
                + (entry.hasNonNull("service") ? " for " + entry.path("service").asText() : "") + " at " + entry.path("at").asText() + ".");
    }

    private void xml(GatewayProof proof, Report report) {
        SignatureForm form = proof.xml(bytes);
        new DossierFacts(report).xml(bytes, form);
        report.holds("The XML signature covers the whole document and holds.");
    }

    private void detached(String jws, GatewayProof proof, Report report) throws IOException {
        if (content == null) {
            report.wrong("The JWS is detached: give the dossier that it is of by --content.");
        } else {
            byte[] dossier = Files.readAllBytes(content);
            proof.detached(jws, dossier);
            jws("detached JWS", dossier, GatewayProof.form(jws), report);
        }
    }

    private void cms(GatewayProof proof, Report report) throws IOException {
        if (content == null) {
            report.wrong("The signature is detached: give the file that it is of by --content.");
            return;
        }
        try (InputStream file = Files.newInputStream(content)) {
            new DossierFacts(report).signature("file with a CMS signature, such as the result of a bulk lookup", proof.cms(file, bytes));
            report.holds("The CMS signature covers the whole file and holds.");
        }
    }

    private static void jws(String how, byte[] payload, SignatureForm form, Report report) {
        boolean dossier = SignatureForm.DOSSIER.equals(form.type());
        DossierFacts facts = new DossierFacts(report);
        facts.signature((dossier ? "dossier" : "no dossier, but " + form.type()) + " as " + how, form);
        if (dossier) {
            facts.json(payload);
        }
        report.holds("The signature covers the whole content and holds.");
    }

    private static void signer(X509Certificate certificate, Report report) {
        report.about("signer", certificate.getSubjectX500Principal().getName());
        report.holds("The signer is the gateway's certificate " + certificate.getSubjectX500Principal().getName() + ", valid from "
                + certificate.getNotBefore().toInstant() + " to " + certificate.getNotAfter().toInstant()
                + (certificate.getNotAfter().before(Date.from(Instant.now())) ? ", which is over." : "."));
        String at = report.about().get("signedAt");
        if (at != null && (Instant.parse(at).isBefore(certificate.getNotBefore().toInstant()) || Instant.parse(at).isAfter(certificate.getNotAfter().toInstant()))) {
            report.noted("The signature says that it was made when the certificate was not valid.");
        }
    }
}
