package az.dost.vahid.journeys.watch;

import az.dost.vahid.wiring.Beans;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
@Beans({
    SeenFacts.class,
    SeenDigests.class,
    ChangeEvents.class,
    AnswerWatch.class,
    AnswerTap.class,
    AgencyWatch.class,
    StandingFacts.class
})
class WatchConfiguration {}
