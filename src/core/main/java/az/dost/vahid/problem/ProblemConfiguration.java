package az.dost.vahid.problem;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumSet;
import org.apache.camel.CamelContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class ProblemConfiguration {
    @Bean
    ErrorPages errorPages(CamelContext camel) {
        return new ErrorPages(camel);
    }

    @Bean
    Problems problems() {
        return new Problems();
    }

    /**
     * But those that a protected person or a rule against misuse brings about: no metric moves with one of them
     * (decision 106).
     */
    @Bean
    MeterBinder toldProblems() {
        return meters -> EnumSet.complementOf(EnumSet.of(ProblemCode.APPROVAL_NEEDED))
                .forEach(code -> FunctionCounter.builder("vahid.refusals", code, ToldProblems::of)
                        .tag("code", code.name())
                        .description("Problems that callers were told, by all faces together")
                        .register(meters));
    }
}
