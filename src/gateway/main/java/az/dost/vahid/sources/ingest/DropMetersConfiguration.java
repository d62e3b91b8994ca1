package az.dost.vahid.sources.ingest;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators see of file drops, beside their loads. */
@Configuration(proxyBeanMethods = false)
class DropMetersConfiguration {
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
