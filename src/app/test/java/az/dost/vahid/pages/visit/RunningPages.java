package az.dost.vahid.pages.visit;

import az.dost.vahid.mock.issuer.RunningIssuer;
import az.dost.vahid.pages.Pages;
import az.dost.vahid.process.FreePort;
import az.dost.vahid.whole.RunningVahid;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.context.ConfigurableApplicationContext;

/** The pages in this JVM, on a free port, with a gateway and an issuer that a test names. */
public final class RunningPages implements AutoCloseable {
    private static final String OPERATIONS = "--vahid.pages.operations=";
    private final ConfigurableApplicationContext context;
    private final String address;
    private final String asked;
    private final String loggedInAt;
    private final PlayedGateway gateway;
    private final RunningIssuer issuer;

    private static final class Only {
        static final RunningPages ONE = played();
    }

    /**
     * Those of this JVM that ask a {@link PlayedGateway}; they end with the JVM. A test lays out what it needs, and
     * starts with a visit of its own.
     */
    public static RunningPages get() {
        return Only.ONE;
    }

    private static final class Real {
        static final RunningPages ONE = of(RunningVahid.get());
    }

    /**
     * Those of this JVM that ask the whole system of this JVM, where people log in at its issuer; they end with the
     * JVM.
     */
    public static RunningPages real() {
        return Real.ONE;
    }

    /** Others like those, of a system that has no pages yet. */
    public static RunningPages of(RunningVahid vahid, String... settings) {
        return new RunningPages(
                vahid.pagesPort(),
                local(vahid.pagesPort()),
                null,
                null,
                vahid.address(),
                vahid.issuer(),
                withOperations(local(vahid.managementPort()), settings));
    }

    /**
     * Pages of another gateway; their address is one to which the demonstration's issuer lets people come back, at any
     * port.
     */
    public static RunningPages elsewhere(String gateway, String issuer, String... settings) {
        int port = FreePort.next();
        return new RunningPages(port, "http://127.0.0.1:" + port, null, null, gateway, issuer, settings);
    }

    /** Others like those, with settings of their own. */
    public static RunningPages played(String... settings) {
        int port = FreePort.next();
        PlayedGateway gateway = new PlayedGateway();
        RunningIssuer issuer = new RunningIssuer(local(port));
        // The port for operators is another one of a gateway: here one plays both.
        return new RunningPages(
                port,
                local(port),
                gateway,
                issuer,
                gateway.address(),
                issuer.address(),
                withOperations(gateway.address(), settings));
    }

    private static String[] withOperations(String address, String... settings) {
        boolean named = Stream.of(settings).anyMatch(setting -> setting.startsWith(OPERATIONS));
        return named
                ? settings
                : Stream.concat(Stream.of(OPERATIONS + address), Stream.of(settings))
                        .toArray(String[]::new);
    }

    /** Another node of pages like these: at a port of its own, with their address, gateway and issuer. */
    public RunningPages beside(String... settings) {
        return new RunningPages(FreePort.next(), address, null, null, asked, loggedInAt, settings);
    }

    private static String local(int port) {
        return "http://localhost:" + port;
    }

    /** @param told what people call these pages */
    private RunningPages(
            int port,
            String told,
            PlayedGateway gateway,
            RunningIssuer issuer,
            String gatewayAddress,
            String issuerAddress,
            String... settings) {
        address = told.startsWith("http://127") ? told : local(port);
        asked = gatewayAddress;
        loggedInAt = issuerAddress;
        this.gateway = gateway;
        this.issuer = issuer;
        context = Pages.application(List.of())
                .run(Stream.concat(
                                Stream.of(
                                        "--vahid.pages.port=" + port,
                                        "--vahid.pages.address=" + told,
                                        "--vahid.pages.gateway=" + gatewayAddress,
                                        "--vahid.pages.issuer=" + issuerAddress,
                                        "--vahid.pages.client=pages",
                                        "--vahid.pages.secret=demo-pages"),
                                Stream.of(settings))
                        .toArray(String[]::new));
    }

    public String address() {
        return address;
    }

    public PlayedGateway gateway() {
        return gateway;
    }

    public <T> T bean(Class<T> type) {
        return context.getBean(type);
    }

    public <T> Collection<T> beans(Class<T> type) {
        return context.getBeansOfType(type).values();
    }

    @Override
    public void close() {
        context.close();
        if (issuer != null) {
            issuer.close();
            gateway.close();
        }
    }
}
