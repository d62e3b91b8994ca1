package az.dost.vahid.mock.file;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.population.Population;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Leaves the drops of all file agencies: at the start, once a new day has begun, and a bad one when a fault is set. */
@Component
public final class FileDrops implements SmartLifecycle {
    private static final Logger LOG = LoggerFactory.getLogger(FileDrops.class);
    private static final ZoneId BAKU = ZoneId.of("Asia/Baku");
    private static final int MINUTES_BETWEEN_LOOKS = 15;
    private final Map<DropAgency, DropOutbox> outboxes = new LinkedHashMap<>();
    private final DemoKeys keys;
    private final CompletableFuture<Void> left = new CompletableFuture<>();
    private ScheduledExecutorService clerk;

    FileDrops(List<DropAgency> agencies, MockSettings settings, Population population, DemoKeys keys, Faults faults) {
        this.keys = keys;
        for (DropAgency agency : agencies) {
            DropOutbox outbox = new DropOutbox(settings.drops(), agency);
            outboxes.put(agency, outbox);
            // The gateway pins the certificate at its own start, before any file is there.
            keys.agency(agency.id(), agency.algorithm());
            open(outbox, population.size());
            BadDrops bad = new BadDrops(agency, outbox, population, keys);
            faults.onChange(changed -> {
                if (changed.equals(agency.id())) {
                    spoil(bad, faults, changed);
                }
            });
        }
    }

    /** Waits until every file that was due at the start is there. */
    public void awaitLeft(Duration longest) throws InterruptedException, ExecutionException, TimeoutException {
        left.get(longest.toMillis(), TimeUnit.MILLISECONDS);
    }

    @Override
    public synchronized void start() {
        clerk = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "mock-file-drops");
            thread.setDaemon(true);
            return thread;
        });
        clerk.scheduleWithFixedDelay(this::leaveAll, 0, MINUTES_BETWEEN_LOOKS, TimeUnit.MINUTES);
    }

    private void leaveAll() {
        try {
            for (Map.Entry<DropAgency, DropOutbox> each : outboxes.entrySet()) {
                leave(each.getKey(), each.getValue());
            }
            left.complete(null);
        } catch (IOException | RuntimeException e) {
            LOG.error("Mock file drops cannot be left", e);
            left.completeExceptionally(e);
        }
    }

    private void leave(DropAgency agency, DropOutbox outbox) throws IOException {
        List<Drop> due = agency.due(LocalDate.now(BAKU)).stream()
                .filter(drop -> !outbox.left(drop))
                .toList();
        for (Drop drop : due) {
            outbox.leave(drop, keys.agency(agency.id(), agency.algorithm()));
        }
        if (!due.isEmpty()) {
            LOG.info("Mock {} left {} files", agency.id(), due.size());
        }
    }

    private static void open(DropOutbox outbox, int population) {
        try {
            outbox.open(population);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void spoil(BadDrops bad, Faults faults, String agency) {
        try {
            bad.leave(faults.of(agency), LocalDate.now(BAKU));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public synchronized void stop() {
        if (clerk != null) {
            clerk.shutdownNow();
            clerk = null;
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return clerk != null;
    }
}
