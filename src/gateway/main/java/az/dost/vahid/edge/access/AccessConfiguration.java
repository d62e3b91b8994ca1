package az.dost.vahid.edge.access;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.definition.Troubles;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.proof.member.Share;
import az.dost.vahid.signature.key.IssuerKeys;
import java.time.Clock;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    private static final Logger LOG = LoggerFactory.getLogger(AccessConfiguration.class);

    @Bean
    AccessTokens accessTokens(
            @Value("${vahid.tokens.issuer}") String issuer,
            @Value("${vahid.tokens.keys}") String keys,
            @Value("${vahid.tokens.audience}") String audience,
            @Value("${vahid.tokens.citizen-claim}") String citizenClaim,
            @Value("${vahid.tokens.citizen-scope}") String citizenScope,
            @Value("${vahid.tokens.official-claim}") String officialClaim,
            @Value("${vahid.tokens.official-scope}") String officialScope,
            @Value("${vahid.tokens.clock-skew-s}") int skew,
            @Value("${vahid.tokens.remembered}") int remembered) {
        if (issuer.isBlank()) {
            return AccessTokens.NONE;
        }
        TokenClaims claims =
                new TokenClaims(issuer, audience, citizenClaim, citizenScope, officialClaim, officialScope, skew);
        try {
            return new AccessTokens(new IssuerKeys(keys, claims.validator()), claims, remembered, Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new StartException(
                    "The setting vahid.tokens.keys must be the address of the issuer's keys (JWK set)", e);
        }
    }

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
            @Value("classpath:contracts/requester.schema.json") Resource schema) {
        if (believed) {
            LOG.info(
                    "Whomever a system names as the official is believed (vahid.officials.believed): this is a demonstration");
        }
        return new AccessPolicy(
                new RequesterFiles(resources, folder, new DefinitionReader(schema), believed),
                facts.special(),
                tokens,
                () -> share.of(strangers),
                troubles);
    }

    @Bean
    LastRefusals lastRefusals() {
        return new LastRefusals();
    }

    @Bean
    RequesterLimits requesterLimits(Environment settings, Share share) {
        return new RequesterLimits(settings, share);
    }
}
