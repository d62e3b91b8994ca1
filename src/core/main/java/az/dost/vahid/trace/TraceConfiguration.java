package az.dost.vahid.trace;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(TraceSettings.class)
class TraceConfiguration {
    /** While traces are off no class of their SDK is loaded. */
    @Bean
    Traces traces(TraceSettings settings, @Value("${vahid.secrets.traces:}") String authorization) {
        return settings.on() ? Otlp.traces(settings, authorization) : Traces.OFF;
    }
}
