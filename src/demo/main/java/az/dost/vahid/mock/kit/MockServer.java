package az.dost.vahid.mock.kit;

import az.dost.vahid.json.Json;
import az.dost.vahid.problem.StartException;
import com.fasterxml.jackson.core.JacksonException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.servlet.DispatcherType;
import jakarta.servlet.Filter;
import jakarta.servlet.Servlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.apache.cxf.Bus;
import org.apache.cxf.bus.CXFBusFactory;
import org.apache.cxf.transport.servlet.CXFNonSpringServlet;
import org.eclipse.jetty.ee11.servlet.FilterHolder;
import org.eclipse.jetty.ee11.servlet.ServletContextHandler;
import org.eclipse.jetty.ee11.servlet.ServletHolder;
import org.eclipse.jetty.http.HttpCookie;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.ContextHandlerCollection;
import org.springframework.context.SmartLifecycle;

/**
 * The HTTP side of all mock agencies: every agency lives below {@code /<agency>}, over TLS on a port of its own when
 * its connection is its proof. SOAP agencies publish CXF endpoints on {@link #bus()} with the address
 * {@code /<agency>}.
 */
public final class MockServer implements SmartLifecycle {
    private final MockSettings settings;
    private final DemoKeys keys;
    private final Faults faults;
    private final Substitutions replies = new Substitutions();
    private final Bus bus = new CXFBusFactory().createBus();
    private final ServletContextHandler context = new ServletContextHandler("/");
    private final ContextHandlerCollection sites = new ContextHandlerCollection(context);
    private final Set<String> mutual = new HashSet<>();
    private final Map<String, ServerConnector> overTls = new TreeMap<>();
    private Server server;

    public MockServer(MockSettings settings, DemoKeys keys, Faults faults) {
        this.settings = settings;
        this.keys = keys;
        this.faults = faults;
        context.setClassLoader(MockServer.class.getClassLoader());
        CXFNonSpringServlet cxf = new CXFNonSpringServlet();
        cxf.setBus(bus);
        servlet("cxf", "/*", cxf);
        servlet("control", "/control/*", new ControlServlet(faults));
        servlet("replies", "/control/replies/*", new RepliesServlet(replies));
        AskedFilter asked = new AskedFilter();
        servlet("asked", "/control/asked/*", new AskedServlet(asked));
        filter("asked", "/*", asked);
        filter("faults", "/*", new FaultFilter(faults, settings.tlsPorts()));
    }

    /** The CXF bus on which SOAP agencies publish. */
    public Bus bus() {
        return bus;
    }

    /** What the agencies' replies are told to say; whoever signs them applies it first. */
    public Substitutions replies() {
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
        FilterHolder holder = new FilterHolder(filter);
        holder.setName(name);
        holder.setAsyncSupported(true);
        context.addFilter(holder, path, EnumSet.of(DispatcherType.REQUEST));
    }

    /** Serves something beside the agencies, with paths and sessions of its own; no fault is played there. */
    public void site(String path, Filter filter) {
        ServletContextHandler site = new ServletContextHandler(path, ServletContextHandler.SESSIONS);
        site.setClassLoader(MockServer.class.getClassLoader());
        // A browser sends a host's cookies to all its ports: a name of its own is nobody else's.
        site.getSessionHandler().setSessionCookie("vahid-demo" + path.replace('/', '-'));
        site.getSessionHandler().setHttpOnly(true);
        site.getSessionHandler().setSameSite(HttpCookie.SameSite.LAX);
        site.addFilter(new FilterHolder(filter), "/*", EnumSet.of(DispatcherType.REQUEST));
        sites.addHandler(site);
    }

    private void servlet(String name, String path, Servlet servlet) {
        ServletHolder holder = new ServletHolder(name, servlet);
        holder.setInitOrder(1);
        holder.setAsyncSupported(true);
        context.addServlet(holder, path);
    }

    @Override
    public void start() {
        MockListeners listeners = new MockListeners();
        listeners.plain(settings.httpPort());
        settings.tlsPorts()
                .forEach((agency, port) -> overTls.put(
                        agency,
                        listeners.tls(agency, port, MockTls.context(agency, keys, faults), mutual.contains(agency))));
        // The next call is to see the new certificate. Told after the contexts, which then have forgotten the old one.
        faults.onChange(this::closeConnections);
        server = listeners.server();
        server.setHandler(sites);
        try {
            listeners.open();
            server.start();
        } catch (StartException e) {
            server = null;
            throw e;
        } catch (Exception e) {
            stop();
            throw new StartException("The mock agencies cannot start", e);
        }
    }

    private void closeConnections(String agency) {
        ServerConnector connector = overTls.get(agency);
        if (connector != null) {
            connector.getConnectedEndPoints().forEach(EndPoint::close);
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            try {
                server.stop();
            } catch (Exception e) {
                throw new IllegalStateException(e);
            } finally {
                server = null;
                bus.shutdown(true);
            }
        }
    }

    @Override
    public boolean isRunning() {
        return server != null;
    }

    /** {@code GET /control/asked} tells how often each agency was asked in each second. Mock side only. */
    private static final class AskedServlet extends HttpServlet {
        private final transient AskedFilter asked;

        AskedServlet(AskedFilter asked) {
            this.asked = asked;
        }

        @Override
        protected void doGet(HttpServletRequest request, HttpServletResponse response) throws IOException {
            response.setContentType("application/json");
            response.getWriter().print(asked.told());
        }
    }

    /**
     * {@code PUT /control/faults/<agency>/<fault>} sets a fault, {@code DELETE /control/faults} clears all. Mock side
     * only.
     */
    private static final class ControlServlet extends HttpServlet {
        private final transient Faults faults;

        ControlServlet(Faults faults) {
            this.faults = faults;
        }

        @Override
        protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String[] path = request.getRequestURI().split("/");
            try {
                faults.set(
                        path[3], Fault.valueOf(path[4].toUpperCase(Locale.ROOT).replace('-', '_')));
                response.setStatus(204);
            } catch (IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                response.sendError(
                        400,
                        "PUT /control/faults/<agency>/<fault>, a fault being one of "
                                + Arrays.toString(Fault.values()));
            }
        }

        @Override
        protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
            faults.clear();
            response.setStatus(204);
        }
    }

    /**
     * {@code PUT /control/replies/<agency>} alters replies, {@code DELETE /control/replies} ends it. Mock side only.
     */
    private static final class RepliesServlet extends HttpServlet {
        private static final ObjectMapper JSON = Json.mapper();
        private final transient Substitutions replies;

        RepliesServlet(Substitutions replies) {
            this.replies = replies;
        }

        @Override
        protected void doPut(HttpServletRequest request, HttpServletResponse response) throws IOException {
            String[] path = request.getRequestURI().split("/");
            try {
                replies.alter(path[3], JSON.readValue(request.getInputStream(), Substitutions.Altered.class));
                response.setStatus(204);
            } catch (JacksonException | IllegalArgumentException | ArrayIndexOutOfBoundsException e) {
                response.sendError(
                        400,
                        "PUT /control/replies/<agency> {\"fin\":\"...\",\"replace\":[{\"text\":\"...\",\"with\":\"...\",\"pattern\":false}]}");
            }
        }

        @Override
        protected void doDelete(HttpServletRequest request, HttpServletResponse response) {
            replies.clear();
            response.setStatus(204);
        }
    }
}
