package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;
import picocli.CommandLine;

/**
 * Our own signed XML as forgers would have it: the eight published forms of signature wrapping (Somorovsky et al., "On
 * Breaking SAML", 2012), each with the signature in the forged root and with the signature left where it was, and what
 * else hides text from a signature. {@code verify} finds none of them sound.
 */
class WrappedDossierTest {
    private static final String ROOT = "<dossier xmlns=\"urn:az:dost:vahid:dossier:1\">";
    private static final String TRUE = "<service>old-age-pension</service>";
    private static final String FALSE = "<service>ccu-car</service>";
    private static final String END = "</dossier>";

    @TempDir
    static Path folder;

    private static String signed;
    private static String signature;

    @BeforeAll
    static void sign() {
        new DemoKeys(folder, new Faults());
        CryptoProvider crypto = new CryptoProvider(false);
        DossierSigner signer = new DossierSigner(
                new GatewayKeys(folder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        signed = new String(
                new XmlSigner(signer).sign(XmlFactories.parse((ROOT + TRUE + END).getBytes(StandardCharsets.UTF_8))),
                StandardCharsets.UTF_8);
        signature = signed.substring(signed.indexOf("<ds:Signature "), signed.indexOf(END));
    }

    /** What {@code verify} says; its exit code first. */
    private static String verify(String document) throws IOException {
        StringWriter out = new StringWriter();
        Path file = Files.writeString(folder.resolve("dossier.xml"), document);
        int code = new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .execute(
                        file.toString(),
                        "--certificate",
                        folder.resolve("gateway-dossier.pem").toString());
        return code + " " + out;
    }

    private static Map<String, String> forged() {
        String original = ROOT + TRUE + END;
        String holding = signature.replace("</ds:Signature>", original + "</ds:Signature>");
        String inObject =
                signature.replace("</ds:Signature>", "<ds:Object>" + original + "</ds:Object></ds:Signature>");
        return Map.ofEntries(
                Map.entry("1: the signed dossier within the signature", ROOT + FALSE + holding + END),
                Map.entry("2: the signed dossier before the signature", ROOT + FALSE + original + signature + END),
                Map.entry("2: the signed dossier whole", ROOT + FALSE + signed + END),
                Map.entry("3: a forged part before the true one", ROOT + FALSE + TRUE + signature + END),
                Map.entry(
                        "3: a forged dossier before the signed one, under a root of its own",
                        "<dossiers>" + ROOT + FALSE + END + signed + "</dossiers>"),
                Map.entry(
                        "4: the signed dossier within a forged part",
                        ROOT + FALSE.replace("</", original + "</") + signature + END),
                Map.entry(
                        "4: the signed dossier whole within a forged part",
                        ROOT + FALSE.replace("</", signed + "</") + END),
                Map.entry("5: the signed dossier at the end", ROOT + FALSE + signature + original + END),
                Map.entry(
                        "6: the signature and what it signed within a copy of the signature",
                        ROOT + FALSE + signature.replace("</ds:Signature>", signed + "</ds:Signature>") + END),
                Map.entry(
                        "7: the signed dossier within an extension",
                        ROOT + FALSE + "<extensions>" + original + "</extensions>" + signature + END),
                Map.entry(
                        "7: the signed dossier whole within an extension",
                        ROOT + FALSE + "<extensions>" + signed + "</extensions>" + END),
                Map.entry("8: the signed dossier within an object of the signature", ROOT + FALSE + inObject + END),
                Map.entry("two signatures", signed.replace(signature, signature + signature)),
                Map.entry("no signature", original),
                Map.entry("no reference", signed.replaceAll("(?s)<ds:Reference .*</ds:Reference>", "")),
                Map.entry(
                        "a reference to a part",
                        signed.replace("URI=\"\"", "URI=\"#x\"")
                                .replace(TRUE, "<service Id=\"x\">old-age-pension</service>")),
                Map.entry("another signature algorithm", signed.replace("#ecdsa-sha256", "#ecdsa-sha1")),
                Map.entry(
                        "a key of its own", signed.replaceAll("<ds:X509Certificate>[^<]*", "<ds:X509Certificate>AAAA")),
                Map.entry(
                        "the signing time of another day",
                        signed.replaceAll("<xades:SigningTime>20", "<xades:SigningTime>21")),
                Map.entry("the signed properties taken out", signed.replaceAll("(?s)<ds:Object>.*</ds:Object>", "")),
                Map.entry(
                        "an object of its own in the signature",
                        signed.replace("</ds:Signature>", "<ds:Object>x</ds:Object></ds:Signature>")),
                Map.entry(
                        "a second set of properties",
                        signed.replaceAll("(?s)<ds:Object>(.*)</ds:Object>", "<ds:Object>$1$1</ds:Object>")),
                Map.entry(
                        "a property beside the signed ones",
                        signed.replace(
                                "</xades:SignedProperties>", "</xades:SignedProperties><xades:SignedProperties/>")),
                Map.entry(
                        "an unsigned property",
                        signed.replace(
                                "</xades:QualifyingProperties>",
                                "<xades:UnsignedProperties><xades:UnsignedSignatureProperties>"
                                        + "<xades:CounterSignature/></xades:UnsignedSignatureProperties></xades:UnsignedProperties></xades:QualifyingProperties>")),
                Map.entry(
                        "a name beside the certificate",
                        signed.replace("</ds:X509Data>", "</ds:X509Data><ds:KeyName>the minister</ds:KeyName>")),
                Map.entry("text within the signature", signed.replace("</ds:KeyInfo>", "</ds:KeyInfo>and the car too")),
                Map.entry("a comment within a value", signed.replace("old-age-pension", "old-age<!-- -->-pension")),
                Map.entry("an instruction", signed.replace(TRUE, TRUE + "<?php x?>")),
                Map.entry("a comment before the root", "<!-- -->" + signed),
                Map.entry("an instruction before the root", "<?xml-stylesheet href='x'?>" + signed),
                Map.entry("a document type", "<!DOCTYPE dossier>" + signed),
                Map.entry("a default attribute", "<!DOCTYPE dossier [<!ATTLIST service x CDATA 'y'>]>" + signed));
    }

    @TestFactory
    Iterable<DynamicTest> noneOfThemHolds() {
        return forged().entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(form -> DynamicTest.dynamicTest(form.getKey(), () -> {
                    assertThat(form.getValue()).isNotEqualTo(signed);
                    assertThat(verify(form.getValue()))
                            .startsWith("1 The file DOES NOT HOLD:")
                            .doesNotContain("Exception");
                }))
                .toList();
    }

    @Test
    void theDossierItselfHolds() throws IOException {
        assertThat(verify(signed)).startsWith("0 The file holds:");
    }
}
