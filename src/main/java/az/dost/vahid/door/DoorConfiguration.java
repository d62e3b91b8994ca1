package az.dost.vahid.door;

import az.dost.vahid.access.AccessPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
    @Bean
    FrontDoor frontDoor(AccessPolicy access) {
        return new FrontDoor(access);
    }
}
