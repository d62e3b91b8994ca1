package az.dost.vahid.journeys.verify;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.FileSigner;
import az.dost.vahid.signature.XmlSigner;
import az.dost.vahid.signature.container.ContainerSigner;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cms.CMSSignedData;
import org.bouncycastle.cms.SignerInformation;
import org.bouncycastle.cms.SignerInformationStore;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import picocli.CommandLine;

class VerifyCommandTest {
    private static final byte[] DOSSIER =
            "{\"dossierId\":\"01a2108a-95fb-7217-8f4c-57d723b93898\",\"service\":\"old-age-pension\"}"
                    .getBytes(StandardCharsets.UTF_8);
    private final StringWriter out = new StringWriter();
    private final StringWriter err = new StringWriter();

    @TempDir
    private Path folder;

    private Path certificate;

    @BeforeEach
    void sign() throws IOException {
        new DemoKeys(folder, new Faults());
        certificate = folder.resolve("gateway-dossier.pem");
        CryptoProvider crypto = new CryptoProvider(false);
        DossierSigner signer = new DossierSigner(
                new GatewayKeys(folder.resolve("gateway.p12"), DemoKeys.PASSWORD.toCharArray(), crypto), crypto);
        DossierSigner.Jws jws = signer.sign(DOSSIER);
        Files.writeString(folder.resolve("dossier.jws"), jws.compact());
        Files.writeString(folder.resolve("detached.jws"), jws.detached());
        Files.writeString(
                folder.resolve("event.jws"),
                signer.sign(DOSSIER, "vahid-event+json").compact());
        Files.write(
                folder.resolve("container.asice"),
                new ContainerSigner(signer)
                        .sign(Map.of(
                                "dossier.json",
                                DOSSIER,
                                "dossier.jws",
                                jws.detached().getBytes(StandardCharsets.US_ASCII))));
        Files.write(folder.resolve("dossier.json"), DOSSIER);
        Files.write(folder.resolve("detached.p7s"), new FileSigner(signer).sign(new ByteArrayInputStream(DOSSIER)));
        Files.write(
                folder.resolve("dossier.xml"),
                new XmlSigner(signer)
                        .sign(XmlFactories.parse(
                                "<dossier xmlns=\"urn:az:dost:vahid:dossier:1\"><service>old-age-pension</service></dossier>"
                                        .getBytes(StandardCharsets.UTF_8))));
    }

    private int verify(String file) {
        List<String> arguments =
                new ArrayList<>(List.of(folder.resolve(file).toString(), "--certificate", certificate.toString()));
        if (file.startsWith("detached")) {
            arguments.addAll(List.of("--content", folder.resolve("dossier.json").toString()));
        }
        out.getBuffer().setLength(0);
        return new CommandLine(new VerifyCommand())
                .setOut(new PrintWriter(out))
                .setErr(new PrintWriter(err))
                .execute(arguments.toArray(String[]::new));
    }

    @ParameterizedTest
    @ValueSource(strings = {"dossier.jws", "detached.jws", "detached.p7s", "dossier.xml"})
    void whatTheGatewaySignedHolds(String file) {
        assertThat(verify(file)).as(out.toString() + err).isZero();
        assertThat(out.toString()).startsWith("The file holds:").contains("The signer is ");
    }

    @ParameterizedTest
    @CsvSource({
        "dossier.jws, dossier as compact JWS, JAdES-BASELINE-B",
        "detached.jws, dossier as detached JWS, JAdES-BASELINE-B",
        "dossier.xml, dossier as signed XML, XAdES-BASELINE-B",
        "container.asice, dossier container (ASiC-E), XAdES-BASELINE-B",
        "'detached.p7s', 'file with a CMS signature, such as the result of a bulk lookup', CAdES-BASELINE-B"
    })
    void itSaysWhatTheFileIsBySomeoneAndWhen(String file, String kind, String form) {
        verify(file);
        assertThat(out.toString())
                .contains(
                        "  kind: " + kind + System.lineSeparator(),
                        "  form: " + form + System.lineSeparator(),
                        "  signer: ",
                        "  signedAt: 20",
                        "  service: old-age-pension".repeat(file.endsWith("p7s") ? 0 : 1));
    }

