package az.dost.vahid.mock.kit;

import az.dost.vahid.problem.StartException;
import io.undertow.Handlers;
import io.undertow.Undertow;
import io.undertow.UndertowOptions;
import io.undertow.server.HttpHandler;
import io.undertow.servlet.Servlets;
import io.undertow.servlet.api.DeploymentInfo;
import io.undertow.servlet.api.DeploymentManager;
import io.undertow.servlet.util.ImmediateInstanceFactory;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.ServletException;
import java.io.IOException;
import java.net.ServerSocket;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.springframework.context.SmartLifecycle;
import org.xnio.Options;
import org.xnio.SslClientAuthMode;

/**
 * The HTTP side of all mock agencies: every agency lives below {@code /<agency>}, over TLS on a port of its own when
 * its connection is its proof. SOAP agencies publish CXF endpoints on {@link #bus()} with the address {@code /<agency>}.
 */
public final class MockServer implements SmartLifecycle {
    private final MockSettings settings;
    private final DemoKeys keys;
    private final Faults faults;
    private final Replies replies = new Replies();
    private final Bus bus = new CXFBusFactory().createBus();
    private final DeploymentInfo deployment = Servlets.deployment()
            .setClassLoader(MockServer.class.getClassLoader()).setContextPath("/").setDeploymentName("mocks");
    private final Set<String> mutual = new HashSet<>();
    private Undertow undertow;

    public MockServer(MockSettings settings, DemoKeys keys, Faults faults) {
        this.settings = settings;
        this.keys = keys;
        this.faults = faults;
        CXFNonSpringServlet cxf = new CXFNonSpringServlet();
        cxf.setBus(bus);
        servlet("cxf", "/*", cxf);
        servlet("control", "/control/*", new ControlServlet(faults));
        servlet("replies", "/control/replies/*", new RepliesServlet(replies));
        filter("faults", "/*", new FaultFilter(faults, settings.tlsPorts()));
    }

    /** The CXF bus on which SOAP agencies publish. */
    public Bus bus() {
        return bus;
    }

    /** What the agencies' replies are told to say; whoever signs them applies it first. */
    public Replies replies() {
        return replies;
    }

    /** Serves one REST agency below {@code /<agency>}. */
    public void rest(String agency, RestEndpoint endpoint) {
        servlet(agency, "/" + agency + "/*", new RestServlet(agency, endpoint));
    }

    /** Makes the agency's TLS port ask for the gateway's client certificate. */
    public void requireClientCertificate(String agency) {
        mutual.add(agency);
    }

    /** Puts a filter before everything below a path. */
    public void filter(String name, String path, Filter filter) {
        deployment.addFilter(Servlets.filter(name, filter.getClass(), new ImmediateInstanceFactory<>(filter)).setAsyncSupported(true));
        deployment.addFilterUrlMapping(name, path, DispatcherType.REQUEST);
    }

    private void servlet(String name, String path, Servlet servlet) {
        deployment.addServlet(Servlets.servlet(name, servlet.getClass(), new ImmediateInstanceFactory<Servlet>(servlet))
                .addMapping(path).setLoadOnStartup(1).setAsyncSupported(true));
    }

    @Override
    public void start() {
        DeploymentManager manager = Servlets.defaultContainer().addDeployment(deployment);
        manager.deploy();
        HttpHandler root;
        try {
            root = new ClosingHandler(Handlers.path(manager.start()), faults, settings.tlsPorts());
        } catch (ServletException e) {
            throw new IllegalStateException(e);
        }
        Undertow.Builder builder = Undertow.builder().setIoThreads(2).setWorkerThreads(128)
                .setServerOption(UndertowOptions.NO_REQUEST_TIMEOUT, 60_000)
                .addHttpListener(settings.httpPort(), "0.0.0.0").setHandler(root);
        settings.tlsPorts().forEach((agency, port) -> builder.addListener(new Undertow.ListenerBuilder()
                .setType(Undertow.ListenerType.HTTPS).setPort(port).setHost("0.0.0.0")
                .setSslContext(MockTls.context(agency, keys, faults))
                .setOverrideSocketOptions(org.xnio.OptionMap.create(Options.SSL_CLIENT_AUTH_MODE,
                        mutual.contains(agency) ? SslClientAuthMode.REQUIRED : SslClientAuthMode.NOT_REQUESTED))));
        undertow = builder.build();
        try {
            undertow.start();
        } catch (RuntimeException e) {
            undertow = null;
            throw new StartException(taken(), e);
        }
    }

    /** Undertow does not say which of its ports it could not have. */
    private String taken() {
        Map<String, Integer> ports = new LinkedHashMap<>();
        ports.put("vahid.mocks.http-port", settings.httpPort());
        settings.tlsPorts().forEach((agency, port) -> ports.put("vahid.mocks.tls-ports." + agency, port));
        for (Map.Entry<String, Integer> port : ports.entrySet()) {
            try (ServerSocket probe = new ServerSocket(port.getValue())) {
                probe.setReuseAddress(true);
            } catch (IOException e) {
                return "Port " + port.getValue() + " is taken: set " + port.getKey() + " to another one";
            }
        }
        return "The mock agencies cannot start";
    }

    @Override
    public void stop() {
        if (undertow != null) {
            undertow.stop();
            undertow = null;
            bus.shutdown(true);
        }
    }

    @Override
    public boolean isRunning() {
        return undertow != null;
    }
}
