package az.dost.vahid.door;

import az.dost.vahid.access.AccessPolicy;
import az.dost.vahid.access.RequesterLimits;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

@Configuration(proxyBeanMethods = false)
class DoorConfiguration {
    @Bean
    FrontDoor frontDoor(AccessPolicy access) {
        return new FrontDoor(access);
    }

    @Bean
    RequesterLimits requesterLimits(Environment settings) {
        return new RequesterLimits(settings);
    }
}
