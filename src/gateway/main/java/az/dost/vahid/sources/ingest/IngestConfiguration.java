package az.dost.vahid.sources.ingest;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.proof.blob.Blobs;
import az.dost.vahid.proof.blob.WorkDisk;
import az.dost.vahid.proof.claim.OnceInCluster;
import az.dost.vahid.proof.record.SpecialSources;
import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.RowSeals;
import az.dost.vahid.sources.ingest.drop.Backlog;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import javax.sql.DataSource;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** A route for each agency that leaves files. */
@Configuration(proxyBeanMethods = false)
class IngestConfiguration {
    /** Stamps after the start, when the templates are known. */
    @Bean
    CamelContextConfiguration dropRoutes(
            Environment settings,
            DataSource database,
            OnceInCluster turns,
            PinnedCertificates certificates,
            MeterRegistry meters,
            Backlog dropBacklog,
            Catalogue catalogue,
            DossierSigner signer,
            CryptoProvider crypto,
            RowSeals seals,
            Blobs blobs,
            WorkDisk disk,
            SpecialSources special) {
        DropRoutes routes = new DropRoutes(
                settings,
                database,
                turns,
                certificates,
                meters,
                dropBacklog,
                new FileSigning(signer, crypto, seals),
                new DropKeeping(blobs, disk, special));
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {}

            @Override
            public void afterApplicationStart(CamelContext context) {
                routes.stamp(context, catalogue);
            }
        };
    }

    /** Beside {@code vahid.drop.age}: an older snapshot is STALE. */
    @Bean
    MeterBinder snapshotFreshness(Catalogue catalogue) {
        return meters -> catalogue.connectors().stream()
                .filter(connector -> connector.protocol() == Connector.Protocol.FILE)
                .map(Connector::id)
                .forEach(agency -> Gauge.builder(
                                "vahid.drop.fresh",
                                () -> freshSeconds(catalogue.folder(agency).connector()))
                        .tag("agency", agency)
                        .baseUnit("seconds")
                        .description("How long a file of the agency is fresh")
                        .register(meters));
    }

    private static double freshSeconds(Connector connector) {
        OffsetDateTime now = OffsetDateTime.now(ZoneOffset.UTC);
        return Duration.between(now, now.plus(connector.drop().fresh())).toSeconds();
    }
}
