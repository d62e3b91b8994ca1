package az.dost.vahid.journeys.verify;

import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.presentation.Expected;
import az.dost.vahid.signature.presentation.PresentationException;
import az.dost.vahid.signature.presentation.PresentationProof;
import az.dost.vahid.signature.presentation.ShownCredential;
import com.fasterxml.jackson.databind.JsonNode;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/**
 * A credential that somebody shows (SD-JWT VC), whole or with his signature.
 *
 * @param expected what whoever asked for it knows
 * @param statusList the issuer's list of what it revoked, a JWT; null when it is not at hand
 * @param values whether what is shown is said, too: it is about a person
 */
record CredentialFile(Expected expected, String statusList, boolean values) {
    /** As somebody has it who did not ask for it. */
    static final CredentialFile FOUND = new CredentialFile(Expected.NOTHING, null, false);

    /** @param authorities that certify the issuer's next keys; none when they are not at hand */
    void check(String text, GatewayProof proof, List<X509Certificate> authorities, Report report) {
        PresentationProof presentations =
                new PresentationProof(proof.certificates(), authorities, InstantSource.system());
        try {
            ShownCredential shown = presentations.check(text, expected);
            Instant listed = statusList == null ? null : presentations.stands(shown, statusList.strip());
            say(shown, listed, report);
        } catch (PresentationException e) {
            report.wrong(e.code(), e.getMessage() + ".");
        }
    }

    private void say(ShownCredential shown, Instant listed, Report report) {
        report.about("kind", FileKind.CREDENTIAL.said(""));
        report.kind(FileKind.CREDENTIAL.name());
        report.about("form", shown.binding() == null ? "SD-JWT" : "SD-JWT+KB");
        report.about("issuer", shown.issuer());
        report.about("type", shown.type());
        String from = shown.issuedAt().toString();
        report.holds(
                CheckCode.CREDENTIAL_SIGNED,
                "The issuer's signature covers the credential and holds; it is valid from " + from
                        + (shown.until() == null ? "." : " until " + shown.until() + "."),
                shown.until() == null
                        ? new String[] {from}
                        : new String[] {from, shown.until().toString()});
        List<String> names = new ArrayList<>();
        shown.claims().fieldNames().forEachRemaining(names::add);
        report.holds(
                CheckCode.CLAIMS_SHOWN,
                "Only these are shown, and the credential has them so: " + String.join(", ", names) + ".",
                names.toArray(String[]::new));
        if (values) {
            names.forEach(
                    name -> report.about("claims." + name, text(shown.claims().get(name))));
        }
        holder(shown.binding(), report);
        status(shown, listed, report);
        SignedFile.signer(shown.signer(), report);
    }

    private void holder(ShownCredential.Binding binding, Report report) {
        if (binding == null) {
            report.noted(
                    CheckCode.HOLDER_NOT_CHECKED, "Its holder has not signed it: whoever has a copy could show it.");
            return;
        }
        report.holds(
                CheckCode.HOLDER_SIGNED,
                "Its holder signed it for " + binding.audience() + " at " + binding.at() + ".",
                binding.audience(),
                binding.at().toString());
        if (expected.audience() == null || expected.nonce() == null) {
            report.noted(
                    CheckCode.HOLDER_NOT_CHECKED,
                    "Whether that was for you and just now was not checked: it takes --audience and --nonce.");
        }
    }

    private static void status(ShownCredential shown, Instant listed, Report report) {
        if (listed != null) {
            report.holds(
                    CheckCode.CREDENTIAL_STANDS,
                    "It is not revoked, by the list of " + listed + ".",
                    listed.toString());
        } else if (shown.status() != null) {
            report.noted(
                    CheckCode.STATUS_NOT_CHECKED,
                    "Whether it was revoked was not checked: that takes the list "
                            + shown.status().uri() + " (--status).");
        }
    }

    private static String text(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }
}
