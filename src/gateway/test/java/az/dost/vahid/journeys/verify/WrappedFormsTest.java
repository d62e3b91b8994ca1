package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.proof.record.check.Report;
import az.dost.vahid.signature.CheckCode;
import az.dost.vahid.signature.CheckLine;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.TimeStamps;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.nimbusds.jose.util.Base64URL;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Stream;
import org.bouncycastle.asn1.ASN1Encodable;
import org.bouncycastle.asn1.ASN1EncodableVector;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1ObjectIdentifier;
import org.bouncycastle.asn1.ASN1Set;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.CMSObjectIdentifiers;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.oiw.OIWObjectIdentifiers;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.asn1.x509.AlgorithmIdentifier;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * What forgers wrap around a sound signature, for each form but the XML document ({@link WrappedDossierTest}) and the
 * container's ZIP file: {@code verify} refuses it, or says what nobody signed.
 */
@Tag("attack")
class WrappedFormsTest {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final byte[] LIE = "{\"dossierId\":\"01a2108a-95fb-7217-8f4c-57d723b93898\",\"service\":\"ccu-car\"}"
            .getBytes(StandardCharsets.UTF_8);

    @TempDir
    private static Path folder;

    private static String compact;
    private static String detached;
    private static byte[] seal;

    @BeforeAll
    static void sign() throws Exception {
        SignedSamples.sign(folder);
        compact = Files.readString(folder.resolve("compact.jws"));
        detached = Files.readString(folder.resolve("detached.jws"));
        seal = Files.readAllBytes(folder.resolve("dossier.p7s"));
    }

    private static Report check(byte[] file) throws IOException {
        Report report = new Report();
        new SignedFile(file, folder.resolve("dossier.json"))
                .check(
                        GatewayProof.of(folder.resolve("gateway-dossier.pem")),
                        TimeStamps.of(folder.resolve("time-stamps.pem")),
                        report);
        return report;
    }

