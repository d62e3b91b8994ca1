package az.dost.vahid.bench;

import az.dost.vahid.bench.empty.Empty;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.activemq.artemis.core.config.impl.ConfigurationImpl;
import org.apache.activemq.artemis.core.server.embedded.EmbeddedActiveMQ;

/**
 * From nothing to the first answer: the gateway alone, its database and broker outside, beside an empty application of
 * the same libraries. Both are loaded from one jar file by Spring Boot's own class loader, and both from a jar taken
 * apart; and where there is a JDK 25, both on it, without and with an ahead-of-time cache.
 */
final class Starts implements Measurement {
    /** What the empty application answers at. */
    static final String READY = "/ready";

    static final int PATIENCE_SECONDS = 120;
    private static final List<String> EMPTY_SETTINGS = List.of(
            "--spring.config.location=optional:classpath:none/",
            "--spring.main.banner-mode=off",
            "--camel.main.routes-include-pattern=false");
    private static final LoadKind START = new LoadKind("start", 0, 1, 0);

    @Override
    public List<Target> measure(Stage stage, Meter meter) throws Exception {
        List<Sample> samples = meter.samples();
        String apart = stage.unpacked().toString();
        int broker = Run.freePort();
        EmbeddedActiveMQ artemis = broker(broker);
        try {
            for (int round = 1; round <= (stage.run().quick() ? 3 : 5); round++) {
                samples.add(
                        gateway(stage, "gateway-start", round, stage.run().jar().toString(), broker));
                samples.add(gateway(stage, "gateway-apart", round, apart, broker));
                samples.add(empty(
                        stage,
                        "empty-start",
                        round,
                        "-cp",
                        stage.run().jar().toString(),
                        "-Dloader.main=" + Empty.class.getName(),
                        "-Dloader.path=" + stage.run().ownClasses(),
                        "org.springframework.boot.loader.launch.PropertiesLauncher"));
                samples.add(empty(
                        stage,
                        "empty-apart",
                        round,
                        "-cp",
                        apart + File.pathSeparator + stage.run().ownClasses(),
                        Empty.class.getName()));
                if (Newer.wants() == null) {
                    newer(stage, samples, round, broker);
                }
            }
        } finally {
            artemis.stop();
        }
        Figures figures = new Figures(samples);
        List<Target> targets = new ArrayList<>(List.of(
                Target.most(
                        "time to the first answer, gateway / empty application",
                        figures.ratio("gateway-start", "empty-start", START, Sample::p50),
                        2),
                Target.told(
                        "time to the first answer, gateway taken apart / empty application",
                        figures.ratio("gateway-apart", "empty-start", START, Sample::p50)),
                Target.told(
                        "time to the first answer, both taken apart, gateway / empty application",
                        figures.ratio("gateway-apart", "empty-apart", START, Sample::p50)),
                Target.told(
                        "CPU to the first answer, gateway / empty application",
                        figures.ratio("gateway-start", "empty-start", START, Sample::cpuMs)),
                Target.told(
                        "CPU to the first answer, gateway taken apart / empty application",
                        figures.ratio("gateway-apart", "empty-start", START, Sample::cpuMs)),
                Target.told(
                        "CPU to the first answer, both taken apart, gateway / empty application",
                        figures.ratio("gateway-apart", "empty-apart", START, Sample::cpuMs))));
        targets.addAll(newer(figures));
        return targets;
    }

    /** On the newer JDK, all taken apart: without a cache and with one. */
    private static void newer(Stage stage, List<Sample> samples, int round, int broker) throws Exception {
        Newer newer = stage.newer();
        String apart = stage.unpacked().toString();
        samples.add(gateway(newer.program(), List.of(), stage, "gateway-25", round, apart, broker));
        samples.add(gateway(newer.program(), newer.withCache(), stage, "gateway-cached", round, apart, broker));
        List<String> launch = emptyApart(stage, newer.emptyJar());
        samples.add(start(newer.program(), stage, "empty-25", round, READY, launch));
        samples.add(start(
                newer.program(),
                stage,
                "empty-cached",
                round,
                READY,
                Stream.concat(newer.withEmptysCache().stream(), launch.stream()).toList()));
    }

    private static List<Target> newer(Figures figures) {
        if (Newer.wants() != null) {
            return List.of(Target.notMeasured("CPU to the first answer with an ahead-of-time cache", Newer.wants()));
        }
        return List.of(
                Target.told(
                        "CPU to the first answer on JDK 25, gateway / empty application",
                        figures.ratio("gateway-25", "empty-25", START, Sample::cpuMs)),
                Target.most(
                        "CPU to the first answer on JDK 25, gateway with its cache / empty application",
                        figures.ratio("gateway-cached", "empty-25", START, Sample::cpuMs),
                        1.5),
                Target.told(
                        "CPU to the first answer on JDK 25, gateway / empty application, each with its cache",
                        figures.ratio("gateway-cached", "empty-cached", START, Sample::cpuMs)),
                Target.told(
                        "CPU to the first answer on JDK 25, gateway with its cache / without",
                        figures.ratio("gateway-cached", "gateway-25", START, Sample::cpuMs)));
    }

