package az.dost.vahid.logging;

import ch.qos.logback.classic.LoggerContext;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class LoggingConfiguration {
    @Bean
    LoggedEvents loggedEvents(MeterRegistry meters) {
        return new LoggedEvents(meters, (LoggerContext) LoggerFactory.getILoggerFactory());
    }

    @Bean(destroyMethod = "close")
    RepeatedLines repeatedLines() {
        return RepeatedLines.in((LoggerContext) LoggerFactory.getILoggerFactory());
    }
}
