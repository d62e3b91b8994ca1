package az.dost.vahid.signature.container;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * Elements, text and attributes in a container's signature and its manifest that no digest covers: a container with any
 * does not hold.
 */
class AddedToSignatureTest {
    private static final String SIGNATURE = "META-INF/signatures001.xml";
    private static final String FORGED = "<dossier>forged</dossier>";
    private static Map<String, byte[]> parts;
    private static ContainerProof proof;

    @BeforeAll
    static void sign(@TempDir Path keys) {
        new DemoKeys(keys, new Faults());
        CryptoProvider crypto = new CryptoProvider(true);
        DossierSigner signer = new DossierSigner(
                new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        parts = ZipReading.local(
                new ContainerSigner(signer).sign(Map.of("dossier.json", "{}".getBytes(StandardCharsets.UTF_8))));
        proof = new ContainerProof(signer.signerCertificate(), null);
    }

    private static String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    private static byte[] with(String part, String content) {
        assertThat(content).as("changed").isNotEqualTo(text(part));
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(part, content.getBytes(StandardCharsets.UTF_8));
        return CanonicalZip.write(changed);
    }

    private static String before(String end, String added) {
        return text(SIGNATURE).replace(end, added + end);
    }

    private static String attribute(String element) {
        return text(SIGNATURE).replaceFirst("<" + element + "\\b", "<" + element + " note=\"forged\"");
    }

    private static String unsigned(String properties) {
        return before(
                "</xades:QualifyingProperties>",
                "<xades:UnsignedProperties><xades:UnsignedSignatureProperties>" + properties
                        + "</xades:UnsignedSignatureProperties></xades:UnsignedProperties>");
    }

    /** The signed properties where nobody looks, and in their place others that nothing signs. */
    private static String wrapped() {
        String signed =
                text(SIGNATURE).replaceAll("(?s).*(<xades:SignedProperties.*</xades:SignedProperties>).*", "$1");
        String forged = signed.replaceFirst(" Id=\"[^\"]*\"", "")
                .replaceFirst("<xades:SigningTime>20", "<xades:SigningTime>21");
        return unsigned("<xades:CounterSignature>" + signed + "</xades:CounterSignature>")
                .replaceFirst("(?s)<xades:SignedProperties.*?</xades:SignedProperties>", forged);
    }

    private static Map<String, String> signatures() {
        String certificate = "</ds:X509Certificate>";
        String der = text(SIGNATURE).replaceAll("(?s).*<ds:X509Certificate>([^<]*)<.*", "$1");
        byte[] longer = new byte[Base64.getMimeDecoder().decode(der).length + 30];
        System.arraycopy(Base64.getMimeDecoder().decode(der), 0, longer, 0, longer.length - 30);
        return Map.ofEntries(
                Map.entry(
                        "a second certificate with a dossier in it",
                        before("</ds:X509Data>", "<ds:X509Certificate>" + FORGED + certificate)),
                Map.entry(
                        "a second certificate that is none",
                        before("</ds:X509Data>", "<ds:X509Certificate>Zm9yZ2Vk" + certificate)),
                Map.entry(
                        "bytes after a certificate",
                        text(SIGNATURE).replace(der, Base64.getEncoder().encodeToString(longer))),
                Map.entry("an element in the certificate", before(certificate, "<x/>")),
                Map.entry("an element in the value", before("</ds:SignatureValue>", FORGED)),
                Map.entry("an instruction in the value", before("</ds:SignatureValue>", "<?forged dossier?>")),
                Map.entry("text in the value that is no base64", before("</ds:SignatureValue>", "!")),
                Map.entry("the signed properties among the unsigned ones", wrapped()),
                Map.entry(
                        "a root of another name space",
                        text(SIGNATURE).replace("http://uri.etsi.org/02918/v1.2.1#", "urn:forged")),
                Map.entry(
                        "an Id with a sentence",
                        text(SIGNATURE).replaceFirst("<ds:KeyInfo", "<ds:KeyInfo Id=\"the dossier is forged\"")),
                Map.entry(
                        "an attribute of the unsigned properties",
                        unsigned("<xades:RevocationValues/>")
                                .replace("<xades:UnsignedProperties>", "<xades:UnsignedProperties note=\"forged\">")));
    }

    @TestFactory
    Iterable<DynamicTest> nothing_else_stands_in_the_signature() {
        Map<String, String> forged = new LinkedHashMap<>(signatures());
        for (String element : new String[] {
            "asic:XAdESSignatures",
            "ds:Signature",
            "ds:SignatureValue",
            "ds:KeyInfo",
            "ds:X509Data",
            "ds:X509Certificate",
            "ds:Object",
            "xades:QualifyingProperties"
        }) {
            forged.put("an attribute of " + element, attribute(element));
        }
        return forged.entrySet().stream()
                .map(form -> DynamicTest.dynamicTest(
                        form.getKey(),
                        () -> assertThat(proof.check(with(SIGNATURE, form.getValue()))
                                        .wrong())
                                .isNotEmpty()))
                .toList();
    }

    @TestFactory
    Iterable<DynamicTest> nothing_else_stands_in_the_manifest() {
        String manifest = text(Manifest.NAME);
        return Map.of(
                        "a root of another name", manifest.replace("manifest:manifest", "manifest:forged"),
                        "a root of another name space",
                                manifest.replace("<manifest:manifest", "<m:manifest xmlns:m=\"urn:forged\"")
                                        .replace("</manifest:manifest", "</m:manifest"),
                        "an attribute of the root",
                                manifest.replace("<manifest:manifest", "<manifest:manifest note=\"\""),
                        "another version",
                                manifest.replaceFirst("manifest:version=\"[^\"]*\"", "manifest:version=\"forged\""),
                        "an entry of another name space",
                                manifest.replaceFirst("<manifest:file-entry ", "<file-entry "))
                .entrySet()
                .stream()
                .map(form -> DynamicTest.dynamicTest(
                        form.getKey(),
                        () -> assertThat(proof.check(with(Manifest.NAME, form.getValue()))
                                        .wrong())
                                .isNotEmpty()))
                .toList();
    }
}
