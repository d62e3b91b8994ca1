package az.dost.vahid.problem;

import az.dost.vahid.wiring.Beans;
import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.EnumSet;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans(ErrorPages.class)
class ProblemConfiguration {
    @Bean
    Problems problems(@Value("${vahid.public.address:}") String address) {
        return new Problems(Challenge.at(address));
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
