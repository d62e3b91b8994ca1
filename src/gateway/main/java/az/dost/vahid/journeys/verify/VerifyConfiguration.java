package az.dost.vahid.journeys.verify;

import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.GatewayProof;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerifyConfiguration {
    /** With the certificates that {@code /v1/keys} shows: its own, those before it and those of gateways beside it. */
    @Bean
    VerificationDesk verificationDesk(
            DossierSigner signer,
            @Value("${vahid.keys}") Path keys,
            @Value("${vahid.record.time-stamps.certificate}") Path stamps) {
        List<X509Certificate> certificates = new ArrayList<>(List.of(signer.signerCertificate()));
        Path file = keys.resolve("gateway-dossier.pem");
        if (Files.exists(file)) {
            GatewayProof.of(file).certificates().stream()
                    .filter(one -> !certificates.contains(one))
                    .forEach(certificates::add);
        }
        return new VerificationDesk(new GatewayProof(certificates), stamps);
    }
}
