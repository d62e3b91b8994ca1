package az.dost.vahid.sources.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.Credential;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.interfaces.ECPublicKey;
import org.bouncycastle.asn1.ASN1Integer;
import org.bouncycastle.asn1.ASN1Sequence;
import org.bouncycastle.asn1.DEROctetString;
import org.bouncycastle.asn1.DERSequence;
import org.bouncycastle.asn1.DERSet;
import org.bouncycastle.asn1.DERUTF8String;
import org.bouncycastle.asn1.cms.Attribute;
import org.bouncycastle.asn1.cms.AttributeTable;
import org.bouncycastle.asn1.cms.ContentInfo;
import org.bouncycastle.asn1.cms.SignedData;
import org.bouncycastle.asn1.cms.SignerInfo;
import org.bouncycastle.asn1.ess.ContentHints;
import org.bouncycastle.asn1.pkcs.PKCSObjectIdentifiers;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.DefaultSignedAttributeTableGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Whoever holds an agency's server gives no file another date, number or kind, whatever he makes of its signature's
 * bytes.
 */
@Tag("attack")
class RenamedFilesTest {
    private static final String EC = "local-executive";
    private static final String CSV = "displaced-persons";
    private static final String HEADER =
            "EMELIYYAT;FIN;VESIQE_NO;DIDERGIN_DUSDUYU_RAYON;MESKUNLASDIGI_YER;QEYDIYYAT_TARIXI;AILE_UZVLERI\r\n";

    @TempDir
    Path folder;

    private DropBench bench;
    private TestGateway gateway;

    @BeforeEach
    void start() throws Exception {
        bench = new DropBench(folder);
        gateway = bench.gateway();
    }

    @AfterEach
    void stop() throws Exception {
        gateway.close();
    }

    private void leave(String agency, String name, byte[] content, byte[] signature) throws Exception {
        bench.leave(agency, name, content, signature);
        DropBench.settle(gateway, bench.drops(agency));
    }

    private String report(String agency, String name) {
        return bench.report(agency, name);
    }

