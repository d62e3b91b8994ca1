package az.dost.vahid.bench;

import az.dost.vahid.bench.scatter.ScatterApplication;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Asking twenty agencies and merging what they say, beside nginx with Lua doing the same. */
final class Scatter implements Measurement {
    private static final int START_SECONDS = 60;
    private static final LoadKind SCATTER = new LoadKind("scatter and merge alone, 16 callers", 0, 16, 0);
    private static final List<Path> MODULES = List.of(Path.of("/usr/lib/nginx/modules/ngx_http_lua_module.so"), Path.of("/usr/sbin/nginx"));
    /** Of the last agency's reply. */
    private static final Ask ASK = new Ask("/scatter", Map.of("Content-Type", "application/json"), List.of("{}"), "\"agency\":\"19\"");

    @Override
    public List<Target> measure(Stage stage, Meter meter) throws Exception {
        if (!MODULES.stream().allMatch(Files::exists)) {
            System.out.println("Skipped: needs Debian's packages nginx and libnginx-mod-http-lua");
            return List.of();
        }
        int port = Run.freePort();
        try (Launched scatter = Launched.java("scatter", stage.run().folder(), Stage.HEAP, stage.run().classpath(),
                ScatterApplication.class.getName(), List.of(Integer.toString(stage.stubPort()), Integer.toString(port))).awaitPort(port, START_SECONDS);
                Nginx nginx = new Nginx(stage.run().folder().resolve("nginx-scatter"), configuration(stage.stubPort()))) {
            Peer vahid = new Peer("scatter", scatter, port, ASK);
            Peer lua = new Peer("nginx-lua", nginx.process(), nginx.port(), ASK);
            meter.measure(List.of(meter.warmUp(vahid), meter.warmUp(lua)), SCATTER);
            Figures figures = new Figures(meter.samples());
            return List.of(Target.most("CPU, scatter and merge, Vahid's / nginx with Lua", figures.ratio("scatter", "nginx-lua", SCATTER, Sample::cpuMs), 2),
                    Target.least("scatters/s, Vahid's / nginx with Lua", figures.ratio("scatter", "nginx-lua", SCATTER, Sample::perSecond), 0.6));
        }
    }

    private static String configuration(int stub) throws IOException {
        try (var in = Scatter.class.getResourceAsStream("/scatter.conf")) {
            return new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8).replace("{stub}", Integer.toString(stub));
        }
    }
}
