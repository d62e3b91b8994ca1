package az.dost.vahid.edge.door;

import az.dost.vahid.edge.access.AccessPolicy;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
    @Bean
    FrontDoor frontDoor(AccessPolicy access) {
        return new FrontDoor(access);
    }
}
