package az.dost.vahid.bench;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Asking twenty agencies and merging what they say, beside nginx with Lua and the usual way doing the same. */
final class Scatter implements Measurement {
    private static final int START_SECONDS = 60;
    private static final LoadKind SCATTER = new LoadKind("scatter and merge alone, 16 callers", 0, 16, 0);
    private static final LoadKind SLOW =
            new LoadKind("scatter and merge alone, 64 callers, agencies take 50 ms", 50, 64, 0);
    /** Of the last agency's reply. */
    private static final Ask ASK =
            new Ask("/scatter", Map.of("Content-Type", "application/json"), List.of("{}"), "\"agency\":\"19\"");

    @Override
    public List<Target> measure(Stage stage, Meter meter) throws Exception {
        Peer vahid = meter.warmUp(stage.start(PeerKind.SCATTER));
        try (Launched process = vahid.process()) {
            List<Target> targets = new ArrayList<>(besideNginx(vahid, stage, meter));
            targets.addAll(besideUsual(vahid, stage, meter));
            return targets;
        }
    }

    private static List<Target> besideNginx(Peer vahid, Stage stage, Meter meter) {
        String wanted = PeerKind.NGINX_LUA.wants();
        if (wanted != null) {
            System.out.println("Skipped: " + wanted);
            return List.of();
        }
        Peer lua = stage.start(PeerKind.NGINX_LUA);
        try (Launched process = lua.process()) {
            meter.measure(List.of(vahid, meter.warmUp(lua)), SCATTER);
            Figures figures = new Figures(meter.samples());
            return List.of(
                    Target.most(
                            "CPU, scatter and merge, Vahid's / nginx with Lua",
                            figures.ratio("scatter", "nginx-lua", SCATTER, Sample::cpuMs),
                            2),
                    Target.least(
                            "scatters/s, Vahid's / nginx with Lua",
                            figures.ratio("scatter", "nginx-lua", SCATTER, Sample::perSecond),
                            0.6));
        }
    }

    private static List<Target> besideUsual(Peer vahid, Stage stage, Meter meter) {
        Peer usual = stage.start(PeerKind.SCATTER_USUAL);
        try (Launched process = usual.process()) {
            // Its ten threads wait for agencies, however warm they are.
            meter.measure(List.of(vahid, meter.warmUpBriefly(usual)), SLOW);
            return List.of(Target.least(
                    "scatters/s, Vahid's / usual, 64 callers, agencies take 50 ms",
                    new Figures(meter.samples()).ratio("scatter", "scatter-usual", SLOW, Sample::perSecond),
                    40));
        }
    }

    static Peer nginx(String name, Stage stage) throws IOException {
        Nginx nginx = new Nginx(name, stage.run().folder(), configuration(stage.stubPort()));
        return new Peer(name, nginx.process(), nginx.port(), ASK);
    }

    static Peer application(String name, Class<?> main, Stage stage) {
        int port = Run.freePort();
        return new Peer(
                name,
                Launched.java(
                                name,
                                stage.run().folder(),
                                stage.run().options(Stage.HEAP),
                                stage.run().classpath(),
                                main.getName(),
                                List.of(Integer.toString(stage.stubPort()), Integer.toString(port)))
                        .awaitPort(port, START_SECONDS),
                port,
                ASK);
    }

    private static String configuration(int stub) throws IOException {
        try (var in = Scatter.class.getResourceAsStream("/scatter.conf")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8)
                    .replace("{stub}", Integer.toString(stub));
        }
    }
}
