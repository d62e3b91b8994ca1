package az.dost.vahid.job;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.availability.AvailabilityChangeEvent;
import org.springframework.boot.availability.LivenessState;
import org.springframework.boot.availability.ReadinessState;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class JobConfiguration {
    private static final Duration LOOK = Duration.ofSeconds(10);
    /** What is under way has so long to end. */
    private static final long LONGEST_END_NANOS = TimeUnit.SECONDS.toNanos(30);

    @Bean
    Jobs jobs(MeterRegistry meters) {
        return new Jobs(meters);
    }

    /** Where all others are looked at that hang. */
    @Bean(destroyMethod = "close")
    Rounds jobWatch(Jobs jobs) {
        return Rounds.start(jobs.of("job-watch", LOOK), LOOK, jobs::tellLate);
    }

    @Bean
    Heart heart(ApplicationContext context) {
        return new Heart(name -> {
            AvailabilityChangeEvent.publish(context, LivenessState.BROKEN);
            AvailabilityChangeEvent.publish(context, ReadinessState.REFUSING_TRAFFIC);
            // Apart: the thread that has stopped may be one that the end waits for.
            new Thread(() -> System.exit(SpringApplication.exit(context, () -> Heart.EXIT_CODE)), "end").start();
            Thread last = new Thread(
                    () -> {
                        LockSupport.parkNanos(LONGEST_END_NANOS);
                        Runtime.getRuntime().halt(Heart.EXIT_CODE);
                    },
                    "end-at-last");
            last.setDaemon(true);
            last.start();
        });
    }
}
