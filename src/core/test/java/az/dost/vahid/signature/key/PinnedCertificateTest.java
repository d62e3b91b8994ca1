package az.dost.vahid.signature.key;

import static az.dost.vahid.signature.key.Refusal.assertRefused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.answer.Reason;
import az.dost.vahid.signature.PinnedCertificates;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PinnedCertificateTest {
    @Property
    void a_certificate_with_one_byte_changed_is_refused_and_nothing_else_happens(
            @ForAll @IntRange(max = 700) int at, @ForAll byte other) {
        byte[] der = Agency.RSA.der();
        der[at % der.length] ^= (byte) (other == 0 ? 1 : other);
        assertThat(catchThrowable(() -> Agency.RSA.pinned().checkPresented(der)))
                .isInstanceOf(ProofException.class);
    }

    @Property
    void bytes_that_are_no_certificate_are_refused(@ForAll byte[] bytes) {
        assertThat(catchThrowable(() -> Agency.RSA.pinned().checkPresented(bytes)))
                .isInstanceOf(ProofException.class);
    }

    @Test
    void a_certificate_cut_off_or_gone_on_with_is_refused() {
        byte[] der = Agency.RSA.der();
        assertRefused(
                Reason.SIGNER_UNKNOWN, () -> Agency.RSA.pinned().checkPresented(Arrays.copyOf(der, der.length - 1)));
        assertRefused(
                Reason.SIGNER_UNKNOWN, () -> Agency.RSA.pinned().checkPresented(Arrays.copyOf(der, der.length + 1)));
    }

    @Test
    void a_missing_file_is_named_to_the_operator(@TempDir Path folder) throws Exception {
        PinnedCertificates certificates = new PinnedCertificates(folder, Agency.CRYPTO);
        assertThatThrownBy(() -> certificates.of("tax"))
                .hasMessageContaining("put it into " + folder.resolve("tax.pem"));
        Files.writeString(folder.resolve("tax.pem"), "no certificate");
        assertThatThrownBy(() -> certificates.of("tax"))
                .hasMessageContaining(folder.resolve("tax.pem").toString());
        Files.writeString(
                folder.resolve("tax.pem"),
                "-----BEGIN CERTIFICATE-----\n" + Agency.RSA.base64() + "\n-----END CERTIFICATE-----\n");
        assertThat(certificates.of("tax").certificate()).isEqualTo(Agency.RSA.certificate());
    }
}
