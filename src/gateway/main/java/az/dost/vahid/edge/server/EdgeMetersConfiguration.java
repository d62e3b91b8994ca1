package az.dost.vahid.edge.server;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What operators see of the edge. */
@Configuration(proxyBeanMethods = false)
class EdgeMetersConfiguration {
    @Bean
    MeterBinder requestsInProgress(RequestLimit limit) {
        return meters -> {
            Gauge.builder("vahid.requests", limit, RequestLimit::inProgress)
                    .description("Requests in progress, those that wait for a worker among them")
                    .register(meters);
            Gauge.builder("vahid.requests.worked.on", limit, RequestLimit::workedOn)
                    .description("Requests that a worker works on")
                    .register(meters);
        };
    }
}