    @Test
    void anAttributeThatSomebodyAddedToAFilesSignatureIsNoted() throws Exception {
        CMSSignedData signed = new CMSSignedData(Files.readAllBytes(folder.resolve("detached.p7s")));
        SignerInformation more = SignerInformation.replaceUnsignedAttributes(
                signed.getSignerInfos().iterator().next(),
                new AttributeTable(new Attribute(
                        PKCSObjectIdentifiers.id_aa_signatureTimeStampToken,
                        new DERSet(new DERUTF8String("yesterday")))));
        Files.write(
                folder.resolve("detached.p7s"),
                CMSSignedData.replaceSigners(signed, new SignerInformationStore(more))
                        .getEncoded());
        assertThat(verify("detached.p7s")).as(out.toString()).isZero();
        assertThat(out.toString()).contains("To be noted:", "Somebody else added attributes to the signature");
    }

    @Test
    void whatSomebodyElseWroteAndTheGatewayPassedOnIsNoDossier() {
        assertThat(verify("event.jws")).isZero();
        assertThat(out.toString())
                .contains("  kind: no dossier, but vahid-event+json")
                .doesNotContain("dossierId");
    }

    @ParameterizedTest
    @ValueSource(strings = {"dossier.jws", "detached.jws", "dossier.xml"})
    void whatWasChangedAnywhereDoesNot(String file) throws IOException {
        byte[] bytes = Files.readAllBytes(folder.resolve(file));
        int step = Math.max(1, bytes.length / 60);
        for (int at = 0; at < bytes.length; at += step) {
            byte[] changed = bytes.clone();
            changed[at] ^= 1;
            Files.write(folder.resolve(file), changed);
            assertThat(verify(file)).as("byte " + at + ": " + out).isEqualTo(1);
        }
        byte[] changed = bytes.clone();
        changed[bytes.length - 1] ^= 1;
        Files.write(folder.resolve(file), changed);
        assertThat(verify(file)).as("last byte: " + out).isEqualTo(1);
    }

    @ParameterizedTest
    @ValueSource(strings = {"detached.jws", "detached.p7s"})
    void aChangedContentIsNotWhatWasSigned(String file) throws IOException {
        byte[] changed = DOSSIER.clone();
        changed[changed.length - 1] ^= 1;
        Files.write(folder.resolve("dossier.json"), changed);
        assertThat(verify(file)).as(out.toString()).isEqualTo(1);
    }

    @Test
    void anotherGatewaysCertificateDoesNotDo(@TempDir Path other) {
        new DemoKeys(other, new Faults());
        certificate = other.resolve("gateway-dossier.pem");
        for (String file : List.of("dossier.jws", "detached.jws", "detached.p7s", "dossier.xml", "container.asice")) {
            assertThat(verify(file)).isEqualTo(1);
            assertThat(out.toString()).startsWith("The file DOES NOT HOLD:").doesNotContain("agency's");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJub25lIn0.e30.",
                "eyJhbGciOiJIUzI1NiJ9.e30.AAAA",
                "..",
                "a.b",
                "",
                "<dossier/>",
                "<!DOCTYPE d><d/>"
            })
    void whatIsNoneOfTheGatewaysDoesNotHold(String content) throws IOException {
        Files.writeString(folder.resolve("stranger"), content);
        assertThat(verify("stranger")).as(out.toString()).isEqualTo(1);
    }

    @Test
    void aMissingFileIsAWrongArgument() {
        assertThat(verify("nothing")).isEqualTo(2);
        assertThat(err.toString()).contains("There is no file");
        certificate = folder.resolve("dossier.json");
        assertThat(verify("dossier.jws")).isEqualTo(2);
        assertThat(err.toString()).contains("is no certificate");
    }
}
