package az.dost.vahid.journeys.event;

import static java.util.stream.Collectors.partitioningBy;
import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.faces.OutsideTool;
import az.dost.vahid.leak.LeakListener;
import az.dost.vahid.mock.kit.Credential;
import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.process.ChildProcess;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.sources.ingest.TestDatabase;
import com.nimbusds.jose.JWSObject;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.interfaces.ECPrivateKey;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.datasource.DriverManagerDataSource;

/**
 * Events to five subscribers, one of them down until half are published, while the gateway and the broker are killed
 * again and again: each subscriber ends with each event once, in order per citizen.
 */
@Tag("endurance")
class EventsEnduranceTest {
    private static final int EVENTS = Integer.getInteger("endurance.events", 100_000);
    private static final int GATEWAY_KILLS = Integer.getInteger("endurance.kills", 5);
    private static final int BROKER_KILLS = Integer.getInteger("endurance.broker-kills", 2);
    private static final long SEED = Long.getLong("endurance.seed", System.nanoTime());
    private static final int CITIZENS = 500;
    private static final int PUBLISHERS = 25;
    private static final int SUBSCRIBERS = 5;
    private static final Duration LONGEST = Duration.ofMinutes(90);
    private static final String MOVES = "gives: {az.dost.address-change.v1: [fin, region]}\nconsumers: 8\n";

    @TempDir
    Path folder;

    private final AtomicInteger published = new AtomicInteger();
    private volatile boolean ended;
    private int port;

    @Test
    void each_subscriber_ends_with_each_event_once_in_order_per_citizen() throws Exception {
        OutsideTool.needed(
                SeparateBroker.available(), "There is no Artemis distribution below target (mvn -Pendurance makes it)");
        System.out.println("-Dendurance.seed=" + SEED + " repeats the moments of the kills");
        EventGateway.prepare(folder);
        port = FreePort.next();
        List<Ledger> ledgers = List.of(new Ledger(), new Ledger());
        String database = TestDatabase.create();
        try (SeparateBroker broker = new SeparateBroker(folder);
                Webhook up = new Webhook(ledgers.get(0));
                Webhook down = new Webhook(ledgers.get(1))) {
            down.status = 503;
            subscribe("up", "{webhook: " + up.address() + "}");
            subscribe("down", "{webhook: " + down.address() + "}");
            Credential clinic = new DemoKeys(folder.resolve("clinic"), new Faults()).agency("clinic", "EC");
            Files.copy(folder.resolve("clinic/agencies/clinic.pem"), folder.resolve("subscriptions/clinic.pem"));
            subscribe("first-queue", "{queue: first.events, certificate: clinic.pem}");
            subscribe("second-queue", "{queue: second.events, certificate: clinic.pem}");
            subscribe("filed", "{folder: filed}");
            try (QueueSubscriber first =
                            new QueueSubscriber(broker.connections(), "first.events", (ECPrivateKey) clinic.key());
                    QueueSubscriber second =
                            new QueueSubscriber(broker.connections(), "second.events", (ECPrivateKey) clinic.key());
                    ChildProcess gateway = new ChildProcess(
                            folder.resolve("gateway.log"),
                            EventGateway.class,
                            List.of("-Xmx384m"),
                            settings(database, broker))) {
                gateway.start();
                List<Ledger> all = new ArrayList<>(ledgers);
                all.addAll(List.of(first.ledger, second.ledger));
                long start = System.nanoTime();
                List<Thread> publishers = publish();
                run(gateway, broker, down, all);
                for (Thread publisher : publishers) {
                    publisher.join();
                }
                long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
                System.out.printf(
                        "%d events to %d subscribers in %d s: %.0f deliveries a second; repeated under the same key: %s%n",
                        EVENTS,
                        SUBSCRIBERS,
                        seconds,
                        (double) EVENTS * SUBSCRIBERS / seconds,
                        all.stream().map(ledger -> ledger.repeated).toList());
                all.forEach(ledger -> assertThat(ledger.wrong).isEmpty());
                assertThat(all).allSatisfy(ledger -> assertThat(ledger.taken).hasValue(EVENTS));
                assertThat(List.of(first.passedOnTwice, second.passedOnTwice))
                        .as("passed on twice to a queue")
                        .allMatch(List::isEmpty);
                assertThat(filed().wrong).isEmpty();
                assertThat(deadLetters(database)).isZero();
                LeakListener.log(gateway.log());
            }
        } finally {
            ended = true;
        }
    }

    private List<String> settings(String database, SeparateBroker broker) {
        List<String> settings =
                EventGateway.settings(folder, database, "--vahid.events.retry.patient.attempts=1000000");
        settings.replaceAll(setting -> setting.equals("--server.port=0")
                ? "--server.port=" + port
                : setting.replace("crypto=jdk", "crypto=native"));
        settings.addAll(broker.settings());
        return settings;
    }

