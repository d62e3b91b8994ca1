package az.dost.vahid.access;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.definition.DefinitionReader;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.key.IssuerKeys;
import java.time.Clock;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;

@Configuration(proxyBeanMethods = false)
class AccessConfiguration {
    @Bean
    AccessTokens accessTokens(@Value("${vahid.tokens.issuer}") String issuer, @Value("${vahid.tokens.keys}") String keys,
            @Value("${vahid.tokens.audience}") String audience, @Value("${vahid.tokens.citizen-claim}") String citizenClaim,
            @Value("${vahid.tokens.citizen-scope}") String citizenScope, @Value("${vahid.tokens.clock-skew-s}") int skew,
            @Value("${vahid.tokens.remembered}") int remembered) {
        if (issuer.isBlank()) {
            return AccessTokens.NONE;
        }
        TokenClaims claims = new TokenClaims(issuer, audience, citizenClaim, citizenScope, skew);
        try {
            return new AccessTokens(new IssuerKeys(keys, claims.validator()), claims, remembered, Clock.systemUTC());
        } catch (IllegalArgumentException e) {
            throw new StartException("The setting vahid.tokens.keys must be the address of the issuer's keys (JWK set)", e);
        }
    }

    @Bean
    AccessPolicy accessPolicy(ResourcePatternResolver resources, @Value("${vahid.requesters}") String folder, CanonicalFacts facts,
            AccessTokens tokens, @Value("${vahid.limits.strangers-per-second}") int strangers,
            @Value("classpath:contracts/requester.schema.json") Resource schema) {
        return new AccessPolicy(new RequesterFiles(resources, folder, new DefinitionReader(schema)), facts.special(), tokens, strangers);
    }

    @Bean
    RequesterLimits requesterLimits(Environment settings) {
        return new RequesterLimits(settings);
    }
}
