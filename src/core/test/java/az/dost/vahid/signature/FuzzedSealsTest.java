package az.dost.vahid.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.fuzz.Fuzz;
import az.dost.vahid.signature.key.Agency;
import az.dost.vahid.signature.key.ChangedException;
import az.dost.vahid.signature.key.ProofException;
import java.io.ByteArrayInputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import org.bouncycastle.cert.jcajce.JcaX509CertificateHolder;
import org.bouncycastle.cms.CMSProcessableByteArray;
import org.bouncycastle.cms.CMSSignedDataGenerator;
import org.bouncycastle.cms.jcajce.JcaSignerInfoGeneratorBuilder;
import org.bouncycastle.operator.jcajce.JcaContentSignerBuilder;
import org.bouncycastle.operator.jcajce.JcaDigestCalculatorProviderBuilder;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Signatures beside files, and time-stamp authorities' answers, mutilated: each is refused, or it is still sound. */
class FuzzedSealsTest {
    private static final int TRIES = 2_000;
    private static final byte[] FILE = "1AAAAAA;10\n".getBytes(StandardCharsets.UTF_8);

    private static byte[] cms() throws Exception {
        CMSSignedDataGenerator generator = new CMSSignedDataGenerator();
        generator.addSignerInfoGenerator(new JcaSignerInfoGeneratorBuilder(
                        new JcaDigestCalculatorProviderBuilder().build())
                .build(new JcaContentSignerBuilder("SHA256withECDSA").build(Agency.EC.key()), Agency.EC.certificate()));
        generator.addCertificate(new JcaX509CertificateHolder(Agency.EC.certificate()));
        return generator.generate(new CMSProcessableByteArray(FILE), false).getEncoded("DER");
    }

    @Test
    void aCmsSignature() throws Exception {
        DetachedCms proof = new DetachedCms(Agency.EC.pinned());
        byte[] sound = cms();
        proof.verify(new ByteArrayInputStream(FILE), sound);
        Fuzz.of(List.of(sound), TRIES)
                .read(input -> proof.verify(new ByteArrayInputStream(FILE), input), ProofException.class);
    }

    /** No signature covers the certificate that is carried along, so a change of it is looked for. */
    @Test
    void aCarriedCertificateThatWasChanged() throws Exception {
        DetachedCms proof = new DetachedCms(Agency.EC.pinned());
        byte[] sound = cms();
        byte[] certificate = Agency.EC.certificate().getEncoded();
        int at = new String(sound, StandardCharsets.ISO_8859_1)
                .indexOf(new String(certificate, StandardCharsets.ISO_8859_1));
        assertThat(at).isPositive();
        for (int i = at; i < at + certificate.length; i++) {
            byte[] changed = sound.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> proof.verify(new ByteArrayInputStream(FILE), changed))
                    .as("byte %d of the certificate", i - at)
                    .isInstanceOf(ProofException.class);
        }
    }

    @Test
    void aTimeStamp() throws Exception {
        TimeStamps stamps = new TimeStamps(Agency.EC.certificate());
        Fuzz.of(List.of(cms()), TRIES).read(input -> stamps.check(input, new byte[32]), ChangedException.class);
        byte[] request = TimeStamps.request(new byte[32]);
        Fuzz.of(List.of(cms(), request), TRIES).read(input -> stamps.token(request, input), ChangedException.class);
    }

    /** Structures in structures, of known length and not, as content of a signature, too. */
    @Test
    @Tag("attack")
    void asn1ThatNestsWithoutEnd() throws Exception {
        DetachedCms proof = new DetachedCms(Agency.EC.pinned());
        TimeStamps stamps = new TimeStamps(Agency.EC.certificate());
        byte[] request = TimeStamps.request(new byte[32]);
        for (int tag : new int[] {0x30, 0x31, 0xA0, 0x24}) {
            ByteBuffer open = ByteBuffer.allocate(60_000);
            ByteBuffer known = ByteBuffer.allocate(60_000);
            while (open.hasRemaining()) {
                open.put((byte) tag).put((byte) 0x80);
            }
            while (known.hasRemaining()) {
                known.put((byte) tag).put((byte) 0x84).putInt(known.remaining() - 4);
            }
            for (byte[] input : List.of(open.array(), known.array(), signed(open.array()), signed(known.array()))) {
                assertThatThrownBy(() -> proof.verify(new ByteArrayInputStream(FILE), input))
                        .isInstanceOf(ProofException.class);
                assertThatThrownBy(() -> stamps.check(input, new byte[32])).isInstanceOf(ChangedException.class);
                assertThatThrownBy(() -> stamps.token(request, input)).isInstanceOf(ChangedException.class);
            }
        }
    }

    /** Where a CMS has its signed data. */
    private static byte[] signed(byte[] content) {
        byte[] head = HexFormat.of().parseHex("308006092A864886F70D010702A080308002010131803080");
        return ByteBuffer.allocate(head.length + content.length)
                .put(head)
                .put(content)
                .array();
    }
}
