package az.dost.vahid.journeys.warm;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.proof.record.DossierRecord;
import az.dost.vahid.proof.record.body.Dictionaries;
import az.dost.vahid.proof.record.body.FirstDictionaries;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.wiring.Beans;
import java.time.Clock;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
@Beans(BegunDay.class)
class WarmConfiguration {
    @Bean
    WarmUp warmUp(
            CamelContext context,
            ProducerTemplate producer,
            Catalogue connectors,
            GatewayKeys keys,
            CryptoProvider crypto,
            PersonHash persons,
            FactCheck check,
            Environment settings,
            @Value("${vahid.warm-up.longest-ms}") long longestMs) {
        return new WarmUp(
                context,
                () -> new RehearsedLookup(
                        context,
                        producer,
                        self(context, producer, settings),
                        connectors,
                        new Parts(keys, crypto, persons, check)),
                Duration.ofMillis(longestMs));
    }

    @Bean
    FirstDictionaries firstDictionaries(
            CamelContext context,
            ProducerTemplate producer,
            Catalogue connectors,
            PinnedCertificates certificates,
            DossierRecord record,
            GatewayKeys keys,
            CryptoProvider crypto,
            PersonHash persons,
            FactCheck check,
            Dictionaries dictionaries,
            @Value("${vahid.record.dictionaries}") boolean wanted) {
        return new FirstDictionaries(
                dictionaries,
                new SampleBodies(
                        context, producer, connectors, certificates, record, new Parts(keys, crypto, persons, check)),
                Clock.systemUTC(),
                wanted);
    }

    /** Once the server listens. */
    private static SelfCall self(CamelContext context, ProducerTemplate producer, Environment settings) {
        return new SelfCall(
                context,
                producer,
                settings.getProperty("server.address", "127.0.0.1"),
                settings.getProperty(
                        "local.server.port",
                        Integer.class,
                        settings.getRequiredProperty("server.port", Integer.class)));
    }
}
