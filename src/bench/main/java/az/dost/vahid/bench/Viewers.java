package az.dost.vahid.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * What people at the pages cost those who ask for dossiers: twenty of them look at pages that ask again and again. And
 * whether a gateway starts later for having pages in its jar.
 */
final class Viewers implements Measurement {
    /** By turns. */
    static final List<String> PEOPLE = List.of("a.mammadova", "r.ismayilov", "k.aliyev", "l.huseynova");

    private static final int VIEWERS = 20;
    private static final int TURNS = 2;
    private static final int SPAN_SECONDS = 30;
    private static final int QUICK_SPAN_SECONDS = 10;
    private static final LoadKind LOOKUPS = new LoadKind("16 callers, with and without people at the pages", 0, 16, 0);
    private final AtomicInteger answered = new AtomicInteger();
    private final AtomicInteger failed = new AtomicInteger();
    private volatile boolean looking;

    @Override
    public List<Target> measure(Stage stage, Meter meter) throws Exception {
        PagesPeers peers = new PagesPeers(stage);
        Peer gateway = meter.warmUp(peers.gateway());
        String address = PagesPeers.address(peers.pages());
        ScheduledExecutorService eyes = Executors.newScheduledThreadPool(VIEWERS);
        try {
            look(eyes, address);
            turns(gateway, meter, stage.run().quick() ? QUICK_SPAN_SECONDS : SPAN_SECONDS);
        } finally {
            eyes.shutdownNow();
        }
        Figures figures = new Figures(meter.samples());
        List<Target> targets = new ArrayList<>(List.of(
                Target.most(
                        "CPU a lookup, twenty people at pages that ask again and again / nobody",
                        figures.ratio("viewed", "not-viewed", LOOKUPS, Sample::cpuMs),
                        1.02),
                Target.told(
                        "lookups a second, twenty people at pages / nobody",
                        figures.ratio("viewed", "not-viewed", LOOKUPS, Sample::perSecond)),
                Target.told("answers that these people got", new Figures.Ratio(answered.get(), 0)),
                Target.most("pages that these people did not get", new Figures.Ratio(failed.get(), 0), 0)));
        targets.add(new Starts().withAndWithoutPages(stage, meter.samples()));
        return targets;
    }

    private void turns(Peer gateway, Meter meter, int seconds) throws InterruptedException {
        for (int turn = 0; turn < TURNS; turn++) {
            looking = false;
            meter.endure(gateway.asked("not-viewed", gateway.ask()), LOOKUPS, seconds);
            looking = true;
            meter.endure(gateway.asked("viewed", gateway.ask()), LOOKUPS, seconds);
        }
        looking = false;
    }

    private void look(ScheduledExecutorService eyes, String address) throws IOException, InterruptedException {
        for (int i = 0; i < VIEWERS; i++) {
            Viewer viewer = new Viewer(address, PEOPLE.get(i % PEOPLE.size()));
            eyes.scheduleWithFixedDelay(
                    () -> glance(viewer), viewer.everyMs() * i / VIEWERS, viewer.everyMs(), TimeUnit.MILLISECONDS);
        }
    }

    private void glance(Viewer viewer) {
        if (!looking) {
            return;
        }
        try {
            (viewer.look() ? answered : failed).incrementAndGet();
        } catch (IOException e) {
            failed.incrementAndGet();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
