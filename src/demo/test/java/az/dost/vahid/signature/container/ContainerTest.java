package az.dost.vahid.signature.container;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A container holds as long as nothing in it is changed, and names what was. */
class ContainerTest {
    static final String PACKED =
            "It was packed again by somebody else: the ZIP file around the parts is not as the gateway writes it.";
    private static final String PART = "evidence/pensions/01.xml";
    private static byte[] container;
    private static Map<String, byte[]> parts;
    private static ContainerProof proof;
    private static DossierSigner signer;

    @BeforeAll
    static void sign(@TempDir Path keys) {
        new DemoKeys(keys, new Faults());
        CryptoProvider crypto = new CryptoProvider(true);
        signer = new DossierSigner(
                new GatewayKeys(keys.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        Map<String, byte[]> content = new LinkedHashMap<>();
        content.put("dossier.json", "{\"dossierId\":\"1\"}".getBytes(StandardCharsets.UTF_8));
        content.put(PART, "<answer>17</answer>".getBytes(StandardCharsets.UTF_8));
        content.put("evidence/notary/02.bin", new byte[300]);
        container = new ContainerSigner(signer).sign(content);
        proof = new ContainerProof(signer.signerCertificate(), null);
        parts = ZipReading.local(container);
    }

    @Test
    void what_was_signed_holds() {
        ContainerProof.Findings findings = proof.check(container);
        assertThat(findings.wrong()).isEmpty();
        assertThat(findings.level()).isEqualTo("XAdES-BASELINE-B");
        assertThat(findings.parts())
                .containsKeys("mimetype", "dossier.json", PART, "META-INF/manifest.xml", "META-INF/signatures001.xml");
        assertThat(List.copyOf(findings.parts().keySet()).get(0))
                .as("first, EN 319 162-1, A.1")
                .isEqualTo("mimetype");
    }

    @Test
    void one_byte_changed_at_any_place_is_found_and_named() {
        assertThat(unnamed(41)).isEmpty();
    }

    @Test
    @Tag("endurance")
    void one_byte_changed_at_every_place_is_found_and_named() {
        assertThat(unnamed(1)).isEmpty();
    }

    /**
     * Every byte of the file is some part's, its header's, its entry's in the directory, or of the end. What a packer
     * may choose is noted.
     */
    private static List<String> unnamed(int step) {
        List<String> unnamed = new ArrayList<>();
        for (int at = 0; at < container.length; at += step) {
            byte[] changed = container.clone();
            changed[at] ^= 1;
            String owner = ZipReading.at(parts, at).replaceFirst(".* part ", "");
            ContainerProof.Findings findings = proof.check(changed);
            boolean packedAgain =
                    findings.wrong().isEmpty() && findings.noted().contains(PACKED) && same(findings.parts());
            if (!packedAgain && findings.wrong().stream().noneMatch(line -> line.contains(owner))) {
                unnamed.add(at + " " + owner + ": " + findings.wrong());
            }
        }
        return unnamed;
    }

    private static boolean same(Map<String, byte[]> found) {
        return found.keySet().equals(parts.keySet())
                && found.entrySet().stream().allMatch(part -> Arrays.equals(part.getValue(), parts.get(part.getKey())));
    }

    private static List<String> packedAgain(Map<String, byte[]> changed) {
        return proof.check(CanonicalZip.write(changed)).wrong();
    }

    @Test
    void a_part_that_was_changed_and_packed_again_is_not_what_was_signed() {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(PART, "<answer>71</answer>".getBytes(StandardCharsets.UTF_8));
        assertThat(packedAgain(changed)).anyMatch(line -> line.equals("The part " + PART + " is not what was signed."));
    }

    @Test
    void a_part_that_was_removed_is_missing() {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.remove(PART);
        assertThat(packedAgain(changed)).contains("The part " + PART + " is missing.");
    }

    @Test
    void a_part_that_was_put_in_is_not_signed() {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put("evidence/tax/03.xml", new byte[] {1});
        assertThat(packedAgain(changed)).contains("The part evidence/tax/03.xml is not signed: it was put in.");
    }

    @Test
    void a_part_that_was_put_in_beside_the_signature_is_not_signed() {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put("META-INF/note.txt", new byte[] {1});
        assertThat(packedAgain(changed)).contains("The part META-INF/note.txt is not signed: it was put in.");
    }

    @Test
    void what_was_put_into_the_signature_is_not_signed() {
        for (String added : List.of("<ds:Object>x</ds:Object>", "<!-- x -->", "<?x?>", "x")) {
            Map<String, byte[]> changed = new LinkedHashMap<>(parts);
            changed.put(
                    "META-INF/signatures001.xml",
                    text("META-INF/signatures001.xml")
                            .replace("</ds:Signature>", added + "</ds:Signature>")
                            .getBytes(StandardCharsets.UTF_8));
            assertThat(packedAgain(changed))
                    .as(added)
                    .contains("Something was put into the signature that it does not cover.");
        }
    }

    @Test
    void a_manifest_that_tells_another_media_type_than_was_signed_is_refused() {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(
                "META-INF/manifest.xml",
                text("META-INF/manifest.xml")
                        .replace("application/xml", "text/html")
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(packedAgain(changed))
                .contains(
                        "The part META-INF/manifest.xml does not tell the parts and their media types as they were signed.");
    }

    @Test
    void media_types_are_the_parts_own() {
        String own = "application/fhir+json; fhirVersion=4.0";
        Map<String, byte[]> again = ZipReading.local(new ContainerSigner(signer)
                .sign(Map.of("evidence/health/1.json", new byte[] {'{', '}'}), Map.of("evidence/health/1.json", own)));
        assertThat(new String(again.get("META-INF/manifest.xml"), StandardCharsets.UTF_8))
                .contains("manifest:media-type=\"" + own + "\"");
        assertThat(new String(again.get("META-INF/signatures001.xml"), StandardCharsets.UTF_8))
                .contains("<xades:MimeType>" + own + "</xades:MimeType>");
    }

    private static String text(String part) {
        return new String(parts.get(part), StandardCharsets.UTF_8);
    }

    @Test
    void two_parts_that_changed_places_are_not_what_was_signed() {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(PART, parts.get("dossier.json"));
        changed.put("dossier.json", parts.get(PART));
        assertThat(packedAgain(changed))
                .contains(
                        "The part " + PART + " is not what was signed.",
                        "The part dossier.json is not what was signed.");
    }

    @Test
    void a_signature_with_a_document_type_never_gets_to_the_library() {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.put(
                "META-INF/signatures001.xml",
                ("<!DOCTYPE x [<!ENTITY e SYSTEM 'file:///etc/hostname'>]>"
                                + new String(parts.get("META-INF/signatures001.xml"), StandardCharsets.UTF_8)
                                        .replaceFirst("<\\?xml[^>]*>", ""))
                        .getBytes(StandardCharsets.UTF_8));
        assertThat(packedAgain(changed))
                .contains("The part META-INF/signatures001.xml is no XML document, or declares a document type.");
    }

    @Test
    void a_container_without_its_signature_has_none() {
        Map<String, byte[]> changed = new LinkedHashMap<>(parts);
        changed.remove("META-INF/signatures001.xml");
        assertThat(packedAgain(changed)).anyMatch(line -> line.contains("signature"));
    }

    @Test
    void another_gateways_container_is_not_this_ones(@TempDir Path other) {
        new DemoKeys(other, new Faults());
        CryptoProvider crypto = new CryptoProvider(false);
        DossierSigner stranger = new DossierSigner(
                new GatewayKeys(other.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        byte[] theirs = new ContainerSigner(stranger).sign(Map.of("dossier.json", new byte[] {'{', '}'}));
        assertThat(proof.check(theirs).wrong())
                .containsExactly("The container was not signed with the gateway's certificate.");
    }

    @Test
    void more_than_who_checks_it_would_unpack_is_not_signed() {
        Map<String, byte[]> long17 = new LinkedHashMap<>();
        byte[] megabytes = new byte[4 << 20];
        for (int i = 0; i < 17; i++) {
            long17.put("evidence/tax/" + i + ".bin", megabytes);
        }
        assertThatThrownBy(() -> new ContainerSigner(signer).sign(long17))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        problem -> assertThat(problem.detail())
                                .contains("at most 4096 parts of 64 MiB together", "ask for another form"));
    }

    @Test
    void the_gateways_own_santuario_stays_what_it_was() throws Exception {
        proof.check(container);
        assertThat(Class.forName("org.apache.xml.security.Init").getPackage().getImplementationVersion())
                .startsWith("4.");
    }
}
