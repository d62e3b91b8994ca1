package az.dost.vahid.sources.expiry;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.RevocationLists;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans(RevocationFetch.class)
class ExpiryConfiguration {
    @Bean
    ExpiringCertificates expiringCertificates(
            GatewayKeys keys,
            PinnedCertificates agencies,
            Catalogue connectors,
            AccessPolicy access,
            RevocationLists revocations,
            @Value("${vahid.certificates.warn-days}") int warnDays,
            MeterRegistry meters) {
        return new ExpiringCertificates(
                new CertificateEnds(keys, agencies, connectors, access, revocations)::all,
                revocations,
                warnDays,
                Clock.systemUTC(),
                meters);
    }
}
