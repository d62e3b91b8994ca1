import eu.europa.esig.dss.asic.xades.ASiCWithXAdESSignatureParameters;
import eu.europa.esig.dss.asic.xades.signature.ASiCWithXAdESService;
import eu.europa.esig.dss.enumerations.ASiCContainerType;
import eu.europa.esig.dss.enumerations.SignatureLevel;
import eu.europa.esig.dss.model.FileDocument;
import eu.europa.esig.dss.model.x509.CertificateToken;
import eu.europa.esig.dss.simplereport.SimpleReport;
import eu.europa.esig.dss.spi.DSSUtils;
import eu.europa.esig.dss.spi.validation.CommonCertificateVerifier;
import eu.europa.esig.dss.spi.x509.CommonCertificateSource;
import eu.europa.esig.dss.spi.x509.CommonTrustedCertificateSource;
import eu.europa.esig.dss.spi.x509.revocation.crl.ExternalResourcesCRLSource;
import eu.europa.esig.dss.validation.SignedDocumentValidator;
import eu.europa.esig.dss.validation.reports.Reports;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

/**
 * DSS, the library with which the EU checks signatures, as a program: it has a class path of its own, with none of
 * Vahid on it. One command a line, fields parted by tabs, from the standard input:
 *
 * <ul>
 *   <li>{@code trust certificate}: an anchor of trust; it also stands for the signer of what names no certificate
 *   <li>{@code revoked crl}: a revocation list
 *   <li>{@code raise container to}: adds to a container what makes it XAdES-BASELINE-LT
 *   <li>{@code validate time file [content]}: prints the time, the file's name, the signature's format, the indication,
 *       the subindication and what is said of it as errors or warnings, parted by tabs
 * </ul>
 */
public class ForeignValidator {
    private final CommonTrustedCertificateSource trusted = new CommonTrustedCertificateSource();
    private final CommonCertificateSource signers = new CommonCertificateSource();
    private final List<String> lists = new ArrayList<>();

    public static void main(String[] arguments) throws IOException {
        ForeignValidator validator = new ForeignValidator();
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            validator.run(line.split("\t"));
        }
    }

    private void run(String[] command) throws IOException {
        switch (command[0]) {
            case "trust" -> {
                CertificateToken certificate = DSSUtils.loadCertificate(new File(command[1]));
                trusted.addCertificate(certificate);
                signers.addCertificate(certificate);
            }
            case "revoked" -> lists.add(command[1]);
            case "raise" -> raise(new File(command[1]), Path.of(command[2]));
            case "validate" ->
                validate(
                        Date.from(Instant.parse(command[1])),
                        new File(command[2]),
                        command.length > 3 ? new File(command[3]) : null);
            default -> throw new IllegalArgumentException(command[0]);
        }
    }

    private CommonCertificateVerifier verifier() throws IOException {
        CommonCertificateVerifier verifier = new CommonCertificateVerifier();
        verifier.setTrustedCertSources(trusted);
        if (!lists.isEmpty()) {
            verifier.setCrlSource(new ExternalResourcesCRLSource(lists.stream()
                    .map(list -> {
                        try {
                            return Files.newInputStream(Path.of(list));
                        } catch (IOException e) {
                            throw new java.io.UncheckedIOException(e);
                        }
                    })
                    .toArray(java.io.InputStream[]::new)));
        }
        return verifier;
    }

    private void raise(File container, Path to) throws IOException {
        ASiCWithXAdESSignatureParameters parameters = new ASiCWithXAdESSignatureParameters();
        parameters.aSiC().setContainerType(ASiCContainerType.ASiC_E);
        parameters.setSignatureLevel(SignatureLevel.XAdES_BASELINE_LT);
        ASiCWithXAdESService service = new ASiCWithXAdESService(verifier());
        service.setTspSource((algorithm, digest) -> {
            throw new IllegalStateException("The container has its stamp");
        });
        service.extendDocument(new FileDocument(container), parameters).save(to.toString());
    }

    private void validate(Date at, File file, File content) throws IOException {
        SignedDocumentValidator validator = SignedDocumentValidator.fromDocument(new FileDocument(file));
        validator.setCertificateVerifier(verifier());
        validator.setValidationTime(at);
        if (file.getName().endsWith(".jws")) {
            validator.setSigningCertificateSource(signers);
        }
        if (content != null) {
            validator.setDetachedContents(List.of(new FileDocument(content)));
        }
        Reports reports = validator.validateDocument();
        SimpleReport report = reports.getSimpleReport();
        for (String id : report.getSignatureIdList()) {
            List<String> said = new ArrayList<>();
            report.getAdESValidationErrors(id).forEach(message -> said.add(message.getValue()));
            report.getAdESValidationWarnings(id).forEach(message -> said.add(message.getValue()));
            System.out.println(String.join(
                    "\t",
                    at.toInstant().toString(),
                    file.getName(),
                    String.valueOf(report.getSignatureFormat(id)),
                    String.valueOf(report.getIndication(id)),
                    String.valueOf(report.getSubIndication(id)),
                    String.join(" ", said)));
        }
    }
}
