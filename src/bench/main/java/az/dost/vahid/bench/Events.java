package az.dost.vahid.bench;

import io.vertx.core.Vertx;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;

/**
 * Life events to a webhook: how many a second of those that wait, beside a plain durable consumer of the same broker;
 * and how many a second while others publish, live, and from a backlog after a restart.
 */
final class Events implements Measurement {
    private static final LoadKind WAITING = new LoadKind("events that wait, to a webhook", 0, 8, 0);
    private static final LoadKind LIVE = new LoadKind("events to a webhook, 16 publishers", 0, 16, 0);
    private static final LoadKind BACKLOG = new LoadKind("events to a webhook from a backlog, 16 publishers", 0, 16, 0);
    private static final int PATIENCE_SECONDS = 600;
    /** Most of what is compiled after a start is not measured. */
    private static final long LEAD_IN_MS = 10_000;

    private Webhook webhook;
    private EventPeers peers;
    private Meter meter;
    private Vertx vertx;
    private boolean quick;
    /** That the subscriber is to have. */
    private int published;

    @Override
    public List<Target> measure(Stage stage, Meter shared) throws Exception {
        meter = shared;
        quick = stage.run().quick();
        vertx = Vertx.vertx();
        try {
            peers = stage.events();
            webhook = peers.webhook();
            Peer gateway = stage.start(PeerKind.EVENTS);
            try (Launched plain = stage.start(PeerKind.PLAIN).process()) {
                waiting(gateway, plain);
            }
            gateway.process().close();
            starts();
        } finally {
            vertx.close();
        }
        Figures figures = new Figures(meter.samples());
        return List.of(
                Target.least(
                        "deliveries/s to a webhook, gateway / plain durable consumer",
                        figures.ratio(EventPeers.EVENTS, EventPeers.PLAIN, WAITING, Sample::perSecond),
                        0.5),
                Target.told(
                        "CPU a delivery, gateway / plain durable consumer",
                        figures.ratio(EventPeers.EVENTS, EventPeers.PLAIN, WAITING, Sample::cpuMs)),
                Target.least(
                        "deliveries/s from a backlog while others publish / live",
                        figures.ratio(EventPeers.EVENTS, BACKLOG, LIVE, Sample::perSecond),
                        1));
    }

    /** The first round is not kept: what delivers is compiled in it. */
    private void waiting(Peer gateway, Launched plain) throws Exception {
        int events = quick ? 2000 : 5000;
        for (int round = 0; round <= (quick ? 2 : 4); round++) {
            webhook.shut();
            publish(gateway, events);
            deliver(gateway.process(), EventPeers.EVENTS, round, events);
            webhook.shut();
            peers.send(events);
            deliver(plain, EventPeers.PLAIN, round, events);
        }
    }

    private void publish(Peer gateway, int events) throws Exception {
        try (Publishers publishers = new Publishers(vertx, gateway.port(), EventPeers.PUBLISHER, events)) {
            publishers.await();
            published += publishers.acknowledged();
            if (publishers.failed() > 0) {
                throw new IllegalStateException(
                        publishers.failed() + " events were not published, the first for: " + publishers.refusal());
            }
        }
        await("relay", peers::relayed);
    }

    private void deliver(Launched process, String what, int round, int events) throws Exception {
        int before = webhook.taken(what);
        long cpu = process.cpuMs();
        long from = System.nanoTime();
        webhook.open();
        await("deliveries of " + process.name(), () -> webhook.taken(what) >= before + events);
        keep(process, what, WAITING, round, events, from, cpu);
    }

    /** Live after a start, and from a backlog after a start: what is compiled meanwhile costs both the same. */
    private void starts() throws Exception {
        int events = quick ? 8000 : 20_000;
        for (int round = 1; round <= 2; round++) {
            Peer live = peers.gateway("events-live-" + round);
            webhook.open();
            spell(live, LIVE, round);
            arrived();
            webhook.shut();
            publish(live, events);
            live.process().close();
            Peer behind = peers.gateway("events-backlog-" + round);
            webhook.open();
            spell(behind, BACKLOG, round);
            arrived();
            behind.process().close();
        }
    }

    private void arrived() throws Exception {
        await("the rest", () -> webhook.taken(EventPeers.EVENTS) >= published);
    }

    private void spell(Peer gateway, LoadKind kind, int round) throws Exception {
        Publishers publishers = new Publishers(vertx, gateway.port(), EventPeers.PUBLISHER, Integer.MAX_VALUE);
        try (publishers) {
            Thread.sleep(LEAD_IN_MS);
            int before = webhook.taken(EventPeers.EVENTS);
            long cpu = gateway.process().cpuMs();
            long from = System.nanoTime();
            Thread.sleep(quick ? 8000 : 20_000);
            keep(
                    gateway.process(),
                    EventPeers.EVENTS,
                    kind,
                    round,
                    webhook.taken(EventPeers.EVENTS) - before,
                    from,
                    cpu);
        }
        published += publishers.acknowledged();
        System.out.printf("  %d published, %d not%n", publishers.acknowledged(), publishers.failed());
    }

    private void keep(Launched process, String what, LoadKind kind, int round, int events, long from, long cpu) {
        double seconds = (System.nanoTime() - from) / 1e9;
        Sample sample = new Sample(
                what,
                kind.name(),
                round,
                events / seconds,
                0,
                0,
                0,
                (process.cpuMs() - cpu) / (double) Math.max(1, events),
                0,
                process.status("VmRSS") / 1024,
                0,
                0,
                0,
                process.status("Threads"));
        System.out.printf(
                "%-8s %-52s %8.1f/s  %6.2f CPU-ms  %d MiB%n",
                what, kind.name(), sample.perSecond(), sample.cpuMs(), sample.residentMb());
        if (round > 0) {
            meter.samples().add(sample);
        }
    }

    private static void await(String what, BooleanSupplier done) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
        while (!done.getAsBoolean()) {
            if (System.nanoTime() > end) {
                throw new IllegalStateException("Not in " + PATIENCE_SECONDS + " s: " + what);
            }
            Thread.sleep(20);
        }
    }
}
