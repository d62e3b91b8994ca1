package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.stamp.TimeStampAuthority;
import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.FileSigner;
import az.dost.vahid.signature.StampingAuthority;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.container.ContainerSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.ByteArrayInputStream;
import java.io.File;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.bouncycastle.asn1.x509.KeyPurposeId;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * What DSS says of what the gateway signs, today and when its certificate is long over. DSS is a process of its own,
 * {@code src/gateway/test/dss}, with its own libraries and none of ours.
 */
class ForeignValidatorTest {
    private static final byte[] DOSSIER =
            "{\"dossierId\":\"01a2108a-95fb-7217-8f4c-57d723b93898\",\"service\":\"old-age-pension\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private static final Instant NOW =
            Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
    /** In 2028, when the gateway's certificate of 2026 is over. */
    private static final Instant LATER = NOW.plus(Duration.ofDays(550));

    @TempDir
    private static Path folder;

    private static final Map<String, List<String>> SAID = new LinkedHashMap<>();

    @BeforeAll
    static void sign() throws Exception {
        // By an authority below a root, and the root alone is an anchor of trust: what is between them must be in the
        // signatures.
        TestAuthority root = new TestAuthority();
        TestAuthority authority = new TestAuthority(root);
        root.certificate(folder.resolve("root.pem"));
        authority.issue(folder.resolve("gateway.p12"), "dossier", Duration.ofDays(365), null);
        authority.issue(
                folder.resolve("mocks/time-stamps.p12"),
                "time-stamps",
                Duration.ofDays(3650),
                KeyPurposeId.id_kp_timeStamping);
        signAll();
        authority.revocations(folder.resolve("revoked.crl"), NOW.minusSeconds(50), Duration.ofDays(3650));
        root.revocations(folder.resolve("revoked-authorities.crl"), NOW.minusSeconds(50), Duration.ofDays(3650));
        List<String> commands = new ArrayList<>(List.of(
                "trust\t" + folder.resolve("root.pem"),
                "revoked\t" + folder.resolve("revoked.crl"),
                "revoked\t" + folder.resolve("revoked-authorities.crl"),
                "raise\t" + folder.resolve("container.asice") + "\t" + folder.resolve("raised.asice")));
        for (String file : List.of(
                "container.asice",
                "raised.asice",
                "dossier.xml",
                "dossier.p7s\t" + folder.resolve("dossier.json"),
                "unstamped.asice")) {
            commands.add("validate\t" + NOW + "\t" + folder.resolve(file.split("\t")[0])
                    + (file.contains("\t") ? file.substring(file.indexOf('\t')) : ""));
        }
        for (String file : List.of("container.asice", "raised.asice", "unstamped.asice")) {
            commands.add("validate\t" + LATER + "\t" + folder.resolve(file));
        }
        commands.addAll(List.of(
                "trust\t" + folder.resolve("gateway-dossier.pem"),
                "validate\t" + NOW + "\t" + folder.resolve("compact.jws"),
                "validate\t" + NOW + "\t" + folder.resolve("detached.jws") + "\t" + folder.resolve("dossier.json")));
        dss(commands)
                .lines()
                .map(line -> List.of(line.split("\t", -1)))
                .filter(line -> line.size() == 6)
                .forEach(line -> SAID.put(line.get(0) + " " + line.get(1), line.subList(2, 6)));
    }

