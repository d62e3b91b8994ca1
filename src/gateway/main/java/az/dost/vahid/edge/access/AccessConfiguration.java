package az.dost.vahid.edge.access;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.MoreDefinitions;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.job.Jobs;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.signature.key.IssuerKeys;
import az.dost.vahid.wiring.Beans;
import java.time.Clock;
import org.apache.camel.CamelContext;
import org.apache.camel.spring.boot.CamelContextConfiguration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties({TokenClaims.class, TokenSettings.class})
@Beans({LastRefusals.class, RequesterLimits.class})
class AccessConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(AccessConfiguration.class);

    @Bean
    AccessTokens accessTokens(TokenClaims claims, TokenSettings settings, Jobs jobs) {
        if (claims.issuer().isBlank()) {
            return AccessTokens.NONE;
        }
        try {
            return new AccessTokens(
                    new IssuerKeys(settings.keys(), claims.validator()),
                    claims,
                    settings.remembered(),
                    Clock.systemUTC(),
                    jobs.of("issuer-keys", null));
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    "The setting vahid.tokens.keys must be the address of the issuer's keys (JWK set)", e);
        }
    }

    /** Before the database is there, and without it: whoever was released is read at the first {@code refresh}. */
    @Bean
    AccessPolicy accessPolicy(
            ResourcePatternResolver resources,
            @Value("${vahid.requesters}") String folder,
            CanonicalFacts facts,
            AccessTokens tokens,
            Troubles troubles,
            Share share,
            @Value("${vahid.officials.believed}") boolean believed,
            @Value("${vahid.limits.strangers-per-second}") int strangers,
            @Qualifier("releasedRequesters") ObjectProvider<MoreDefinitions> released) {
        if (believed) {
            LOG.info(
                    "Whomever a system names as the official is believed (vahid.officials.believed): this is a demonstration");
        }
        return new AccessPolicy(
                new RequesterFiles(resources, folder, DefinitionReader.of("requester"), believed),
                facts.special(),
                tokens,
                () -> share.of(strangers),
                troubles,
                () -> released.getIfAvailable(() -> MoreDefinitions.NONE).now());
    }

    /** Before a request comes: whoever was released is known from then on. */
    @Bean
    CamelContextConfiguration beginRequesters(AccessPolicy access) {
        return new CamelContextConfiguration() {
            @Override
            public void beforeApplicationStart(CamelContext context) {
                access.refresh();
            }

            @Override
            public void afterApplicationStart(CamelContext context) {}
        };
    }
}
