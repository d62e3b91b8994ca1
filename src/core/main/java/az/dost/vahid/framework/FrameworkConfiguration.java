package az.dost.vahid.framework;

import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.context.annotation.Configuration;

/**
 * What Spring Boot and Camel configure by themselves, but for {@code spring.autoconfigure.exclude}. Alone in its
 * package: at each start Spring Boot opens every class of this package and those below it, to find mix-ins for Jackson.
 */
@Configuration(proxyBeanMethods = false)
@EnableAutoConfiguration
class FrameworkConfiguration {}
