package az.dost.vahid.mock.issuer;

import az.dost.vahid.mock.kit.DemoKeys;
import az.dost.vahid.mock.kit.Faults;
import az.dost.vahid.mock.kit.MockServer;
import az.dost.vahid.mock.kit.MockSettings;
import az.dost.vahid.mock.kit.ReadyKeys;
import az.dost.vahid.process.FreePort;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** The demonstration's issuer alone, for pages whose gateway is played. */
public final class RunningIssuer implements AutoCloseable {
    private final int port = FreePort.next();
    private final MockServer server;
    private final DemoIssuer issuer;

    /** @param pages addresses to which people may come back */
    public RunningIssuer(String... pages) {
        try {
            Path folder = Files.createTempDirectory("issuer-");
            ReadyKeys.lay(folder);
            Faults faults = new Faults();
            MockSettings settings = new MockSettings(port, Map.of(), 0, 1, folder, folder, Map.of(), List.of(pages));
            server = new MockServer(settings, new DemoKeys(folder, faults), faults);
            issuer = new DemoIssuer(server, settings);
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public String address() {
        return "http://localhost:" + port + IssuerAddress.PATH;
    }

    /** The logins of all of the demonstration's people. */
    public static List<String> people() {
        return DemoPeople.ALL.stream().map(DemoPerson::login).toList();
    }

    @Override
    public void close() {
        server.stop();
        issuer.destroy();
    }
}
