package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckLine;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Every form that the gateway signs, with one random bit changed: {@code verify} takes no file without a word that the
 * tools of others refuse.
 */
@Tag("attack")
class ChangedFormsTest {
    private static final int FLIPS = 250;
    private static final long SEED = 36_011;

    @TempDir
    private static Path folder;

    private static GatewayProof proof;
    private static TimeStamps stamps;
    private static List<X509Certificate> authorities;

    /** A form, with the tool that is asked about what was taken. */
    enum Form {
        UNSTAMPED("unstamped.asice"),
        STAMPED("container.asice"),
        LASTING("lasting.asice"),
        XML("dossier.xml"),
        SEAL("dossier.p7s"),
        COMPACT("compact.jws"),
        DETACHED("detached.jws"),
        RECEIPT("receipt.json");

        private final String file;

        Form(String file) {
            this.file = file;
        }

        /** By certificates of its own, where it is the worked example of the documents. */
        private GatewayProof proof() {
            return this == RECEIPT ? GatewayProof.of(example("vahid.pem")) : proof;
        }

        private TimeStamps stamps() {
            return this == RECEIPT ? TimeStamps.of(example("time-stamps.pem")) : stamps;
        }

        private boolean foreign(byte[] changed) throws Exception {
            return switch (this) {
                case XML ->
                    new OutsideTool("xmlsec1", folder)
                            .file("changed", changed)
                            .accepts(
                                    "--verify",
                                    "--enabled-key-data",
                                    "x509",
                                    "--pubkey-cert-pem",
                                    "gateway-dossier.pem",
                                    "--id-attr:Id",
                                    "SignedProperties",
                                    "changed");
                case SEAL ->
                    new OutsideTool("openssl", folder)
                            .file("changed", changed)
                            .accepts(
                                    "cms",
                                    "-verify",
                                    "-binary",
                                    "-inform",
                                    "DER",
                                    "-in",
                                    "changed",
                                    "-content",
                                    "dossier.json",
                                    "-CAfile",
                                    "gateway-dossier.pem",
                                    "-partial_chain",
                                    "-purpose",
                                    "any",
                                    "-out",
                                    "content");
                case RECEIPT ->
                    new OutsideTool("python3", folder)
                            .file("changed", changed)
                            .accepts(
                                    Path.of("src/docs/proof.py")
                                            .toAbsolutePath()
                                            .toString(),
                                    "receipt",
                                    "changed",
                                    "--certificate",
                                    example("vahid.pem").toString(),
                                    "--time-stamps",
                                    example("time-stamps.pem").toString());
                default -> dss(changed);
            };
        }

        /** Whether a byte is of the certificate of an authority, of which it is said that nothing covers it. */
        private boolean above(byte[] file, int at) throws Exception {
            String text = new String(file, StandardCharsets.ISO_8859_1);
            String above = new String(
                    GatewayProof.certificate(folder.resolve("authority.pem")).getEncoded(),
                    StandardCharsets.ISO_8859_1);
            int from = this == SEAL ? text.indexOf(above) : text.lastIndexOf("<ds:X509Certificate>");
            int until = this == SEAL ? from + above.length() : text.lastIndexOf("</ds:X509Certificate>");
            return (this == SEAL || this == XML) && from <= at && at < until;
        }

        private boolean dss(byte[] changed) throws Exception {
            Path as = Files.write(folder.resolve("changed-" + file), changed);
            Instant at = Instant.now().truncatedTo(ChronoUnit.SECONDS).plusSeconds(60);
            List<String> commands = new ArrayList<>(List.of(
                    "trust\t" + folder.resolve("root.pem"),
                    "revoked\t" + folder.resolve("revoked-later.crl"),
                    "revoked\t" + folder.resolve("revoked-authorities-later.crl"),
                    "trust\t" + folder.resolve("gateway-dossier.pem"),
                    "validate\t" + at + "\t" + as + (this == DETACHED ? "\t" + folder.resolve("dossier.json") : "")));
            return ForeignDss.run(folder, commands).contains("TOTAL_PASSED");
        }
    }

    private static Path example(String name) {
        return Path.of("src/docs/receipt").resolve(name).toAbsolutePath();
    }

    @BeforeAll
    static void sign() throws Exception {
        SignedSamples.sign(folder);
        Files.copy(example("receipt.json"), folder.resolve("receipt.json"));
        proof = GatewayProof.of(folder.resolve("gateway-dossier.pem"));
        stamps = TimeStamps.of(folder.resolve("time-stamps.pem"));
        authorities = GatewayProof.certificates(folder.resolve("authorities.pem"));
    }

    private static Report check(Form form, byte[] file) throws IOException {
        Report report = new Report();
        new SignedFile(file, folder.resolve("dossier.json")).check(form.proof(), form.stamps(), authorities, report);
        return report;
    }

    private static List<String> noted(Report report) {
        return report.lines().stream()
                .filter(line -> line.outcome() == CheckLine.Outcome.NOTED)
                .map(line -> line.code().name())
                .toList();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void itself_is_taken_by_both(Form form) throws Exception {
        byte[] file = Files.readAllBytes(folder.resolve(form.file));
        assertThat(check(form, file).wrong()).isEmpty();
        assertThat(form.foreign(file)).isTrue();
    }

    @ParameterizedTest
    @EnumSource(Form.class)
    void no_change_is_taken_without_a_word_that_others_refuse(Form form) throws Exception {
        byte[] file = Files.readAllBytes(folder.resolve(form.file));
        List<String> noted = noted(check(form, file));
        Random random = new Random(SEED + form.ordinal());
        List<String> taken = new ArrayList<>();
        for (int i = 0; i < FLIPS; i++) {
            byte[] changed = file.clone();
            int at = random.nextInt(file.length);
            int bit = random.nextInt(Byte.SIZE);
            changed[at] ^= (byte) (1 << bit);
            Report report = check(form, changed);
            if (report.wrong().isEmpty()
                    && noted(report).equals(noted)
                    && !form.above(file, at)
                    && !form.foreign(changed)) {
                taken.add("byte " + at + ", bit " + bit);
            }
        }
        assertThat(taken).isEmpty();
    }

    /** Not each form alone: what stands in no file at all is no signature. */
    @Test
    void an_empty_file_is_refused() throws IOException {
        assertThat(check(Form.XML, new byte[0]).wrong()).isNotEmpty();
    }
}
