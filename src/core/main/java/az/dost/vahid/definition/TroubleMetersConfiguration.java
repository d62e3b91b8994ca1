package az.dost.vahid.definition;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators see of definitions. */
@Configuration(proxyBeanMethods = false)
class TroubleMetersConfiguration {
    @Bean
    MeterBinder countedTroubles(Troubles troubles) {
        return meters -> Gauge.builder("vahid.definitions.wrong", troubles, Troubles::count)
                .description("Mistakes in files that are read while the gateway runs")
                .register(meters);
    }
}
