package az.dost.vahid.journeys.verify;

import az.dost.vahid.proof.record.check.ReceiptCheck;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.SignatureForm;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
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
record SignedFile(byte[] bytes, Content content) {
    /** What a detached signature is of. */
    interface Content {
        InputStream open() throws IOException;
    }

    SignedFile(byte[] bytes, Path content) {
        this(bytes, content == null ? null : (Content) () -> Files.newInputStream(content));
    }

    /**
     * Says what the file is, and whether it holds.
     *
     * @param stamps null when the time-stamp authority's certificate is not at hand
     * @throws IOException when the content cannot be read
     */
    void check(GatewayProof proof, TimeStamps stamps, Report report) throws IOException {
        check(proof, stamps, List.of(), report);
    }

    /** @param authorities those whose revocation lists are believed; none when they are not at hand */
    void check(GatewayProof proof, TimeStamps stamps, List<X509Certificate> authorities, Report report)
            throws IOException {
        if (SignedForm.of(bytes) == SignedForm.CREDENTIAL) {
            CredentialFile.FOUND.check(SignedForm.text(bytes), proof, authorities, report);
            return;
        }
        look(proof, stamps, authorities, report);
        for (X509Certificate certificate :
                report.wrong().isEmpty() ? proof.certificates() : List.<X509Certificate>of()) {
            Report alone = new Report();
            if (proof.certificates().size() > 1) {
                look(new GatewayProof(certificate), stamps, authorities, alone);
            }
            if (alone.wrong().isEmpty()) {
                signer(certificate, report);
                return;
            }
        }
        if (report.wrong().isEmpty()) {
            report.noted(
                    CheckCode.SEVERAL_SIGNERS, "Its parts were signed with several of the gateway's certificates.");
        }
    }

    private void look(GatewayProof proof, TimeStamps stamps, List<X509Certificate> authorities, Report report)
            throws IOException {
        SignedForm form = SignedForm.of(bytes);
        try {
            switch (form) {
                case CONTAINER -> new ContainerFile(proof, stamps, authorities, report).check(bytes);
                case CMS -> cms(proof, report);
                case JSON -> receipt(new ReceiptCheck(proof, stamps), report);
                case XML -> xml(proof, report);
                case DETACHED_JWS -> detached(SignedForm.text(bytes), proof, report);
                default -> compact(SignedForm.text(bytes), proof, report);
            }
        } catch (ChangedException e) {
            report.wrong(
                    e.isForeign()
                            ? CheckCode.SIGNER_UNKNOWN
                            : form == SignedForm.JSON ? CheckCode.RECEIPT_CHANGED : CheckCode.CONTENT_CHANGED,
                    e.getMessage() + ".");
        }
    }

    private void receipt(ReceiptCheck receipts, Report report) {
        report.about("kind", FileKind.RECEIPT.said(""));
        report.kind(FileKind.RECEIPT.name());
        JsonNode entry = receipts.check(bytes, report);
        report.about(
                entry.path("kind").asText().equals("DOSSIER") ? "dossierId" : "entryId",
                entry.path("id").textValue());
        report.about("service", entry.path("service").textValue());
        report.holds(
                CheckCode.ENTRY_ABOUT,
                "It is about "
                        + entry.path("kind").asText().toLowerCase(Locale.ROOT).replace('_', '-') + " "
                        + entry.path("id").asText()
                        + (entry.hasNonNull("service")
                                ? " for " + entry.path("service").asText()
                                : "") + " at " + entry.path("at").asText() + ".",
                entry.path("at").asText());
    }

    private void xml(GatewayProof proof, Report report) {
        SignatureForm form = proof.xml(bytes);
        new DossierFacts(report).xml(bytes, form);
        report.holds(CheckCode.DOCUMENT_SIGNED, "The XML signature covers the whole document and holds.");
    }

    private void detached(String jws, GatewayProof proof, Report report) throws IOException {
        if (content == null) {
            report.wrong(
                    CheckCode.CONTENT_NOT_GIVEN, "The JWS is detached: give the dossier that it is of by --content.");
        } else {
            byte[] dossier;
            try (InputStream in = content.open()) {
                dossier = in.readAllBytes();
            }
            proof.detached(jws, dossier);
            jws(true, dossier, GatewayProof.form(jws), report);
        }
    }

    private void cms(GatewayProof proof, Report report) throws IOException {
        if (content == null) {
            report.wrong(
                    CheckCode.CONTENT_NOT_GIVEN,
                    "The signature is detached: give the file that it is of by --content.");
            return;
        }
        try (InputStream file = content.open()) {
            new DossierFacts(report).signature(FileKind.SIGNED_FILE, "", proof.cms(file, bytes));
            report.holds(CheckCode.FILE_SIGNED, "The CMS signature covers the whole file and holds.");
        }
    }

    private static void compact(String jws, GatewayProof proof, Report report) {
        jws(false, proof.compact(jws), GatewayProof.form(jws), report);
    }

    private static void jws(boolean detached, byte[] payload, SignatureForm form, Report report) {
        boolean dossier = SignatureForm.DOSSIER.equals(form.type());
        DossierFacts facts = new DossierFacts(report);
        FileKind kind = !dossier
                ? FileKind.otherJws(form.type(), detached)
                : detached ? FileKind.DOSSIER_DETACHED_JWS : FileKind.DOSSIER_JWS;
        facts.signature(kind, form.type(), form);
        if (dossier) {
            facts.json(payload);
        }
        report.holds(CheckCode.CONTENT_SIGNED, "The signature covers the whole content and holds.");
    }

    /** Says whose the signature is, and whether it says that it was made when it could not be. */
    static void signer(X509Certificate certificate, Report report) {
        report.about("signer", certificate.getSubjectX500Principal().getName());
        report.holds(
                CheckCode.SIGNER_KNOWN,
                "The signer is the gateway's certificate "
                        + certificate.getSubjectX500Principal().getName() + ", valid from "
                        + certificate.getNotBefore().toInstant() + " to "
                        + certificate.getNotAfter().toInstant()
                        + (certificate.getNotAfter().before(Date.from(Instant.now())) ? ", which is over." : "."),
                certificate.getNotBefore().toInstant().toString(),
                certificate.getNotAfter().toInstant().toString());
        String at = report.about().get("signedAt");
        if (at != null
                && (Instant.parse(at).isBefore(certificate.getNotBefore().toInstant())
                        || Instant.parse(at).isAfter(certificate.getNotAfter().toInstant()))) {
            report.noted(
                    CheckCode.SIGNED_OUTSIDE_VALIDITY,
                    "The signature says that it was made when the certificate was not valid.");
        }
    }
}
