package az.dost.vahid.signature.container;

import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.RevocationLists;
import az.dost.vahid.signature.StampingAuthority;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ContainerConfiguration {
    @Bean
    ContainerSigner containerSigner(DossierSigner signer, StampingAuthority authority, RevocationLists revocations) {
        return new ContainerSigner(signer, authority, revocations);
    }
}
