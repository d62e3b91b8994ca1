package az.dost.vahid.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.stamp.TimeStampAuthority;
import az.dost.vahid.signature.key.ChangedException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** No signature covers the certificate that a time stamp carries along: a change of it is refused all the same. */
@Tag("attack")
class ChangedStampTest {
    private static final byte[] DIGEST = new byte[32];

    @Test
    void a_stamp_whose_certificate_was_changed_in_any_byte_is_refused(@TempDir Path keys) throws Exception {
        DemoKeys demo = new DemoKeys(keys, new Faults());
        X509Certificate authority = demo.timeStamps().certificate();
        TimeStamps stamps = new TimeStamps(authority);
        byte[] request = TimeStamps.request(DIGEST);
        byte[] token = stamps.token(request, new TimeStampAuthority(demo).stamp(request));
        byte[] certificate = authority.getEncoded();
        int at = new String(token, StandardCharsets.ISO_8859_1)
                .indexOf(new String(certificate, StandardCharsets.ISO_8859_1));
        assertThat(at).isPositive();
        for (int i = at; i < at + certificate.length; i++) {
            byte[] changed = token.clone();
            changed[i] ^= 1;
            assertThatThrownBy(() -> stamps.check(changed, DIGEST))
                    .as("byte %d of the certificate", i - at)
                    .isInstanceOf(ChangedException.class);
        }
    }
}
