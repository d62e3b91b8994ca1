package az.dost.vahid.transfer;

import az.dost.vahid.access.AccessPolicy;
import az.dost.vahid.definition.DefinitionFolder;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.record.ActRecord;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.PinnedCertificates;
import io.micrometer.core.instrument.MeterRegistry;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.jdbc.core.JdbcTemplate;

@Configuration(proxyBeanMethods = false)
class TransferConfiguration {
    /** Stamps when the templates are known. */
    @Bean
    CamelContextConfiguration startTransfers(Environment settings, ResourcePatternResolver resources, AccessPolicy access, JdbcTemplate jdbc,
            ActRecord acts, DossierSigner signer, PinnedCertificates certificates, MeterRegistry meters,
            @Value("${vahid.transfers.partners}") String folder,
            @Value("classpath:contracts/partner.schema.json") Resource schema) {
        PartnerFiles files = new PartnerFiles(new DefinitionFolder(resources, folder), new DefinitionReader(schema), access);
        TransferRoutes routes = new TransferRoutes(settings, files, new Transfers(jdbc, acts, signer), jdbc, certificates, meters);
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) { }

            @Override
            public void afterApplicationStart(CamelContext context) {
                routes.stamp(context);
            }
        };
    }
}
