package az.dost.vahid.journeys.verify;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.presentation.Expected;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** Checks one file that a gateway signed. */
@Command(
        name = "verify",
        mixinStandardHelpOptions = true,
        description =
                "Check what a gateway signed, offline: a dossier as JWS, as signed XML or in a container; the result of a bulk lookup; a receipt; a credential that somebody shows; or the whole record.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all holds", "1:something does not hold", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid verify dossier.jose --certificate gateway.pem",
            "  vahid verify dossier.jws --content dossier.json --certificate gateway.pem",
            "  vahid verify shown.sd-jwt --certificate gateway.pem --status list.jwt --audience AUDIENCE --nonce NONCE"
        })
public final class VerifyCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "A compact JWS (application/jose), a detached JWS (the header Vahid-Signature), "
                            + "a signed XML document, the CMS signature of a bulk lookup's result, a container (application/vnd.etsi.asic-e+zip) a receipt (JSON), or an SD-JWT.")
    private Path file;

    @Option(
            names = "--certificate",
            paramLabel = "PEM",
            description = "The gateway's certificate, from GET /v1/keys/certificate or, better, "
                    + "from the people who run it; several in one file where its key has changed.")
    private Path certificate;

    @Option(
            names = "--time-stamps",
            paramLabel = "PEM",
            description = "The time-stamp authority's certificate, or several in one file where it has changed;"
                    + " without it stamps are not checked.")
    private Path timeStamps;

    @Option(
            names = "--authorities",
            paramLabel = "PEM",
            description = "The certificates of those who issued these certificates;"
                    + " without them the revocation lists in a container are not checked.")
    private Path authorities;

    @Option(
            names = "--content",
            paramLabel = "JSON",
            description =
                    "The dossier that a detached JWS is of, or the result that a CMS signature is of, byte by byte.")
    private Path content;

    @Option(
            names = "--status",
            paramLabel = "JWT",
            description = "The issuer's status list, from the address that a credential names;"
                    + " without it nobody sees whether the credential was revoked.")
    private Path status;

    @Option(
            names = "--audience",
            paramLabel = "TEXT",
            description = "Whom a credential must be shown to: what you called yourself when you asked for it.")
    private String audience;

    @Option(names = "--nonce", paramLabel = "TEXT", description = "What you asked with: a credential must answer it.")
    private String nonce;

    @Option(names = "--claims", description = "Print what a credential shows, too. It is about a person.")
    private boolean claims;

    @Option(names = "--json", description = "Print what holds and what does not as JSON.")
    private boolean json;

    @Override
    public int run() throws IOException {
        if (file == null || certificate == null) {
            throw new ParameterException(spec.commandLine(), "Give a file and the gateway's certificate");
        }
        try {
            GatewayProof proof = GatewayProof.of(certificate);
            Report report = new Report();
            TimeStamps stamps = timeStamps == null ? null : TimeStamps.of(timeStamps);
            List<X509Certificate> above = authorities == null ? List.of() : GatewayProof.certificates(authorities);
            byte[] bytes = Files.readAllBytes(file);
            if (SignedForm.of(bytes) == SignedForm.CREDENTIAL) {
                credential().check(SignedForm.text(bytes), proof, above, report);
            } else {
                new SignedFile(bytes, content).check(proof, stamps, above, report);
            }
            return ReportText.say(spec.commandLine().getOut(), "The file", report, json);
        } catch (NoSuchFileException | IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    e instanceof IllegalArgumentException ? e.getMessage() : "There is no file " + e.getMessage());
        }
    }

    private CredentialFile credential() throws IOException {
        return new CredentialFile(
                new Expected(audience, nonce, null, null),
                status == null ? null : new String(Files.readAllBytes(status), StandardCharsets.US_ASCII),
                claims);
    }
}
