package az.dost.vahid.signature;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Fault;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.key.CryptoProvider;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Nothing is encrypted for a holder whose certificate has ended: his events wait. */
@Tag("attack")
class ExpiredHolderTest {
    @Test
    void a_certificate_that_has_ended_is_not_valid(@TempDir Path keys) throws Exception {
        Faults faults = new Faults();
        DemoKeys demo = new DemoKeys(keys, faults);
        assertThat(holder(demo.signer("clinic", "EC").orElseThrow().certificate())
                        .valid())
                .isTrue();
        faults.set("clinic", Fault.EXPIRED_CERTIFICATE);
        assertThat(holder(demo.signer("clinic", "EC").orElseThrow().certificate())
                        .valid())
                .isFalse();
    }

    private static Jwe holder(X509Certificate certificate) throws Exception {
        return new Jwe(new ByteArrayInputStream(certificate.getEncoded()), new CryptoProvider(false));
    }
}
