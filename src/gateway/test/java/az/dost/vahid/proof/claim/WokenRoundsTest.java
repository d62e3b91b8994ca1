package az.dost.vahid.proof.claim;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.job.Bells;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A route that waits for work looks when its bell rings, however long its pause is. */
class WokenRoundsTest {
    private final Bells bells = new Bells();
    private final AtomicInteger looks = new AtomicInteger();
    private final DefaultCamelContext context = new DefaultCamelContext();

    @BeforeEach
    void start() throws Exception {
        context.getRegistry().bind("woken", new WokenRounds(bells, often -> Duration.ofHours(1)));
        context.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("scheduler:work?scheduler=#woken&scheduler.by=work&delay=50&initialDelay=0&synchronous=true")
                        .routeId("work")
                        .process(exchange -> looks.incrementAndGet());
            }
        });
        context.start();
        Awaitility.await("the first look").until(() -> looks.get() == 1);
    }

    @AfterEach
    void stop() {
        context.stop();
    }

    @Test
    void its_bell_wakes_it() {
        bells.ring("other");
        bells.ring("work");
        Awaitility.await().until(() -> looks.get() == 2);
    }

    @Test
    void its_thread_has_the_routes_name() {
        assertThat(Thread.getAllStackTraces().keySet())
                .anyMatch(thread -> thread.getName().equals("work"));
    }

    @Test
    void a_route_that_is_stopped_looks_no_more_and_one_that_is_started_again_does() throws Exception {
        context.getRouteController().stopRoute("work");
        bells.ring("work");
        Awaitility.await().during(Duration.ofMillis(200)).until(() -> looks.get() == 1);
        context.getRouteController().startRoute("work");
        Awaitility.await().until(() -> looks.get() == 2);
        bells.ring("work");
        Awaitility.await().until(() -> looks.get() == 3);
    }
}
