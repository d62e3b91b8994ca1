package az.dost.vahid.calendar;

import java.time.Clock;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Whoever asks what day it is has a clock by its constructor, so that tests hand in another. */
@Configuration(proxyBeanMethods = false)
class CalendarConfiguration {
    @Bean
    Clock clock() {
        return Baku.CLOCK;
    }
}
