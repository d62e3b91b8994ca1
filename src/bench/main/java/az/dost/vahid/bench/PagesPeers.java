package az.dost.vahid.bench;

import java.util.ArrayList;
import java.util.List;

/** The pages, a process of their own, with the issuer at which people log in and the gateway whose clients they are. */
final class PagesPeers {
    private static final int START_SECONDS = 180;
    private final Stage stage;
    private final int issuerPort = Run.freePort();
    private final int pagesPort = Run.freePort();
    private final String issuer = "http://localhost:" + issuerPort + "/issuer";
    private final Peer gateway;

    PagesPeers(Stage stage) {
        this.stage = stage;
        List<String> mocks = new ArrayList<>(List.of(
                "mocks",
                "--vahid.mocks.http-port=" + issuerPort,
                "--vahid.pages.port=" + pagesPort,
                "--vahid.mocks.sftp-port=" + Run.freePort(),
                "--vahid.data=" + stage.run().folder().resolve("issuer"),
                "--vahid.mocks.population=1000"));
        Endpoints.TLS.forEach(agency -> mocks.add("--vahid.mocks.tls-ports." + agency + "=" + Run.freePort()));
        stage.start(
                Launched.jar("issuer", stage.run().folder(), stage.run().options("-Xmx256m"), stage.unpacked(), mocks),
                issuerPort);
        gateway = stage.gateway(
                "gateway-viewed",
                "native",
                "--vahid.tokens.issuer=" + issuer,
                "--vahid.tokens.keys=" + issuer + "/keys");
    }

    Peer gateway() {
        return gateway;
    }

    /** Nobody asks it as a peer is asked: {@link Viewer} looks at it. */
    Peer pages() {
        gateway.process().awaitOk("http://127.0.0.1:" + gateway.port() + "/actuator/health/readiness", START_SECONDS);
        Launched process = stage.start(
                Launched.jar(
                        "pages",
                        stage.run().folder(),
                        stage.run().options("-Xmx192m"),
                        stage.unpacked(),
                        List.of(
                                "pages",
                                "--vahid.pages.port=" + pagesPort,
                                "--vahid.pages.address=" + address(pagesPort),
                                "--vahid.pages.gateway=http://localhost:" + gateway.port(),
                                "--vahid.pages.issuer=" + issuer,
                                "--vahid.pages.client=pages",
                                "--vahid.pages.secret=demo-pages")),
                pagesPort);
        return new Peer("pages", process.awaitPort(pagesPort, START_SECONDS), pagesPort, null);
    }

    static String address(Peer pages) {
        return address(pages.port());
    }

    private static String address(int port) {
        return "http://localhost:" + port;
    }
}
