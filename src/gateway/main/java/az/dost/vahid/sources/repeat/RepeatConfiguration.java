package az.dost.vahid.sources.repeat;

import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans({FirstResults.class, UnderWay.class})
class RepeatConfiguration {}
