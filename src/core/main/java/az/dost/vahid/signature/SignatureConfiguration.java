package az.dost.vahid.signature;

import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.MasterKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.wiring.Beans;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.time.Clock;
import java.time.Duration;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({KeySettings.class, StampSettings.class, AuthoritySettings.class})
@Beans(FileSigner.class)
class SignatureConfiguration {
    @Bean
    CryptoProvider cryptoProvider(KeySettings settings) {
        return new CryptoProvider(!settings.crypto().equals("jdk"));
    }

    @Bean
    PinnedCertificates pinnedCertificates(KeySettings settings, CryptoProvider crypto) {
        return new PinnedCertificates(settings.keys().resolve("agencies"), crypto);
    }

    @Bean
    GatewayKeys gatewayKeys(KeySettings settings, CryptoProvider crypto) {
        char[] password = settings.keysPassword().toCharArray();
        return settings.keysToken().isBlank()
                ? new GatewayKeys(settings.keys().resolve("gateway.p12"), password, crypto)
                : GatewayKeys.ofToken(Path.of(settings.keysToken()), password, crypto);
    }

    @Bean
    PersonHash personHash(KeySettings settings, GatewayKeys keys) {
        return settings.personStored()
                ? new PersonHash(keys.secret(PersonHash.ALIAS))
                : PersonHash.of(settings.personKey());
    }

    @Bean
    MasterKeys masterKeys(@Value("${vahid.record.master-key}") Path file, CryptoProvider crypto) {
        return MasterKeys.of(file, crypto);
    }

    @Bean
    DossierSigner dossierSigner(GatewayKeys keys, CryptoProvider crypto, KeySettings settings) {
        Path file = settings.known();
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

    /** With the certificates that {@code /v1/keys} shows: its own, those before it and those of gateways beside it. */
    @Bean
    GatewayProof gatewayProof(DossierSigner signer, KeySettings settings) {
        Set<X509Certificate> certificates = new LinkedHashSet<>(List.of(signer.signerCertificate()));
        if (Files.exists(settings.known())) {
            certificates.addAll(GatewayProof.of(settings.known()).certificates());
        }
        return new GatewayProof(List.copyOf(certificates));
    }

    @Bean
    StampingAuthority stampingAuthority(StampSettings settings) {
        return new StampingAuthority(
                settings.authority(),
                settings.certificate(),
                Duration.ofMillis(settings.containerTimeoutMs()),
                Duration.ofMillis(settings.containerPauseMs()));
    }

    @Bean
    RevocationLists revocationLists(DossierSigner signer, StampSettings stamps, AuthoritySettings settings) {
        try {
            return new RevocationLists(
                    settings.known(), () -> revocable(signer, stamps), settings.lists(), Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    "The file " + settings.certificates()
                            + " (vahid.authorities.certificates) does not hold the certificates of authorities, PEM, one after another",
                    e);
        }
    }

    /** By owner: the gateway's own, and the time-stamp authority's that lasts longest. */
    private static Map<String, X509Certificate> revocable(DossierSigner signer, StampSettings stamps) {
        Map<String, X509Certificate> revocable = new TreeMap<>(Map.of("gateway:dossier", signer.signerCertificate()));
        if (!stamps.authority().isBlank() && Files.exists(stamps.certificate())) {
            GatewayProof.certificates(stamps.certificate()).stream()
                    .max(Comparator.comparing(X509Certificate::getNotAfter))
                    .ifPresent(present -> revocable.put("authority:time-stamps", present));
        }
        return revocable;
    }

    @Bean
    XmlSigner xmlSigner(DossierSigner signer) {
        return new XmlSigner(signer);
    }
}
