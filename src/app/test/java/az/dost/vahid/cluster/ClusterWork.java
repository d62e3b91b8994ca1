package az.dost.vahid.cluster;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.awaitility.Awaitility;

/**
 * All that clients of a cluster do at once: clerks look up, a register publishes, an office asks in bulk, a partner
 * sends files.
 */
final class ClusterWork {
    static final Duration LONGEST = Duration.ofMinutes(4);
    /** Lookups that must be answered before the next thing is broken. */
    static final int PROGRESS = 25;

    private static final int CLERKS = 5;
    final Tally tally = new Tally();
    final List<LookupLoad> lookups;
    final EventLoad events;
    final BulkLoad bulk;
    final FileLoad files;
    final Subscriber subscriber;

    /** Returns once it is under way. */
    ClusterWork(RunningCluster cluster) throws IOException {
        subscriber = new Subscriber(cluster);
        lookups = IntStream.range(0, CLERKS)
                .mapToObj(number -> new LookupLoad(number, cluster, tally))
                .toList();
        events = new EventLoad(cluster, subscriber, tally);
        bulk = new BulkLoad(cluster, tally);
        files = new FileLoad(cluster, tally);
        loads().forEach(Thread::start);
        goesOn("steady");
    }

    private Stream<Load> loads() {
        return Stream.concat(lookups.stream(), Stream.of(events, bulk, files));
    }

    int answered() {
        return lookups.stream().mapToInt(load -> load.dossiers.size()).sum();
    }

    /** Returns once so many lookups more are answered; what clients see meanwhile is counted under this name. */
    void goesOn(String phase) {
        tally.phase(phase);
        int wanted = answered() + PROGRESS;
        Awaitility.await(phase).atMost(LONGEST).until(() -> answered() >= wanted);
    }

    /** Lets each end what it has begun; what broke one of them is told last. */
    void end() throws InterruptedException {
        List<String> broken = new ArrayList<>();
        for (Load load : loads().toList()) {
            try {
                load.end();
            } catch (AssertionError e) {
                broken.add(e.getMessage() + (e.getCause() == null ? "" : ": " + e.getCause()));
            }
        }
        if (!broken.isEmpty()) {
            throw new AssertionError(broken.toString());
        }
    }
}
