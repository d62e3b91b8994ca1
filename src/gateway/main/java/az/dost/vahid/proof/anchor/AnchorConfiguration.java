package az.dost.vahid.proof.anchor;

import az.dost.vahid.proof.record.AuditRoots;
import az.dost.vahid.proof.record.Digests;
import az.dost.vahid.proof.record.Restores;
import az.dost.vahid.proof.trust.ChangedRows;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.GatewayProof;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class AnchorConfiguration {
    @Bean
    Anchors anchors(JdbcTemplate jdbc, ChangedRows changed, MeterRegistry meters, Environment settings) {
        return new Anchors(jdbc, AnchorPlace.of(settings), changed, meters);
    }

    @Bean
    Restoration restoration(
            JdbcTemplate jdbc,
            Anchors anchors,
            Restores restores,
            AuditRoots roots,
            Digests digests,
            DossierSigner signer,
            @Value("${vahid.keys}") Path keys) {
        Path known = keys.resolve("gateway-dossier.pem");
        return new Restoration(
                jdbc,
                anchors,
                restores,
                roots,
                digests,
                Files.exists(known) ? GatewayProof.of(known) : new GatewayProof(signer.signerCertificate()));
    }
}
