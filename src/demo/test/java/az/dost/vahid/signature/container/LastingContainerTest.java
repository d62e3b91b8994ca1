package az.dost.vahid.signature.container;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.stamp.CertificateAuthority;
import az.dost.vahid.mock.stamp.TimeStampAuthority;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.signature.CheckLine;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.RevocationLists;
import az.dost.vahid.signature.StampingAuthority;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Containers carry what shows later that no certificate was revoked, where the authorities' lists are at hand; and what
 * they carry is compared with what the authorities signed.
 */
@Tag("attack")
class LastingContainerTest {
    private static final String SIGNATURE = "META-INF/signatures001.xml";
    private final Faults faults = new Faults();
    private final Instant now = Instant.now();
    private MockServer server;
    private DossierSigner signer;
    private CertificateAuthority authority;
    private DemoKeys demo;
    private Path keys;
    private int port;

    @BeforeEach
    void authorities(@TempDir Path folder) {
        keys = folder;
        port = FreePort.next();
        demo = new DemoKeys(keys, faults);
        CryptoProvider crypto = new CryptoProvider(true);
        signer = new DossierSigner(
                new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        server = new MockServer(new MockSettings(port, Map.of(), 0, 0, keys, keys, Map.of(), List.of()), demo, faults);
        new TimeStampAuthority(server, demo);
        authority = new CertificateAuthority(server, demo);
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private RevocationLists lists(byte[]... kept) throws IOException {
        RevocationLists lists = new RevocationLists(
                List.of(demo.authority().certificate()),
                () -> Map.of(
                        "gateway:dossier",
                        signer.signerCertificate(),
                        "authority:time-stamps",
                        demo.timeStamps().certificate()),
                List.of(),
                Clock.systemUTC());
        for (byte[] list : kept) {
            lists.keep(new ByteArrayInputStream(list));
        }
        return lists;
    }

    private byte[] made(RevocationLists lists) {
        StampingAuthority stamps = new StampingAuthority(
                "http://localhost:" + port + "/time-stamps",
                keys.resolve("time-stamps.pem"),
                Duration.ofSeconds(20),
                Duration.ofHours(1));
        return new ContainerSigner(signer, stamps, lists)
                .sign(Map.of("dossier.json", "{}".getBytes(StandardCharsets.UTF_8)));
    }

    private ContainerProof.Findings check(byte[] container) {
        return check(container, List.of(demo.authority().certificate()));
    }

    private ContainerProof.Findings check(byte[] container, List<X509Certificate> authorities) {
        return new ContainerProof(
                        List.of(signer.signerCertificate()),
                        TimeStamps.of(keys.resolve("time-stamps.pem")),
                        authorities)
                .check(container);
    }

    @Test
    void with_the_lists_of_its_authorities_it_lasts() throws IOException {
        ContainerProof.Findings findings = check(made(lists(authority.list(now))));
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.noted()).isEmpty();
        assertThat(findings.level()).isEqualTo("XAdES-BASELINE-LTA");
    }

    @Test
    void without_a_list_it_is_stamped_and_no_more() throws IOException {
        assertThat(check(made(lists())).level()).isEqualTo("XAdES-BASELINE-T");
    }

    @Test
    void with_a_certificate_that_was_revoked_it_is_stamped_and_no_more() throws IOException {
        authority.revoke(demo.timeStamps().certificate(), now.minusSeconds(60));
        assertThat(check(made(lists(authority.list(now)))).level()).isEqualTo("XAdES-BASELINE-T");
    }

    @Test
    void without_a_stamp_it_is_signed_and_no_more() throws IOException {
        faults.set("time-stamps", Fault.HTTP_500);
        assertThat(check(made(lists(authority.list(now)))).level()).isEqualTo("XAdES-BASELINE-B");
    }

    @Test
    void lists_of_other_authorities_say_nothing(@TempDir Path other) throws IOException {
        X509Certificate stranger = new DemoKeys(other, new Faults()).authority().certificate();
        ContainerProof.Findings findings = check(made(lists(authority.list(now))), List.of(stranger));
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.level()).isEqualTo("XAdES-BASELINE-T");
        assertThat(findings.noted())
                .anyMatch(line -> line.startsWith("No revocation list of the authorities given says whether"));
    }

    private static byte[] with(byte[] container, String before, String after) {
        Map<String, byte[]> parts = new LinkedHashMap<>(ZipReading.local(container));
        String signature = new String(parts.get(SIGNATURE), StandardCharsets.UTF_8);
        assertThat(signature).contains(before);
        parts.put(SIGNATURE, signature.replace(before, after).getBytes(StandardCharsets.UTF_8));
        return CanonicalZip.write(parts);
    }

    @Test
    void what_stands_after_its_last_stamp_is_noted() throws IOException {
        byte[] more = with(
                made(lists(authority.list(now))),
                "</xades:UnsignedSignatureProperties>",
                "<xades:CounterSignature/></xades:UnsignedSignatureProperties>");
        assertThat(check(more).noted()).anyMatch(line -> line.contains("CounterSignature"));
        assertThat(check(more).level()).endsWith(" with unchecked additions");
    }

    @Test
    void a_list_that_was_taken_out_is_missed_by_the_stamp_over_it() throws IOException {
        byte[] container = made(lists(authority.list(now)));
        String signature = new String(ZipReading.local(container).get(SIGNATURE), StandardCharsets.UTF_8);
        String values = signature.replaceAll("(?s).*(<xades:RevocationValues.*?</xades:RevocationValues>).*", "$1");
        assertThat(check(with(container, values, "")).wrong())
                .contains("A time-stamp of the signature is of something else.");
    }

    @Test
    void a_certificate_that_was_revoked_before_it_signed_is_wrong_and_one_after_holds() {
        X509Certificate own = signer.signerCertificate();
        RevocationCheck check = new RevocationCheck(List.of(demo.authority().certificate()));
        authority.revoke(own, now.minusSeconds(600));
        List<byte[]> lists = List.of(authority.list(now));
        List<CheckLine> found = new ArrayList<>();
        assertThat(check.check(List.of(own), now, lists, found)).isFalse();
        assertThat(found).singleElement().satisfies(line -> {
            assertThat(line.outcome()).isEqualTo(CheckLine.Outcome.WRONG);
            assertThat(line.sentence()).contains("was revoked at", ", before it signed.");
        });
        assertThat(check.check(List.of(own), now.minusSeconds(900), lists, new ArrayList<>()))
                .isTrue();
    }

    /** OCSP (RFC 6960), as others ask. */
    @Test
    void openssl_is_told_of_a_revocation(@TempDir Path folder) throws Exception {
        OutsideTool openssl = new OutsideTool("openssl", folder);
        String[] ask = {
            "ocsp",
            "-issuer",
            keys.resolve("authorities.pem").toString(),
            "-CAfile",
            keys.resolve("authorities.pem").toString(),
            "-cert",
            keys.resolve("gateway-dossier.pem").toString(),
            "-url",
            "http://localhost:" + port + "/authority/ocsp"
        };
        boolean answered = openssl.accepts(ask);
        assertThat(answered).as(openssl.output()).isTrue();
        assertThat(openssl.output()).contains("Response verify OK", "gateway-dossier.pem: good");
        authority.revoke(GatewayProof.certificate(keys.resolve("gateway-dossier.pem")), now);
        assertThat(openssl.accepts(ask)).isTrue();
        assertThat(openssl.output()).contains("Response verify OK", "gateway-dossier.pem: revoked");
    }
}
