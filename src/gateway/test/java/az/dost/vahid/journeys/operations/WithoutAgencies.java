package az.dost.vahid.journeys.operations;

import az.dost.vahid.calendar.Baku;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** For a gateway that asks no agency: nobody asks it there which of them were slow. */
@Configuration(proxyBeanMethods = false)
public class WithoutAgencies {
    @Bean
    SlowAgencies slowAgencies() {
        return new SlowAgencies(null, null, Baku.CLOCK);
    }
}
