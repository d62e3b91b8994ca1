package az.dost.vahid.journeys.verify;

import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
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
                "Check what a gateway signed, offline: a dossier as JWS, as signed XML or in a container; the result of a bulk lookup; a receipt; or the whole record.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all holds", "1:something does not hold", "2:wrong arguments"},
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid verify dossier.jose --certificate gateway.pem",
            "  vahid verify dossier.jws --content dossier.json --certificate gateway.pem"
        })
public final class VerifyCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(
            arity = "0..1",
            paramLabel = "FILE",
            description =
                    "A compact JWS (application/jose), a detached JWS (the header Vahid-Signature), "
                            + "a signed XML document, the CMS signature of a bulk lookup's result, a container (application/vnd.etsi.asic-e+zip) or a receipt (JSON).")
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
            new SignedFile(Files.readAllBytes(file), content)
                    .check(
                            proof,
                            stamps,
                            authorities == null ? List.of() : GatewayProof.certificates(authorities),
                            report);
            return ReportText.say(spec.commandLine().getOut(), "The file", report, json);
        } catch (NoSuchFileException | IllegalArgumentException e) {
            throw new ParameterException(
                    spec.commandLine(),
                    e instanceof IllegalArgumentException ? e.getMessage() : "There is no file " + e.getMessage());
        }
    }
}