    private static byte[] address(String street) {
        return ("{\"fin\":\"1AAAAAA\",\"ünvan\":{\"şəhər\":\"Bakı\",\"küçə\":\"" + street + "\"}}\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] csv(String... rows) {
        return (HEADER + String.join("", rows)).getBytes(StandardCharsets.UTF_8);
    }

    /** The same signature by other bytes, which hold as well: s becomes n - s. */
    private static byte[] varied(byte[] cms, Credential signer) throws Exception {
        SignedData signed = SignedData.getInstance(ContentInfo.getInstance(cms).getContent());
        SignerInfo info = SignerInfo.getInstance(signed.getSignerInfos().getObjectAt(0));
        ASN1Sequence value = ASN1Sequence.getInstance(info.getEncryptedDigest().getOctets());
        BigInteger order =
                ((ECPublicKey) signer.certificate().getPublicKey()).getParams().getOrder();
        BigInteger s =
                order.subtract(ASN1Integer.getInstance(value.getObjectAt(1)).getValue());
        byte[] other = new DERSequence(
                        new org.bouncycastle.asn1.ASN1Encodable[] {value.getObjectAt(0), new ASN1Integer(s)})
                .getEncoded("DER");
        SignerInfo changed = new SignerInfo(
                info.getSID(),
                info.getDigestAlgorithm(),
                info.getAuthenticatedAttributes(),
                info.getDigestEncryptionAlgorithm(),
                new DEROctetString(other),
                info.getUnauthenticatedAttributes());
        return new ContentInfo(
                        PKCSObjectIdentifiers.signedData,
                        new SignedData(
                                signed.getDigestAlgorithms(),
                                signed.getEncapContentInfo(),
                                signed.getCertificates(),
                                signed.getCRLs(),
                                new DERSet(changed)))
                .getEncoded("DER");
    }

    /** As the agencies' own software signs that says the name. */
    private static byte[] named(byte[] content, String name, Credential signer) throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        AttributeTable table = new AttributeTable(new Attribute(
                PKCSObjectIdentifiers.id_aa_contentHint,
                new DERSet(new ContentHints(PKCSObjectIdentifiers.data, new DERUTF8String(name)))));
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().build())
                .setSignedAttributeGenerator(new DefaultSignedAttributeTableGenerator(table))
                .build(
                        new JcaContentSignerBuilder("SHA256with"
                                        + (signer.key().getAlgorithm().equals("EC") ? "ECDSA" : "RSA"))
                                .build(signer.key()),
                        signer.certificate()));
        generator.addCertificate(new JcaX509CertificateHolder(signer.certificate()));
        return generator.generate(new CMSProcessableByteArray(content), false).getEncoded("DER");
    }

    @Test
    void an_old_file_is_not_todays_when_its_signature_was_varied() throws Exception {
        byte[] old = address("Nizami");
        byte[] signature = TestSignatures.cms(old, bench.signer(EC));
        leave(EC, "yih-20260104-001.jsonl", old, signature);
        leave(EC, "yih-20260105-001.jsonl", address("Xaqani"), TestSignatures.cms(address("Xaqani"), bench.signer(EC)));
        leave(EC, "yih-20260106-001.jsonl", old, varied(signature, bench.signer(EC)));
        assertThat(report(EC, "yih-20260106-001.jsonl")).contains("TOO_OLD", "an earlier one under another name");
        assertThat(gateway.held(EC, "1AAAAAA").orElseThrow().fileName()).isEqualTo("yih-20260105-001.jsonl");
    }

    @Test
    void the_varied_signature_holds_by_itself() throws Exception {
        byte[] content = address("Nizami");
        leave(
                EC,
                "yih-20260104-001.jsonl",
                content,
                varied(TestSignatures.cms(content, bench.signer(EC)), bench.signer(EC)));
        assertThat(gateway.files(EC, "loaded")).isOne();
    }

    @Test
    void changes_are_not_the_register_by_another_name() throws Exception {
        leave(
                CSV,
                "mqd_full_20260104_001.csv",
                csv("E;1AAAAAA;V-1;ŞUŞA;Bakı;01/02/1994;4\r\n", "E;2AAAAAA;V-1;ŞUŞA;Bakı;01/02/1994;4\r\n"),
                TestSignatures.cms(
                        csv("E;1AAAAAA;V-1;ŞUŞA;Bakı;01/02/1994;4\r\n", "E;2AAAAAA;V-1;ŞUŞA;Bakı;01/02/1994;4\r\n"),
                        bench.signer(CSV)));
        byte[] changes = csv("D;1AAAAAA;V-1;ŞUŞA;Quba;01/02/1994;4\r\n");
        byte[] signature = TestSignatures.cms(changes, bench.signer(CSV));
        leave(CSV, "mqd_delta_20260105_001.csv", changes, signature);
        leave(CSV, "mqd_full_20260106_001.csv", changes, signature);
        assertThat(report(CSV, "mqd_full_20260106_001.csv")).contains("TOO_OLD");
        assertThat(gateway.held(CSV, "2AAAAAA"))
                .as("the register was not replaced")
                .isPresent();
    }

    @Test
    void a_file_that_came_late_does_not_come_again_as_a_new_one() throws Exception {
        byte[] today = csv("E;1AAAAAA;V-1;ŞUŞA;Bakı;01/02/1994;4\r\n");
        byte[] late = csv("E;1AAAAAA;V-1;ŞUŞA;Quba;01/02/1994;4\r\n");
        leave(CSV, "mqd_full_20260110_001.csv", today, TestSignatures.cms(today, bench.signer(CSV)));
        leave(CSV, "mqd_full_20260104_001.csv", late, TestSignatures.cms(late, bench.signer(CSV)));
        assertThat(gateway.files(CSV, "late")).isOne();
        leave(CSV, "mqd_full_20260111_001.csv", late, TestSignatures.cms(late, bench.signer(CSV)));
        assertThat(report(CSV, "mqd_full_20260111_001.csv")).contains("TOO_OLD");
    }

    @Test
    void a_full_file_that_deletes_somebody_is_a_file_of_changes() throws Exception {
        byte[] content = csv("E;1AAAAAA;V-1;ŞUŞA;Bakı;01/02/1994;4\r\n", "S;2AAAAAA;;;;;\r\n");
        leave(CSV, "mqd_full_20260104_001.csv", content, TestSignatures.cms(content, bench.signer(CSV)));
        assertThat(report(CSV, "mqd_full_20260104_001.csv")).contains("MALFORMED", "a file of changes");
    }

    @Test
    void a_name_that_was_signed_is_the_only_one_the_file_has() throws Exception {
        byte[] content = address("Nizami");
        byte[] signature = named(content, "yih-20260104-001.jsonl", bench.signer(EC));
        leave(EC, "yih-20260106-002.jsonl", content, signature);
        assertThat(report(EC, "yih-20260106-002.jsonl")).contains("TOO_OLD", "signed under another name");
        leave(EC, "yih-20260104-001.jsonl", content, signature);
        assertThat(gateway.files(EC, "loaded")).isOne();
    }

    @Test
    void the_same_content_signed_by_another_name_is_another_days_file() throws Exception {
        byte[] content = address("Nizami");
        leave(EC, "yih-20260104-001.jsonl", content, named(content, "yih-20260104-001.jsonl", bench.signer(EC)));
        leave(EC, "yih-20260105-001.jsonl", content, named(content, "yih-20260105-001.jsonl", bench.signer(EC)));
        assertThat(gateway.files(EC, "loaded")).isEqualTo(2);
    }
}