    /** The same jar, with the pages and their libraries and without them. */
    Target withAndWithoutPages(Stage stage, List<Sample> samples) throws Exception {
        String without =
                WithoutPages.of(stage.run().jar(), stage.run().folder()).toString();
        int broker = Run.freePort();
        EmbeddedActiveMQ artemis = broker(broker);
        try {
            for (int round = 1; round <= (stage.run().quick() ? 3 : 5); round++) {
                samples.add(gateway(
                        stage, "start-with-pages", round, stage.run().jar().toString(), broker));
                samples.add(gateway(stage, "start-without-pages", round, without, broker));
            }
        } finally {
            artemis.stop();
        }
        return Target.most(
                "time to the first answer, gateway with pages in its jar / without them",
                new Figures(samples).ratio("start-with-pages", "start-without-pages", START, Sample::p50),
                1);
    }

    private static EmbeddedActiveMQ broker(int port) throws Exception {
        EmbeddedActiveMQ artemis = new EmbeddedActiveMQ()
                .setConfiguration(new ConfigurationImpl()
                        .setSecurityEnabled(false)
                        .setPersistenceEnabled(false)
                        .addAcceptorConfiguration("tcp", "tcp://127.0.0.1:" + port));
        artemis.start();
        return artemis;
    }

    private static Sample gateway(Stage stage, String name, int round, String jar, int broker) {
        return gateway(Launched.executable(), List.of(), stage, name, round, jar, broker);
    }

    private static Sample gateway(
            String program, List<String> more, Stage stage, String name, int round, String jar, int broker) {
        List<String> options = new ArrayList<>(more);
        options.addAll(List.of(
                "-jar",
                jar,
                "--spring.profiles.active=production",
                "--spring.config.additional-location=file:" + stage.settings(),
                "--vahid.data=" + stage.run().folder().resolve(name),
                "--vahid.warm-up.longest-ms=0",
                "--vahid.drain.seconds=0",
                "--spring.artemis.mode=native",
                "--spring.artemis.broker-url=tcp://127.0.0.1:" + broker,
                "--vahid.broker.durable=false"));
        return start(program, stage, name, round, "/v1/keys", options);
    }

    /** @param classes jar of the empty application. @return what starts it from a jar taken apart */
    static List<String> emptyApart(Stage stage, Path classes) {
        List<String> options = new ArrayList<>(List.of(Launched.LOGGING.get(1)));
        options.addAll(List.of("-cp", stage.unpacked() + File.pathSeparator + classes, Empty.class.getName()));
        options.addAll(EMPTY_SETTINGS);
        return options;
    }

    /** @param launch what loads it, and from where */
    private static Sample empty(Stage stage, String name, int round, String... launch) {
        List<String> options = new ArrayList<>(List.of(Launched.LOGGING.get(1)));
        options.addAll(List.of(launch));
        options.addAll(EMPTY_SETTINGS);
        return start(Launched.executable(), stage, name, round, READY, options);
    }

    /** The same, to be asked once. */
    static Peer empty(String name, Stage stage) {
        int port = Run.freePort();
        List<String> arguments = new ArrayList<>(EMPTY_SETTINGS);
        arguments.add("--server.port=" + port);
        return new Peer(
                name,
                stage.start(
                        Launched.java(
                                name,
                                stage.run().folder(),
                                stage.run().options(Stage.HEAP),
                                stage.run().classpath(),
                                Empty.class.getName(),
                                arguments),
                        port),
                port,
                new Ask(READY, Map.of(), List.of(), "ready"));
    }

    private static Sample start(
            String program, Stage stage, String name, int round, String path, List<String> options) {
        int port = Run.freePort();
        List<String> command = new ArrayList<>(List.of(program));
        command.addAll(Stage.HEAP);
        command.addAll(options);
        command.add("--server.port=" + port);
        long from = System.nanoTime();
        try (Launched process = new Launched(name, stage.run().folder(), command)
                .awaitOk("http://127.0.0.1:" + port + path, PATIENCE_SECONDS)) {
            double ms = (System.nanoTime() - from) / 1e6;
            Sample sample = new Sample(
                    name,
                    START.name(),
                    round,
                    1000 / ms,
                    ms,
                    ms,
                    ms,
                    process.cpuMs(),
                    0,
                    process.status("VmRSS") / 1024,
                    0,
                    0,
                    0,
                    process.status("Threads"));
            System.out.printf("%-14s %6.0f ms  %6.0f CPU-ms  %d MiB%n", name, ms, sample.cpuMs(), sample.residentMb());
            return sample;
        }
    }
}
