package az.dost.vahid.proof.blob;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.boot.health.contributor.Status;

/**
 * The store as the gateway uses it: only while it is known for that of the database. What goes wrong with it is told in
 * health, log and metrics.
 */
public final class GuardedStore implements BlobStore, HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(GuardedStore.class);
    private static final Status WARNING = new Status("WARNING");
    private final BlobStore store;
    private final StoreMark mark;
    private final Counter failures;
    private final AtomicReference<String> putting = new AtomicReference<>();
    private final AtomicReference<String> reading = new AtomicReference<>();
    private final AtomicInteger lost = new AtomicInteger();
    private volatile boolean tight;

    private interface Call<T> {
        T make() throws IOException;
    }

    GuardedStore(BlobStore store, StoreMark mark, MeterRegistry meters) {
        this.store = store;
        this.mark = mark;
        failures = meters.counter("vahid.blobs.failed");
        Gauge.builder("vahid.blobs.away", this, each -> each.trouble() == null ? 0 : 1)
                .description("1 while nothing can be put into the blob store, or read from it")
                .register(meters);
        Gauge.builder("vahid.blobs.lost", lost, AtomicInteger::get)
                .description("Blobs that were not there, or not what was kept, since the start")
                .register(meters);
    }

    private <T> T call(AtomicReference<String> trouble, Call<T> call) throws IOException {
        try {
            T made = call.make();
            if (trouble.getAndSet(null) != null) {
                LOG.info("The blob store is there again");
            }
            return made;
        } catch (IOException e) {
            failures.increment();
            if (trouble.getAndSet(e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage()) == null) {
                LOG.warn(
                        "The blob store (vahid.blobs) does not do its work; files stay where they are, and it is tried again: {}",
                        trouble.get());
            }
            throw e;
        }
    }

    @Override
    public String put(Writing writing) throws IOException {
        return call(putting, () -> {
            mark.check(store);
            return store.put(writing);
        });
    }

    @Override
    public InputStream open(String name) throws IOException {
        return call(reading, () -> find(name)).orElseThrow(() -> new NoSuchFileException(name));
    }

    private Optional<InputStream> find(String name) throws IOException {
        try {
            return Optional.of(store.open(name));
        } catch (NoSuchFileException e) {
            // A folder that is not mounted has none, and has lost none.
            mark.check(store);
            return Optional.empty();
        }
    }

    /** A blob that somebody needs is not there, or not what was kept. @param id no personal data */
    void lost(String id, String what) {
        lost.incrementAndGet();
        LOG.error("The blob {} {}; look at the blob store (vahid.blobs)", id, what);
    }

    @Override
    public void delete(String name) throws IOException {
        store.delete(name);
    }

    @Override
    public List<String> folders() throws IOException {
        return call(reading, () -> {
            mark.check(store);
            return store.folders();
        });
    }

    @Override
    public void list(String folder, Consumer<Stored> each) throws IOException {
        store.list(folder, each);
    }

    @Override
    public Optional<String> mark() throws IOException {
        return store.mark();
    }

    @Override
    public void mark(String owner) throws IOException {
        store.mark(owner);
    }

    @Override
    public void probe(boolean failed) throws IOException {
        call(reading, () -> {
            mark.check(store);
            return null;
        });
        call(putting, () -> {
            store.probe(failed);
            return null;
        });
    }

    @Override
    public boolean room() throws IOException {
        return store.room();
    }

    /** Looks whether the store is there, and has room; what is found is told by the health. */
    public void look() {
        try {
            probe(putting.get() != null);
            boolean room = store.room();
            if (tight == room) {
                LOG.warn(
                        "The blob store (vahid.blobs) has {} room than vahid.blob-store.least-free-bytes says",
                        room ? "more" : "less");
            }
            tight = !room;
        } catch (IOException e) {
            LOG.debug("The blob store is looked at again later", e);
        }
    }

    @Override
    public void tidy(Instant before) throws IOException {
        store.tidy(before);
    }

    @Override
    public String place() {
        return store.place();
    }

    private String trouble() {
        return putting.get() != null ? putting.get() : reading.get();
    }

    @Override
    public Health health() {
        String trouble = trouble();
        Health.Builder health = trouble == null && lost.get() == 0 && !tight ? Health.up() : Health.status(WARNING);
        if (trouble != null) {
            health.withDetail("trouble", trouble);
        }
        return health.withDetail("place", store.place())
                .withDetail("lost", lost.get())
                .withDetail("room", tight ? "little" : "enough")
                .build();
    }
}