    private static Stream<DynamicTest> refused(Map<String, byte[]> forged) {
        return forged.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Report report = check(one.getValue());
                    boolean said = report.lines().stream()
                            .anyMatch(line ->
                                    line.outcome() == CheckLine.Outcome.NOTED && line.code() == CheckCode.ADDED_LATER);
                    assertThat(!report.wrong().isEmpty() || said)
                            .as("%s %s", report.holds(), report.noted())
                            .isTrue();
                }));
    }

    private static String header(String jws, Function<String, String> change) {
        String[] parts = jws.split("\\.", -1);
        String head = change.apply(new Base64URL(parts[0]).decodeToString());
        return Base64URL.encode(head) + "." + parts[1] + "." + parts[2];
    }

    @TestFactory
    Stream<DynamicTest> of_a_jws() {
        String[] parts = compact.split("\\.", -1);
        byte[] signature = new Base64URL(parts[2]).decode();
        BigInteger r = new BigInteger(1, Arrays.copyOf(signature, 32));
        Map<String, String> forged = new LinkedHashMap<>();
        forged.put(
                "no algorithm",
                header(compact, head -> head.replace("ES256", "none")).replaceAll("[^.]*$", ""));
        forged.put("no algorithm, the signature left", header(compact, head -> head.replace("ES256", "none")));
        forged.put("a shared secret", header(compact, head -> head.replace("ES256", "HS256")));
        forged.put("RSA", header(compact, head -> head.replace("ES256", "RS256")));
        forged.put("a key of its own", header(compact, head -> head.replaceFirst("\\{", "{\"jwk\":{\"kty\":\"EC\"},")));
        forged.put(
                "certificates of its own", header(compact, head -> head.replaceFirst("\\{", "{\"x5c\":[\"AA==\"],")));
        forged.put("an address of a key", header(compact, head -> head.replaceFirst("\\{", "{\"jku\":\"http://x\",")));
        forged.put(
                "an extension",
                header(compact, head -> head.replaceFirst("\\{", "{\"crit\":[\"b64\"],\"b64\":false,")));
        forged.put("a header twice", header(compact, head -> head.replaceFirst("\\{", "{\"alg\":\"none\",")));
        forged.put(
                "another kind",
                header(compact, head -> head.replaceFirst("\"typ\":\"[^\"]*\"", "\"typ\":\"vahid-file+json\"")));
        forged.put("another time", header(compact, head -> head.replaceFirst("\"iat\":\\d", "\"iat\":9")));
        forged.put("a blank in the header", header(compact, head -> head.replaceFirst(":", ": ")));
        forged.put("another payload", parts[0] + "." + Base64URL.encode(LIE) + "." + parts[2]);
        forged.put("no payload", parts[0] + ".." + parts[2] + ".");
        forged.put("a fourth part", compact + "." + Base64URL.encode(LIE));
        forged.put("padding", compact + "=");
        forged.put(
                "a line within",
                parts[0] + "." + parts[1].substring(0, 9) + "\n" + parts[1].substring(9) + "." + parts[2]);
        forged.put("numbers of nothing", parts[0] + "." + parts[1] + "." + Base64URL.encode(new byte[64]));
        forged.put(
                "a longer signature", parts[0] + "." + parts[1] + "." + Base64URL.encode(Arrays.copyOf(signature, 65)));
        forged.put(
                "a signature as DER",
                parts[0] + "." + parts[1] + "."
                        + Base64URL.encode(der(new DERSequence(new ASN1Encodable[] {
                            new ASN1Integer(r),
                            new ASN1Integer(new BigInteger(1, Arrays.copyOfRange(signature, 32, 64)))
                        }))));
        forged.put(
                "as JSON",
                "{\"protected\":\"" + parts[0] + "\",\"payload\":\"" + parts[1] + "\",\"signature\":\"" + parts[2]
                        + "\"}");
        forged.put("detached, over a payload of its own", detached.replace("..", "." + Base64URL.encode(LIE) + "."));
        Map<String, byte[]> files = new LinkedHashMap<>();
        forged.forEach((name, text) -> files.put(name, text.getBytes(StandardCharsets.US_ASCII)));
        return refused(files);
    }

    private static byte[] der(ASN1Encodable value) {
        try {
            return value.toASN1Primitive().getEncoded("DER");
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static ASN1Set set(ASN1Encodable... of) {
        return new DERSet(of);
    }

    private static byte[] cms(SignedData data) {
        return der(new ContentInfo(CMSObjectIdentifiers.signedData, data));
    }

    @TestFactory
    Stream<DynamicTest> of_a_files_seal() {
        SignedData sound = SignedData.getInstance(ContentInfo.getInstance(seal).getContent());
        SignerInfo signer = SignerInfo.getInstance(sound.getSignerInfos().getObjectAt(0));
        ASN1Encodable certificate = sound.getCertificates().getObjectAt(0);
        ASN1EncodableVector added = new ASN1EncodableVector();
        added.add(new Attribute(
                PKCSObjectIdentifiers.pkcs_9_at_unstructuredName, set(new DERUTF8String("the minister"))));
        Map<String, byte[]> forged = new LinkedHashMap<>();
        forged.put(
                "a content of its own within",
                cms(new SignedData(
                        sound.getDigestAlgorithms(),
                        new ContentInfo(CMSObjectIdentifiers.data, new DEROctetString(LIE)),
                        sound.getCertificates(),
                        null,
                        sound.getSignerInfos())));
        forged.put(
                "another type of content",
                cms(new SignedData(
                        sound.getDigestAlgorithms(),
                        new ContentInfo(CMSObjectIdentifiers.envelopedData, null),
                        sound.getCertificates(),
                        null,
                        sound.getSignerInfos())));
        forged.put(
                "the signer twice",
                cms(new SignedData(
                        sound.getDigestAlgorithms(),
                        sound.getEncapContentInfo(),
                        sound.getCertificates(),
                        null,
                        set(signer, signer))));
        forged.put(
                "no signer",
                cms(new SignedData(
                        sound.getDigestAlgorithms(),
                        sound.getEncapContentInfo(),
                        sound.getCertificates(),
                        null,
                        set())));
        forged.put(
                "an attribute that is not signed",
                cms(new SignedData(
                        sound.getDigestAlgorithms(),
                        sound.getEncapContentInfo(),
                        sound.getCertificates(),
                        null,
                        set(new SignerInfo(
                                signer.getSID(),
                                signer.getDigestAlgorithm(),
                                signer.getAuthenticatedAttributes(),
                                signer.getDigestEncryptionAlgorithm(),
                                signer.getEncryptedDigest(),
                                new DERSet(added))))));
        forged.put(
                "the signed attributes taken out",
                cms(new SignedData(
                        sound.getDigestAlgorithms(),
                        sound.getEncapContentInfo(),
                        sound.getCertificates(),
                        null,
                        set(new SignerInfo(
                                signer.getSID(),
                                signer.getDigestAlgorithm(),
                                (ASN1Set) null,
                                signer.getDigestEncryptionAlgorithm(),
                                signer.getEncryptedDigest(),
                                null)))));
        forged.put(
                "another digest",
                cms(new SignedData(
                        set(new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                        sound.getEncapContentInfo(),
                        sound.getCertificates(),
                        null,
                        sound.getSignerInfos())));
        forged.put(
                "a second digest",
                cms(new SignedData(
                        set(
                                sound.getDigestAlgorithms().getObjectAt(0),
                                new AlgorithmIdentifier(OIWObjectIdentifiers.idSHA1)),
                        sound.getEncapContentInfo(),
                        sound.getCertificates(),
                        null,
                        sound.getSignerInfos())));
        forged.put(
                "a revocation list that is none",
                cms(new SignedData(
                        sound.getDigestAlgorithms(),
                        sound.getEncapContentInfo(),
                        sound.getCertificates(),
                        set(new DERSequence(new DERUTF8String("the minister"))),
                        sound.getSignerInfos())));
        forged.put(
                "a certificate that is none beside it",
                cms(new SignedData(
                        sound.getDigestAlgorithms(),
                        sound.getEncapContentInfo(),
                        set(certificate, new DERSequence(new DERUTF8String("the minister"))),
                        null,
                        sound.getSignerInfos())));
        forged.put("bytes after it", Arrays.copyOf(seal, seal.length + 5));
        forged.put(
                "the whole within another",
                der(new ContentInfo(
                        new ASN1ObjectIdentifier("1.2.840.113549.1.9.16.1.9"), ContentInfo.getInstance(seal))));
        return refused(forged);
    }

    /** The worked example of the documents, with the certificates beside it. */
    @TestFactory
    Stream<DynamicTest> of_a_receipt() throws IOException {
        Path example = Path.of("src/docs/receipt");
        Map<String, ObjectNode> forged = new LinkedHashMap<>();
        Function<String, ObjectNode> named = name -> forged.computeIfAbsent(name, key -> {
            try {
                return (ObjectNode)
                        JSON.readTree(example.resolve("receipt.json").toFile());
            } catch (IOException e) {
                throw new IllegalStateException(e);
            }
        });
        ObjectNode plain = named.apply("another entry");
        plain.put("entry", plain.path("entry").asText().replace("old-age-pension", "ccu-car"));
        ObjectNode number = named.apply("another number");
        number.put("sequence", number.path("sequence").asLong() + 1);
        ObjectNode deeper = named.apply("a way that is longer");
        ((ArrayNode) deeper.path("path")).add("A".repeat(43));
        ObjectNode twice = named.apply("a root twice");
        ((ArrayNode) twice.path("roots")).add(twice.path("roots").get(1).asText());
        ObjectNode backwards = named.apply("the roots backwards");
        ArrayNode roots = backwards.putArray("roots");
        roots.add(plain.path("roots").get(1).asText())
                .add(plain.path("roots").get(0).asText());
        ObjectNode ours = named.apply("a root that is a dossier");
        ours.putArray("roots").add(compact);
        ObjectNode stamp = named.apply("a stamp with more after it");
        byte[] token = Base64.getDecoder().decode(stamp.path("stamp").asText());
        stamp.put("stamp", Base64.getEncoder().encodeToString(Arrays.copyOf(token, token.length + 3)));
        ObjectNode renewal = named.apply("a renewal of itself");
        ObjectNode renewed = renewal.putObject("renewal");
        renewed.put("index", 0).put("stamps", 1).putArray("path");
        renewed.set("receipt", plain.deepCopy());
        ObjectNode nothing = named.apply("a renewal of nothing");
        nothing.putObject("renewal");
        ObjectNode text = named.apply("a number as text");
        text.put("sequence", text.path("sequence").asText());
        GatewayProof proof = GatewayProof.of(example.resolve("vahid.pem"));
        TimeStamps stamps = TimeStamps.of(example.resolve("time-stamps.pem"));
        return forged.entrySet().stream()
                .map(one -> DynamicTest.dynamicTest(one.getKey(), () -> {
                    Report report = new Report();
                    new SignedFile(one.getValue().toString().getBytes(StandardCharsets.UTF_8), (Path) null)
                            .check(proof, stamps, report);
                    assertThat(report.wrong()).isNotEmpty();
                }));
    }
}
