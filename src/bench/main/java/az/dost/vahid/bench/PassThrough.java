package az.dost.vahid.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * A call from member to member over X-Road's r1, hashed and recorded, beside the floor, which does that and nothing
 * else, and beside the same call direct and through nginx.
 */
final class PassThrough implements Measurement {
    private static final LoadKind CALLS = new LoadKind("pass-through, 16 callers", 0, 16, 0);
    private static final LoadKind LONG = new LoadKind("pass-through for a minute, 16 callers", 0, 16, 0);
    private static final int SECONDS = 60;
    private static final String EXPECTED = "\"agency\":\"0\"";
    private static final double FLAT = 1.1;
    private static final String SERVICE = """
            provider: AZ/GOV/stub/register
            code: plain
            name: Replies without proof
            protocol: rest
            endpoint: plain
            path: /plain
            timeoutMs: 10000
            ratePerSecond: 100000
            maxConcurrent: 1000
            consumers:
              - client: AZ/GOV/dost/centre-1
                endpoints: [POST /0]
            """;

    /** Without proof, from whoever asks. */
    static final Ask PLAIN = new Ask("/plain/0", Map.of("Content-Type", "application/json"), List.of("{}"), EXPECTED);

    @Override
    public List<Target> measure(Stage stage, Meter meter) throws Exception {
        List<Peer> peers = new ArrayList<>();
        Figures figures = new Figures(meter.samples());
        try {
            peers.add(stage.start(PeerKind.EXCHANGE));
            peers.add(stage.start(PeerKind.EXCHANGE_FLOOR));
            peers.add(stage.start(PeerKind.DIRECT));
            if (PeerKind.NGINX_PROXY.wants() == null) {
                peers.add(stage.start(PeerKind.NGINX_PROXY));
            }
            peers.forEach(meter::warmUpBriefly);
            meter.measure(peers, CALLS);
            meter.endure(peers.get(0), LONG, SECONDS);
        } finally {
            peers.stream()
                    .map(Peer::process)
                    .filter(process -> process != stage.stub())
                    .forEach(Launched::close);
        }
        return List.of(
                Target.least(
                        "calls/s, through the gateway / floor",
                        figures.ratio("exchange", "exchange-floor", CALLS, Sample::perSecond),
                        0.7),
                Target.told(
                        "CPU a call, through the gateway / floor",
                        figures.ratio("exchange", "exchange-floor", CALLS, Sample::cpuMs)),
                Target.told(
                        "calls/s, through the gateway / direct",
                        figures.ratio("exchange", "direct", CALLS, Sample::perSecond)),
                Target.told(
                        "calls/s, through the gateway / through nginx",
                        figures.ratio("exchange", "nginx-proxy", CALLS, Sample::perSecond)),
                Target.told("CPU-ms a call through the gateway", figures.ratioTo("exchange", CALLS, Sample::cpuMs, 1)),
                Target.most("calls through the gateway that failed or were refused", bad(meter), 0),
                Target.most(
                        "memory, last fifth of " + SECONDS + " s of calls / second fifth",
                        figures.drift("exchange", LONG, Sample::residentMb),
                        FLAT));
    }

    /** A gateway that refuses is fast: its figures count for nothing then. */
    private static Figures.Ratio bad(Meter meter) {
        return new Figures.Ratio(
                meter.samples().stream()
                        .filter(sample -> sample.peer().equals("exchange"))
                        .mapToLong(sample -> sample.failed() + sample.refused())
                        .sum(),
                0);
    }

    static Peer nginx(String name, Stage stage) throws IOException {
        Nginx nginx = new Nginx(name, stage.run().folder(), configuration(stage.stubPort()));
        return new Peer(name, nginx.process(), nginx.port(), PLAIN);
    }

    static Peer gateway(String name, Stage stage) throws IOException {
        Path services = Files.createDirectories(stage.run().folder().resolve("services"));
        Files.writeString(services.resolve("stub.plain.yaml"), SERVICE);
        Peer gateway = stage.gateway(
                name,
                "native",
                "--vahid.exchange.services=file:" + services,
                "--vahid.endpoints.plain=http://127.0.0.1:" + stage.stubPort());
        return new Peer(
                name,
                gateway.process(),
                gateway.port(),
                new Ask(
                        "/r1/AZ/GOV/stub/register/plain/0",
                        Map.of(
                                "Content-Type",
                                "application/json",
                                "Authorization",
                                "Bearer demo-dost-centre-1",
                                "X-Road-Client",
                                "AZ/GOV/dost/centre-1"),
                        List.of("{}"),
                        EXPECTED));
    }

    private static String configuration(int stub) throws IOException {
        try (var in = PassThrough.class.getResourceAsStream("/proxy.conf")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).replace("{stub}", Integer.toString(stub));
        }
    }
}
