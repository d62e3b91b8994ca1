package az.dost.vahid.kit;

import az.dost.vahid.check.CheckedFolder;
import az.dost.vahid.check.Kit;
import az.dost.vahid.check.Remark;
import az.dost.vahid.check.Severity;
import az.dost.vahid.command.QuietCommand;
import az.dost.vahid.json.Literal;
import az.dost.vahid.kit.certify.Certificate;
import az.dost.vahid.kit.certify.CertificatePage;
import az.dost.vahid.kit.certify.Conformance;
import az.dost.vahid.kit.certify.DropConformance;
import az.dost.vahid.kit.certify.DropStand;
import az.dost.vahid.kit.certify.Line;
import az.dost.vahid.kit.certify.LoadRun;
import az.dost.vahid.kit.certify.Outcome;
import az.dost.vahid.kit.certify.Rehearsal;
import az.dost.vahid.kit.certify.Stand;
import az.dost.vahid.logging.PlainText;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.rehearsal.PlayedGateway;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import org.springframework.core.env.StandardEnvironment;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

@Command(
        name = "certify",
        mixinStandardHelpOptions = true,
        description =
                "Play faults, limits, hostile replies, wrong clocks and load against the connector's route; write a signed report.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:every line passed, or does not apply",
            "1:a line failed, or the machine was too busy to tell",
            "2:wrong arguments"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  vahid connector certify civil-status --rate 10",
            "  vahid connector certify hospital-staff --rows 1000 --out certificates"
        })
final class CertifyCommand implements QuietCommand {
    @Spec
    private CommandSpec spec;

    @Parameters(paramLabel = "ID", description = "Id of the connector.")
    private String id;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            defaultValue = "certificates",
            description = "Folder for the report (default: ${DEFAULT-VALUE}).")
    private Path out;

    @Option(
            names = "--keys",
            paramLabel = "DIR",
            defaultValue = "data/keys",
            description =
                    "The gateway's vahid.keys, whose key signs the report; made where there are none (default: ${DEFAULT-VALUE}).")
    private Path keys;

    @Option(
            names = "--rate",
            description = "Questions a second under load; the connector's ratePerSecond when not given.")
    private Integer rate;

    @Option(
            names = "--seconds",
            defaultValue = "5",
            description = "How long the load goes on (default: ${DEFAULT-VALUE}).")
    private int seconds;

    @Option(
            names = "--agency-ms",
            defaultValue = "50",
            description = "How long the played agency takes for an answer under load (default: ${DEFAULT-VALUE}).")
    private int agencyMs;

    @Option(
            names = "--rows",
            defaultValue = "20000",
            description = "Rows of the large file of an agency that leaves files (default: ${DEFAULT-VALUE}).")
    private int rows;

    @Mixin
    private ConnectorsOption connectors;

    @Option(names = "--json", description = "Print the report as JSON.")
    private boolean json;

    @Override
    public int run() throws Exception {
        if (rate != null && (rate < 1 || rate > 1000)
                || seconds < 1
                || seconds > 600
                || agencyMs < 0
                || agencyMs > 30_000
                || rows < 100
                || rows > 200_000) {
            throw new ParameterException(
                    spec.commandLine(),
                    "--rate is 1 to 1000, --seconds 1 to 600, --agency-ms 0 to 30000, --rows 100 to 200000");
        }
        Path path = connectors.folder(spec, id);
        PlayedGateway.keys(keys.resolve("gateway.p12"));
        CryptoProvider crypto = new CryptoProvider(true);
        GatewayKeys gateway = new GatewayKeys(
                keys.resolve("gateway.p12"),
                new StandardEnvironment().getProperty("vahid.keys-password", "").toCharArray(),
                crypto);
        CheckedFolder folder = Kit.check().read(path);
        Certificate certificate = certificate(folder, lines(folder, path, gateway, crypto));
        write(certificate, new DossierSigner(gateway, crypto));
        PrintWriter screen = spec.commandLine().getOut();
        if (json) {
            screen.println(Literal.plain(certificate.json().toPrettyString()));
        } else {
            certificate
                    .lines()
                    .forEach(line ->
                            screen.printf("%-8s %-22s %s%n", line.outcome(), line.id(), PlainText.of(line.found())));
            if (certificate.count(Outcome.BUSY) > 0) {
                screen.printf(
                        "Of %d lines the machine was too busy to tell: certify again where it has less to do, or with a lower --rate%n",
                        certificate.count(Outcome.BUSY));
            }
            screen.printf(
                    "%d passed, %d failed, %d do not apply; the report and its signatures are in %s%n",
                    certificate.count(Outcome.PASSED),
                    certificate.count(Outcome.FAILED),
                    certificate.count(Outcome.SKIPPED),
                    out);
        }
        screen.flush();
        return certificate.passed() ? 0 : 1;
    }

    private List<Line> lines(CheckedFolder folder, Path path, GatewayKeys gateway, CryptoProvider crypto)
            throws Exception {
        long started = System.nanoTime();
        List<Remark> errors = Kit.check().check(connectors.folders(spec), List.of(path)).sorted().stream()
                .filter(remark -> remark.severity() == Severity.ERROR)
                .toList();
        List<Line> lines = new ArrayList<>();
        lines.add(new Line(
                "check",
                "The folder passes connector check",
                errors.isEmpty() ? Outcome.PASSED : Outcome.FAILED,
                "no error",
                errors.isEmpty()
                        ? "no error"
                        : errors.size() + " errors, the first: " + errors.get(0).finding(),
                Conformance.ms(started)));
        if (folder.reading().findings().isEmpty() && folder.connector().drop() != null) {
            try (DropStand stand = new DropStand(folder, crypto, rows)) {
                lines.addAll(new DropConformance(stand, rows).run());
            }
        } else if (folder.reading().findings().isEmpty()) {
            try (Stand stand = new Stand(folder, gateway, crypto)) {
                lines.addAll(new Conformance(stand, Rehearsal.samples(folder))
                        .run(new LoadRun(
                                rate == null ? Math.min(1000, folder.connector().ratePerSecond()) : rate,
                                seconds,
                                agencyMs)));
            }
        }
        return lines;
    }

    private static Certificate certificate(CheckedFolder folder, List<Line> lines) {
        String version =
                folder.reading().findings().isEmpty() ? folder.running().version() : "none: the folder cannot be read";
        String gateway = CertifyCommand.class.getPackage().getImplementationVersion();
        return new Certificate(
                folder.path().getFileName().toString(),
                version,
                gateway == null ? "built from source" : gateway,
                Instant.now().truncatedTo(ChronoUnit.SECONDS),
                lines);
    }

    /** Each form beside its detached signature (RFC 7515, appendix F), which the command verify checks. */
    private void write(Certificate certificate, DossierSigner signer) throws IOException {
        Files.createDirectories(out);
        write(id + ".json", certificate.json().toPrettyString() + "\n", signer);
        write(id + ".html", CertificatePage.of(certificate), signer);
        Files.writeString(out.resolve("gateway.pem"), signer.certificate());
    }

    private void write(String name, String text, DossierSigner signer) throws IOException {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        Files.write(out.resolve(name), bytes);
        Files.writeString(
                out.resolve(name + ".jws"),
                signer.sign(bytes, "vahid-certificate").detached());
    }
}