    private static void signAll() throws IOException {
        int port = FreePort.next();
        DemoKeys demo = new DemoKeys(folder, new Faults());
        MockServer server = new MockServer(
                new MockSettings(port, Map.of(), 0, 0, folder, folder, Map.of(), List.of()), demo, new Faults());
        new TimeStampAuthority(server, demo);
        server.start();
        CryptoProvider crypto = new CryptoProvider(true);
        DossierSigner signer = new DossierSigner(
                new GatewayKeys(folder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        DossierSigner.Jws jws = signer.sign(DOSSIER);
        Map<String, byte[]> parts = new LinkedHashMap<>();
        parts.put("dossier.json", DOSSIER);
        parts.put("dossier.jws", jws.detached().getBytes(StandardCharsets.US_ASCII));
        parts.put("certificates/health.pem", new byte[] {1});
        Map<String, String> own = Map.of("certificates/health.pem", "application/fhir+json; fhirVersion=4.0");
        StampingAuthority stamps = new StampingAuthority(
                "http://localhost:" + port + "/time-stamps",
                folder.resolve("time-stamps.pem"),
                Duration.ofSeconds(20),
                Duration.ofHours(1));
        Files.write(folder.resolve("container.asice"), new ContainerSigner(signer, stamps).sign(parts, own));
        Files.write(folder.resolve("unstamped.asice"), new ContainerSigner(signer).sign(parts, own));
        Files.write(folder.resolve("dossier.json"), DOSSIER);
        Files.writeString(folder.resolve("compact.jws"), jws.compact());
        Files.writeString(folder.resolve("detached.jws"), jws.detached());
        Files.write(folder.resolve("dossier.p7s"), new FileSigner(signer).sign(new ByteArrayInputStream(DOSSIER)));
        Files.write(
                folder.resolve("dossier.xml"),
                new XmlSigner(signer)
                        .sign(XmlFactories.parse(
                                "<dossier xmlns=\"urn:az:dost:vahid:dossier:1\"><service>old-age-pension</service></dossier>"
                                        .getBytes(StandardCharsets.UTF_8))));
        server.stop();
    }

    private static String dss(List<String> commands) throws IOException, InterruptedException {
        Path libraries = Path.of("target/dss-validation").toAbsolutePath();
        assertThat(libraries).as("made by mvn process-test-resources").isDirectory();
        String shared = Arrays.stream(ChildProcess.classPath().split(File.pathSeparator))
                .filter(jar -> jar.matches(".*(bcprov|bcpkix|bcutil|slf4j-api)-[^/\\\\]*\\.jar"))
                .collect(Collectors.joining(File.pathSeparator));
        String own = libraries + "/*" + File.pathSeparator
                + Path.of("src/core/target/classes/dss-lib").toAbsolutePath() + "/*" + File.pathSeparator + shared;
        Path input = Files.writeString(folder.resolve("commands"), String.join("\n", commands) + "\n");
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        own,
                        Path.of("src/gateway/test/dss/ForeignValidator.java")
                                .toAbsolutePath()
                                .toString())
                .redirectInput(input.toFile())
                .redirectOutput(folder.resolve("said").toFile())
                .redirectError(folder.resolve("errors").toFile())
                .start();
        try {
            assertThat(process.waitFor(3, TimeUnit.MINUTES)).isTrue();
        } finally {
            process.destroyForcibly();
        }
        assertThat(process.exitValue())
                .as(Files.readString(folder.resolve("errors")))
                .isZero();
        return Files.readString(folder.resolve("said"));
    }

    private static void passes(String file, Instant at, String format) {
        assertThat(SAID.get(at + " " + file))
                .as(file + " at " + at + " of " + SAID)
                .containsExactly(format, "TOTAL_PASSED", "null", "");
    }

    @Test
    void a_container_is_baseline_t_and_passes_today() {
        passes("container.asice", NOW, "XAdES-BASELINE-T");
    }

    @Test
    void a_container_passes_when_the_certificate_is_over_by_the_list_of_its_authority() {
        passes("container.asice", LATER, "XAdES-BASELINE-T");
    }

    @Test
    void a_container_that_was_raised_passes_today_and_later() {
        passes("raised.asice", NOW, "XAdES-BASELINE-LT");
        passes("raised.asice", LATER, "XAdES-BASELINE-LT");
    }

    /** What the time-stamp is for: without one the signature could be of yesterday. */
    @Test
    void a_container_without_a_stamp_passes_today_and_not_later() {
        passes("unstamped.asice", NOW, "XAdES-BASELINE-B");
        assertThat(SAID.get(LATER + " unstamped.asice")).contains("INDETERMINATE");
    }

    @Test
    void signed_xml_misses_no_attribute() {
        passes("dossier.xml", NOW, "XAdES-BASELINE-B");
    }

    @Test
    void a_files_signature_misses_no_attribute() {
        passes("dossier.p7s", NOW, "CAdES-BASELINE-B");
    }

    @Test
    void a_jws_misses_no_attribute() {
        passes("compact.jws", NOW, "JAdES-BASELINE-B");
        passes("detached.jws", NOW, "JAdES-BASELINE-B");
    }

    @Test
    void a_container_that_dss_raised_holds_with_ours_and_what_was_added_is_noted() {
        StringWriter out = new StringWriter();
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        folder.resolve("raised.asice").toString(),
                        "--certificate",
                        folder.resolve("gateway-dossier.pem").toString(),
                        "--time-stamps",
                        folder.resolve("time-stamps.pem").toString());
        assertThat(code).as(out.toString()).isZero();
        assertThat(out.toString())
                .contains(
                        "form: XAdES-BASELINE-T with unchecked additions",
                        "A time-stamp authority saw the signature at ",
                        "Somebody else added to the signature",
                        "RevocationValues",
                        "It was packed again by somebody else");
    }
}
