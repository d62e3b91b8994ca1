package az.dost.vahid.journeys.transfer;

import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.blob.WorkDisk;
import az.dost.vahid.proof.claim.LeaseKeeper;
import az.dost.vahid.proof.record.ActRecord;
import az.dost.vahid.proof.trust.RowTrust;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.PinnedCertificates;
import io.micrometer.core.instrument.MeterRegistry;
import java.nio.file.Path;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class TransferConfiguration {
    @Bean
    Partners transferPartners(
            ResourcePatternResolver resources,
            AccessPolicy access,
            Troubles troubles,
            @Value("${vahid.transfers.partners}") String folder) {
        return new Partners(
                new PartnerFiles(new DefinitionFolder(resources, folder), DefinitionReader.of("partner"), access),
                access,
                troubles);
    }

    @Bean
    OldTransfers oldTransfers(@Value("${vahid.data}") Path data, Blobs blobs, JdbcTemplate jdbc) {
        return new OldTransfers(data.resolve("transfers"), blobs, jdbc);
    }

    /** Stamps when the templates are known. */
    @Bean
    CamelContextConfiguration startTransfers(
            Environment settings,
            Partners partners,
            JdbcTemplate jdbc,
            LeaseKeeper leases,
            ActRecord acts,
            DossierSigner signer,
            PinnedCertificates certificates,
            MeterRegistry meters,
            RowTrust trust,
            Blobs blobs,
            WorkDisk disk) {
        TransferRoutes routes = new TransferRoutes(
                settings,
                partners,
                new Transfers(jdbc, acts, signer, trust),
                jdbc,
                leases,
                certificates,
                meters,
                trust,
                blobs,
                disk);
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {}

            @Override
            public void afterApplicationStart(CamelContext context) {
                routes.stamp(context);
            }
        };
    }
}
