package az.dost.vahid.signature;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class SignatureConfiguration {
    @Bean
    CryptoProvider cryptoProvider(@Value("${vahid.crypto}") String crypto) {
        return new CryptoProvider(!crypto.equals("jdk"));
    }

    @Bean
    PinnedCertificates pinnedCertificates(@Value("${vahid.keys}") Path keys, CryptoProvider crypto) {
        return new PinnedCertificates(keys.resolve("agencies"), crypto);
    }

    @Bean
    GatewayKeys gatewayKeys(
            @Value("${vahid.keys}") Path keys,
            @Value("${vahid.keys-token}") String token,
            @Value("${vahid.keys-password}") String password,
            CryptoProvider crypto) {
        return !token.isBlank()
                ? GatewayKeys.ofToken(Path.of(token), password.toCharArray(), crypto)
                : new GatewayKeys(keys.resolve("gateway.p12"), password.toCharArray(), crypto);
    }

    @Bean
    PersonHash personHash(@Value("${vahid.person-key}") Path file) {
        return PersonHash.of(file);
    }

    @Bean
    DossierSigner dossierSigner(GatewayKeys keys, CryptoProvider crypto, @Value("${vahid.keys}") Path folder) {
        Path file = folder.resolve("gateway-dossier.pem");
        try {
            return new DossierSigner(
                    keys, crypto, Files.exists(file) ? GatewayProof.of(file).certificates() : List.of());
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    "The file " + file
                            + " does not hold the certificates of keys that sign dossiers (EC P-256), PEM, one after another",
                    e);
        }
    }

    @Bean
    StampingAuthority stampingAuthority(
            @Value("${vahid.record.time-stamps.authority}") String authority,
            @Value("${vahid.record.time-stamps.certificate}") Path certificate,
            @Value("${vahid.record.time-stamps.container-timeout-ms}") long patienceMs,
            @Value("${vahid.record.time-stamps.container-pause-ms}") long pauseMs) {
        return new StampingAuthority(authority, certificate, Duration.ofMillis(patienceMs), Duration.ofMillis(pauseMs));
    }

    @Bean
    XmlSigner xmlSigner(DossierSigner signer) {
        return new XmlSigner(signer);
    }

    @Bean
    FileSigner fileSigner(DossierSigner signer) {
        return new FileSigner(signer);
    }
}
