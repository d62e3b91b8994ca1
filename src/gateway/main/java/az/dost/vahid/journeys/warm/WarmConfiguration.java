package az.dost.vahid.journeys.warm;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.ProducerTemplate;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
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
