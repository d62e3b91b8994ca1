package az.dost.vahid.signature.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.stamp.TimeStampAuthority;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.RevocationLists;
import az.dost.vahid.signature.StampingAuthority;
import az.dost.vahid.signature.TimeStamps;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.tsp.TimeStampToken;
import org.bouncycastle.util.encoders.Hex;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Containers have a time-stamp over their signature when there is an authority; without one they are made all the same,
 * and soon.
 */
class StampedContainerTest {
    private static final String SIGNATURE = "META-INF/signatures001.xml";
    private static final Duration PATIENCE = Duration.ofMillis(500);
    private static final Duration LONG = Duration.ofHours(1);
    private static final Duration SHORT = Duration.ofMillis(200);
    private final Faults faults = new Faults();
    private MockServer server;
    private DossierSigner signer;
    private Path keys;
    private int port;

    @BeforeEach
    void keysAndAnAuthority(@TempDir Path folder) throws IOException {
        keys = folder;
        port = FreePort.next();
        DemoKeys demo = new DemoKeys(keys, faults);
        CryptoProvider crypto = new CryptoProvider(true);
        signer = new DossierSigner(
                new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        server = new MockServer(new MockSettings(port, Map.of(), 0, 0, keys, keys, Map.of(), List.of()), demo, faults);
        new TimeStampAuthority(server, demo);
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private ContainerSigner containers(Duration pause) {
        return containers(Duration.ofSeconds(20), pause);
    }

    private ContainerSigner containers(Duration patience, Duration pause) {
        return new ContainerSigner(
                signer,
                new StampingAuthority(
                        "http://localhost:" + port + "/time-stamps", keys.resolve("time-stamps.pem"), patience, pause),
                RevocationLists.none());
    }

    private static byte[] made(ContainerSigner signer, String content) {
        return signer.sign(Map.of("dossier.json", content.getBytes(StandardCharsets.UTF_8)));
    }

    private ContainerProof.Findings check(byte[] container) {
        return check(container, keys);
    }

    private String level(byte[] container) {
        assertThat(check(container).wrong()).isEmpty();
        return check(container).level();
    }

    @Test
    void with_an_authority_it_is_stamped() {
        server.start();
        byte[] container = made(containers(LONG), "{}");
        assertThat(level(container)).isEqualTo("XAdES-BASELINE-T");
        assertThat(check(container).right())
                .anyMatch(line -> line.startsWith("A time-stamp authority saw the signature at "));
        assertThat(check(container).noted()).isEmpty();
    }

    @Test
    void without_one_it_is_not_and_says_so_until_it_is_made_again() {
        ContainerSigner containers = containers(SHORT);
        byte[] container = made(containers, "{}");
        assertThat(level(container)).isEqualTo("XAdES-BASELINE-B");
        assertThat(check(container).noted())
                .anyMatch(line -> line.startsWith("No time-stamp authority says when the signature was made"));
        server.start();
        await().atMost(Duration.ofSeconds(20))
                .until(() -> level(made(containers, "{}")).equals("XAdES-BASELINE-T"));
    }

    @ParameterizedTest
    @EnumSource(
            value = Fault.class,
            names = {"DELAY", "HANG", "RESET", "HTTP_500", "TRUNCATED", "GARBAGE", "HUGE"})
    void a_faulty_authority_costs_one_container_its_patience_and_the_next_nothing(Fault fault) {
        server.start();
        byte[] warm = made(containers(LONG), "{}");
        assertThat(level(warm)).isEqualTo("XAdES-BASELINE-T");
        faults.set("time-stamps", fault);
        ContainerSigner containers = containers(PATIENCE, LONG);
        Instant before = Instant.now();
        assertThat(level(made(containers, "{}"))).isEqualTo("XAdES-BASELINE-B");
        assertThat(Duration.between(before, Instant.now())).isLessThan(PATIENCE.plusSeconds(5));
        faults.clear();
        assertThat(level(made(containers, "{}"))).as("not asked again").isEqualTo("XAdES-BASELINE-B");
    }

    @Test
    void an_authority_that_somebody_else_plays_gives_no_stamp(@TempDir Path other) {
        server.start();
        new DemoKeys(other, faults).timeStamps();
        StampingAuthority pinned = new StampingAuthority(
                "http://localhost:" + port + "/time-stamps", other.resolve("time-stamps.pem"), PATIENCE, LONG);
        assertThat(level(made(new ContainerSigner(signer, pinned, RevocationLists.none()), "{}")))
                .isEqualTo("XAdES-BASELINE-B");
    }

    /** A container's parts with another signature part. */
    private static byte[] with(byte[] container, String signature) {
        Map<String, byte[]> parts = new LinkedHashMap<>(ZipReading.local(container));
        parts.put(SIGNATURE, signature.getBytes(StandardCharsets.UTF_8));
        return CanonicalZip.write(parts);
    }

    private static String signature(byte[] container) {
        return new String(ZipReading.local(container).get(SIGNATURE), StandardCharsets.UTF_8);
    }

    private static String unsigned(byte[] container) {
        return signature(container)
                .replaceAll("(?s).*(<xades:UnsignedProperties.*</xades:UnsignedProperties>).*", "$1");
    }

    @Test
    void a_stamp_that_was_taken_out_is_missed_and_the_rest_holds() {
        server.start();
        byte[] stamped = made(containers(LONG), "{}");
        byte[] without = with(stamped, signature(stamped).replace(unsigned(stamped), ""));
        assertThat(level(without)).isEqualTo("XAdES-BASELINE-B");
        assertThat(check(without).noted()).anyMatch(line -> line.startsWith("No time-stamp authority says when"));
    }

    @Test
    void the_stamp_of_another_container_is_of_something_else() {
        server.start();
        ContainerSigner containers = containers(LONG);
        byte[] one = made(containers, "{}");
        byte[] other = made(containers, "[]");
        byte[] swapped = with(one, signature(one).replace(unsigned(one), unsigned(other)));
        assertThat(check(swapped).wrong()).contains("A time-stamp of the signature is of something else.");
    }

    private ContainerProof.Findings check(byte[] container, Path authority) {
        return new ContainerProof(
                        signer.signerCertificate(),
                        new TimeStamps(GatewayProof.certificate(authority.resolve("time-stamps.pem"))))
                .check(container);
    }

    @Test
    void a_stamp_with_something_beside_its_token_is_refused() {
        server.start();
        byte[] stamped = made(containers(LONG), "{}");
        byte[] forged = with(
                stamped,
                signature(stamped)
                        .replace(
                                "</xades:SignatureTimeStamp>",
                                "<xades:Include URI=\"#x\">{}</xades:Include></xades:SignatureTimeStamp>"));
        assertThat(check(forged).wrong()).contains("Something was put into the signature that it does not cover.");
    }

    @Test
    void a_stamp_that_was_not_checked_gives_no_level() {
        server.start();
        byte[] stamped = made(containers(LONG), "{}");
        ContainerProof.Findings findings = new ContainerProof(signer.signerCertificate(), null).check(stamped);
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.level()).isEqualTo("XAdES-BASELINE-B with unchecked additions");
    }

    @Test
    void names_of_additions_that_nobody_checked_give_no_level() {
        server.start();
        byte[] stamped = made(containers(LONG), "{}");
        byte[] named = with(
                stamped,
                signature(stamped)
                        .replace(
                                "</xades:UnsignedSignatureProperties>",
                                "<xades:RevocationValues/><xades:ArchiveTimeStamp/></xades:UnsignedSignatureProperties>"));
        assertThat(level(named)).isEqualTo("XAdES-BASELINE-T with unchecked additions");
    }

    /** Others raise containers with authorities of their own. */
    @Test
    void the_stamp_of_another_authority_is_noted_and_proves_nothing(@TempDir Path other) {
        server.start();
        new DemoKeys(other, faults).timeStamps();
        ContainerProof.Findings findings = check(made(containers(LONG), "{}"), other);
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.right()).isEmpty();
        assertThat(findings.level()).isEqualTo("XAdES-BASELINE-B with unchecked additions");
        assertThat(findings.noted())
                .anyMatch(line -> line.startsWith("Its signature has a time-stamp of another authority"));
    }

    @Test
    void a_stamp_that_was_changed_is_wrong() throws Exception {
        server.start();
        byte[] container = made(containers(LONG), "{}");
        String stamp = signature(container).replaceAll("(?s).*<xades:EncapsulatedTimeStamp[^>]*>([^<]*)<.*", "$1");
        byte[] token = Base64.getMimeDecoder().decode(stamp);
        byte[] value = new TimeStampToken(new CMSSignedData(token))
                .toCMSSignedData()
                .getSignerInfos()
                .iterator()
                .next()
                .getSignature();
        token[Hex.toHexString(token).indexOf(Hex.toHexString(value)) / 2 + value.length - 1] ^= 1;
        byte[] changed = with(
                container,
                signature(container).replace(stamp, Base64.getEncoder().encodeToString(token)));
        assertThat(check(changed).wrong()).anyMatch(line -> line.startsWith("A time-stamp of the signature: "));
    }
}
