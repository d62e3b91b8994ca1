package az.dost.vahid.signature;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.signature.key.CryptoProvider;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.cert.X509Certificate;
import java.time.Duration;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A pinned certificate that is replaced, or taken away, while the gateway runs. */
@Tag("attack")
class ReplacedCertificateTest {
    @Test
    void whose_key_was_stolen_is_not_believed_any_more_once_the_file_is_another(@TempDir Path keys) throws Exception {
        DemoKeys demo = new DemoKeys(keys, new Faults());
        X509Certificate stolen = demo.agency("tax", "EC").certificate();
        X509Certificate own = demo.agency("pensions", "EC").certificate();
        PinnedCertificates pinned = new PinnedCertificates(keys.resolve("agencies"), new CryptoProvider(false));
        assertThat(pinned.of("tax").certificate()).isEqualTo(stolen);
        Path file = keys.resolve("agencies/tax.pem");
        Files.copy(keys.resolve("agencies/pensions.pem"), file, StandardCopyOption.REPLACE_EXISTING);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .until(() -> pinned.of("tax").certificate().equals(own));
        Files.delete(file);
        Awaitility.await()
                .atMost(Duration.ofSeconds(5))
                .untilAsserted(
                        () -> assertThatThrownBy(() -> pinned.of("tax")).isInstanceOf(IllegalStateException.class));
    }
}
