package az.dost.vahid.signature;

import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Settings {@code vahid.authorities.*}: who issued the certificates of the key that signs dossiers and of the
 * time-stamp authority.
 *
 * @param certificates of these authorities, a file in PEM, one after another; it need not be there
 * @param lists addresses of their revocation lists; none where the certificates themselves say where they are
 */
@ConfigurationProperties("vahid.authorities")
public record AuthoritySettings(Path certificates, List<String> lists) {
    public AuthoritySettings {
        lists = lists == null
                ? List.of()
                : lists.stream().filter(address -> !address.isBlank()).toList();
    }

    /**
     * None where there is no file.
     *
     * @throws IllegalArgumentException naming the file when it holds no certificate
     */
    public List<X509Certificate> known() {
        return certificates != null && Files.exists(certificates) ? GatewayProof.certificates(certificates) : List.of();
    }
}
