package az.dost.vahid.journeys.verify;

import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.RevocationLists;
import az.dost.vahid.signature.StampSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerifyConfiguration {
    @Bean
    VerificationHandler verificationHandler(GatewayProof proof, StampSettings stamps, RevocationLists revocations) {
        return new VerificationHandler(proof, stamps.certificate(), revocations.authorities());
    }
}