    private void subscribe(String id, String deliver) throws Exception {
        Files.writeString(
                folder.resolve("subscriptions/" + id + ".yaml"),
                "id: " + id + "\nsubscriber: reader\nlegalBasis: Test\n" + MOVES + "deliver: " + deliver + "\n");
    }

    /** Each publisher has citizens of its own, and goes on with the next event when the one before is acknowledged. */
    private List<Thread> publish() {
        List<Thread> threads = new ArrayList<>();
        for (int own = 0; own < PUBLISHERS; own++) {
            int first = own;
            Thread thread = new Thread(
                    () -> {
                        Publisher registry = new Publisher(() -> port, "registry");
                        for (int number = 0; number < EVENTS / CITIZENS; number++) {
                            for (int citizen = first; citizen < CITIZENS; citizen += PUBLISHERS) {
                                acknowledged(registry, citizen, number);
                            }
                        }
                    },
                    "publisher-" + own);
            thread.start();
            threads.add(thread);
        }
        return threads;
    }

    private void acknowledged(Publisher registry, int citizen, int number) {
        var event = Publisher.move(citizen + "-" + number, String.format("E%06d", citizen), "R" + number);
        while (!ended) {
            try {
                var answer = registry.publish(event);
                if (answer.statusCode() == 202) {
                    published.incrementAndGet();
                    return;
                }
                assertThat(answer.statusCode()).as(answer.body()).isGreaterThanOrEqualTo(500);
                Thread.sleep(200);
            } catch (java.io.UncheckedIOException e) {
                await(500);
            } catch (InterruptedException e) {
                return;
            }
        }
    }

    private static void await(long ms) {
        try {
            Thread.sleep(ms);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Kills as the work goes on, and returns once everything has arrived. */
    private void run(ChildProcess gateway, SeparateBroker broker, Webhook down, List<Ledger> all) throws Exception {
        Random moments = new Random(SEED);
        long start = System.nanoTime();
        int gatewayKills = 0;
        int brokerKills = 0;
        long told = 0;
        while (!arrived(all)) {
            Thread.sleep(200);
            assertThat(gateway.lives())
                    .as("the gateway lives, whose log is %s", gateway.written())
                    .isTrue();
            long seconds = TimeUnit.NANOSECONDS.toSeconds(System.nanoTime() - start);
            assertThat(seconds).as("seconds, with %s", state(all)).isLessThan(LONGEST.toSeconds());
            if (seconds / 20 > told) {
                told = seconds / 20;
                System.out.println(seconds + " s: " + state(all));
            }
            if (published.get() * 2 >= EVENTS) {
                down.status = 204;
            }
            double done = all.stream().mapToInt(ledger -> ledger.taken.get()).sum() / (double) (EVENTS * all.size());
            if (gatewayKills < GATEWAY_KILLS && done > (gatewayKills + 0.4) / GATEWAY_KILLS) {
                Thread.sleep(moments.nextInt(500));
                gateway.kill();
                gatewayKills++;
                System.out.println(seconds + " s: gateway killed, " + state(all));
                gateway.start();
            } else if (brokerKills < BROKER_KILLS && done > (brokerKills + 0.6) / BROKER_KILLS) {
                Thread.sleep(moments.nextInt(500));
                broker.kill();
                brokerKills++;
                System.out.println(seconds + " s: broker killed, " + state(all));
                broker.start();
            }
        }
        assertThat(List.of(gatewayKills, brokerKills)).as("kills").containsExactly(GATEWAY_KILLS, BROKER_KILLS);
    }

    private String state(List<Ledger> all) {
        return "published " + published + ", arrived "
                + all.stream().map(ledger -> ledger.taken).toList();
    }

    private boolean arrived(List<Ledger> all) {
        String[] files = folder.resolve("data/events/filed").toFile().list((own, name) -> name.endsWith(".jws"));
        return all.stream().allMatch(ledger -> ledger.taken.get() >= EVENTS) && files != null && files.length >= EVENTS;
    }

    /**
     * The files by their names' order, which is that of publication. Each kill may leave one that was being written,
     * below a hidden name.
     */
    private Ledger filed() throws Exception {
        Ledger ledger = new Ledger();
        try (var files = Files.list(folder.resolve("data/events/filed"))) {
            var byHidden =
                    files.sorted().collect(partitioningBy(file -> file.toFile().isHidden()));
            assertThat(byHidden.get(true)).hasSizeLessThanOrEqualTo(GATEWAY_KILLS);
            for (Path file : byHidden.get(false)) {
                var event = Publisher.JSON.readTree(
                        JWSObject.parse(Files.readString(file)).getPayload().toBytes());
                ledger.take(file.getFileName().toString(), event.path("id").textValue());
            }
        }
        assertThat(ledger.taken).hasValue(EVENTS);
        return ledger;
    }

    private static int deadLetters(String database) {
        return new JdbcTemplate(new DriverManagerDataSource(database))
                .queryForObject("select count(*) from dead_letter", Integer.class);
    }
}
