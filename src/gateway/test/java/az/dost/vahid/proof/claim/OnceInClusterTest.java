package az.dost.vahid.proof.claim;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.camel.Processor;
import org.apache.camel.builder.RouteBuilder;
import org.apache.camel.impl.DefaultCamelContext;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A route with a timer, at several gateways. */
class OnceInClusterTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration HOUR = Duration.ofHours(1);
    private static final String JOB = "job";
    private static final long PERIOD_MS = 200;
    /** Nine tenths of it, but for what passes between two looks at a clock. */
    private static final long SHORTEST_NANOS = Duration.ofMillis(170).toNanos();

    private final Cluster cluster = new Cluster(Cluster.SHORT);
    private final List<DefaultCamelContext> contexts = new ArrayList<>();

    @AfterEach
    void close() {
        contexts.forEach(DefaultCamelContext::stop);
        cluster.close();
    }

    private static OnceInCluster once(Cluster.Member gateway) {
        return new OnceInCluster(gateway.jdbc(), gateway.leases());
    }

    private void start(Cluster.Member gateway, Processor work) throws Exception {
        DefaultCamelContext camel = new DefaultCamelContext();
        camel.getRegistry().bind("onceInCluster", once(gateway));
        camel.getShutdownStrategy().setTimeout(1);
        camel.addRoutes(new RouteBuilder() {
            @Override
            public void configure() {
                from("scheduler:job?initialDelay=0&synchronous=true&delay=" + PERIOD_MS
                                + "&pollStrategy=#onceInCluster")
                        .routeId(JOB)
                        .process(work);
            }
        });
        contexts.add(camel);
        camel.start();
    }

    private record Turn(long begun, long ended) {}

    @Test
    void it_runs_once_a_period_and_not_once_a_gateway() throws Exception {
        List<Turn> turns = Collections.synchronizedList(new ArrayList<>());
        for (Cluster.Member gateway : cluster.join(3)) {
            start(gateway, exchange -> turns.add(new Turn(System.nanoTime(), System.nanoTime())));
        }
        await().atMost(PATIENCE).until(() -> turns.size() >= 10);
        for (int n = 1; n < 10; n++) {
            assertThat(turns.get(n).begun() - turns.get(n - 1).ended()).isGreaterThan(SHORTEST_NANOS);
        }
    }

    @Test
    void a_gateway_that_stands_still_in_the_middle_holds_the_others_up_for_a_lease() throws Exception {
        CountDownLatch standing = new CountDownLatch(1);
        CountDownLatch frozen = new CountDownLatch(1);
        Cluster.Member first = cluster.join();
        start(first, exchange -> {
            standing.countDown();
            frozen.await();
        });
        standing.await();
        first.freeze();
        AtomicInteger turns = new AtomicInteger();
        start(cluster.join(), exchange -> turns.incrementAndGet());
        await().atMost(PATIENCE).until(() -> turns.get() > 0);
        frozen.countDown();
        contexts.get(0).stop();
        int before = turns.get();
        await("the other one's end is not its own").atMost(PATIENCE).until(() -> turns.get() > before + 2);
    }

    @Test
    void a_gateway_that_dies_in_the_middle_holds_the_others_up_for_a_lease() throws Exception {
        Cluster.Member dead = cluster.join();
        once(dead).begin(JOB, HOUR).orElseThrow();
        dead.die();
        AtomicInteger turns = new AtomicInteger();
        start(cluster.join(), exchange -> turns.incrementAndGet());
        await().atMost(PATIENCE).until(() -> turns.get() > 0);
    }

    @Test
    void a_turn_that_fails_is_due_at_once_for_whichever_gateway_comes_first() throws Exception {
        Cluster.Member gateway = cluster.join();
        OnceInCluster other = once(cluster.join());
        AtomicInteger turns = new AtomicInteger();
        start(gateway, exchange -> {
            turns.incrementAndGet();
            OnceInCluster.failed(exchange);
        });
        await().atMost(PATIENCE).until(() -> other.begin(JOB, HOUR).isPresent());
        assertThat(turns.get()).isPositive();
    }

    @Test
    void of_gateways_that_come_at_once_one_has_the_turn() throws Exception {
        List<Callable<Boolean>> work = new ArrayList<>();
        for (Cluster.Member gateway : cluster.join(4)) {
            work.add(() -> once(gateway).begin(JOB, HOUR).isPresent());
        }
        assertThat(Cluster.atOnce(work)).containsOnlyOnce(true);
    }

    @Test
    void a_gateway_that_starts_does_not_begin_anew_what_has_just_ended() {
        OnceInCluster first = once(cluster.join());
        first.end(first.begin(JOB, HOUR).orElseThrow());
        OnceInCluster started = once(cluster.join());
        assertThat(started.begin(JOB, HOUR)).isEmpty();
        assertThat(started.begin("another", HOUR)).isPresent();
        assertThat(started.begin(JOB, Duration.ZERO))
                .as("with a period that is over")
                .isPresent();
    }
}
