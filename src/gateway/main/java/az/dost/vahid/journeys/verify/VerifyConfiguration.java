package az.dost.vahid.journeys.verify;

import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.StampSettings;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class VerifyConfiguration {
    @Bean
    VerificationDesk verificationDesk(GatewayProof proof, StampSettings stamps) {
        return new VerificationDesk(proof, stamps.certificate());
    }
}
