package az.dost.vahid.sources.agency;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.Connector.AuthKind;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.connector.EndpointFile;
import az.dost.vahid.fact.FactCheck;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.CryptoProvider;
import az.dost.vahid.signature.key.GatewayKeys;
import az.dost.vahid.signature.key.PersonHash;
import az.dost.vahid.signature.key.PinnedCertificate;
import az.dost.vahid.sources.agency.call.Admission;
import az.dost.vahid.sources.agency.call.Answers;
import az.dost.vahid.sources.agency.call.DropRows;
import az.dost.vahid.sources.agency.call.FileCall;
import az.dost.vahid.sources.agency.call.Pace;
import az.dost.vahid.sources.agency.call.Replies;
import az.dost.vahid.sources.agency.call.Requests;
import az.dost.vahid.sources.agency.call.SharedCall;
import az.dost.vahid.sources.agency.call.SourceSight;
import az.dost.vahid.sources.agency.call.Tokens;
import az.dost.vahid.sources.agency.call.Wire;
import az.dost.vahid.sources.agency.transport.HttpTransport;
import az.dost.vahid.sources.agency.transport.JmsTransport;
import az.dost.vahid.sources.agency.transport.OwnThreads;
import az.dost.vahid.sources.agency.transport.SqlTransport;
import az.dost.vahid.sources.agency.transport.Transport;
import az.dost.vahid.sources.agency.wire.GraphqlWire;
import az.dost.vahid.sources.agency.wire.HttpWire;
import az.dost.vahid.sources.agency.wire.JmsWire;
import az.dost.vahid.sources.agency.wire.SoapWire;
import az.dost.vahid.sources.agency.wire.SqlWire;
import az.dost.vahid.sources.agency.wire.XRoadWire;
import java.net.URI;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.core.env.Environment;

/** Stamps one route for each connector from the template of its protocol. */
final class AgencyRoutes {
    private static final String CALL = "agencyCall-";
    private static final String THREADS = "agencyThreads-";
    private final Map<String, Admission> admissions = new ConcurrentHashMap<>();
    /** Where each agency is, by its id, since its route was stamped. */
    private final Map<String, String> opened = new ConcurrentHashMap<>();

    private final EndpointFile endpoints;
    private final Environment settings;
    private final GatewayKeys keys;
    private final PinnedCertificates certificates;
    private final CryptoProvider crypto;
    private final SourceSight sight;
    private final DropRows rows;
    private final Paces paces;
    private final PersonHash persons;
    private final FactCheck check;

    AgencyRoutes(
            EndpointFile endpoints,
            Environment settings,
            GatewayKeys keys,
            PinnedCertificates certificates,
            CryptoProvider crypto,
            SourceSight sight,
            DropRows rows,
            Paces paces,
            PersonHash persons,
            FactCheck check) {
        this.endpoints = endpoints;
        this.settings = settings;
        this.keys = keys;
        this.certificates = certificates;
        this.crypto = crypto;
        this.sight = sight;
        this.rows = rows;
        this.paces = paces;
        this.persons = persons;
        this.check = check;
    }

    /** @throws StartException naming the setting that an agency lacks */
    void stamp(CamelContext context, Catalogue catalogue) {
        catalogue.folders().forEach(folder -> stamp(context, folder));
    }

    void stamp(CamelContext context, ConnectorFolder folder) {
        Connector connector = folder.connector();
        boolean file = connector.protocol() == Connector.Protocol.FILE;
        boolean shared = connector.shareInFlight() && !file;
        Map<String, String> endpoint = file ? Map.of() : open(context, connector);
        Object call = file ? new FileCall(folder, answers(folder), rows) : new CurrentCall(call(folder));
        context.getRegistry().bind(CALL + connector.id(), call);
        if (connector.protocol().waits()) {
            context.getRegistry()
                    .bind(
                            THREADS + connector.id(),
                            OwnThreads.of(
                                    context,
                                    "direct:work-" + connector.id(),
                                    "agency-" + connector.id(),
                                    connector.maxConcurrent()));
            stamp(context, connector.protocol().template() + "-work", "work-" + connector.id(), connector, endpoint);
        }
        if (endpoint.containsKey("http")) {
            stamp(context, "agency-http", "http-" + connector.id(), connector, Map.of("http", endpoint.get("http")));
        }
        Map<String, String> parameters = new HashMap<>(endpoint);
        parameters.putAll(Map.of(
                "call",
                CALL + connector.id(),
                "entry",
                shared ? "call" : "agency",
                "threads",
                THREADS + connector.id()));
        stamp(
                context,
                connector.protocol().template(),
                (shared ? "call-" : "agency-") + connector.id(),
                connector,
                parameters);
        if (shared) {
            share(context, connector.id());
        }
    }

    private Map<String, String> open(CamelContext context, Connector connector) {
        String address = endpoint(connector);
        Map<String, String> endpoint = transport(connector).open(context, connector, address, secret(connector));
        opened.put(connector.id(), address);
        return endpoint;
    }

    private static void stamp(
            CamelContext context, String template, String route, Connector connector, Map<String, String> parameters) {
        // An id with a placeholder in the template would not take effect.
        TemplatedRouteBuilder builder =
                TemplatedRouteBuilder.builder(context, template).routeId(route).parameter("agency", connector.id());
        parameters.forEach(builder::parameter);
        builder.add();
    }

    private Transport transport(Connector connector) {
        return switch (connector.protocol()) {
            case JDBC -> new SqlTransport(certificates);
            case JMS -> new JmsTransport();
            default -> new HttpTransport(certificates, keys);
        };
    }

    /**
     * Calls that begin from now on are made by this version; the route stays, and with it what its template was given.
     *
     * @throws StartException when the agency has another address by now
     */
    void change(CamelContext context, ConnectorFolder folder) {
        String id = folder.connector().id();
        if (!endpoint(folder.connector()).equals(opened.get(id))) {
            throw new StartException("The address of " + id + " is another: it takes effect at the next start");
        }
        context.getRegistry()
                .lookupByNameAndType(CALL + folder.connector().id(), CurrentCall.class)
                .become(call(folder));
    }

    private Answers answers(ConnectorFolder folder) {
        Connector connector = folder.connector();
        Pace pace = connector.protocol() == Connector.Protocol.FILE ? null : paces.of(connector);
        // A later version of the connector has the breaker of the one before, and what is seen of it.
        Admission admission = admissions.computeIfAbsent(connector.id(), id -> {
            Admission first = new Admission(id, connector.maxConcurrent(), pace);
            sight.show(id, first);
            return first;
        });
        return new Answers(connector.id(), admission, folder.mapping(), connector.facts(), persons, check, sight);
    }

    private void share(CamelContext context, String agency) {
        try {
            AsyncProducer call = context.getEndpoint("direct:call-" + agency).createAsyncProducer();
            context.addService(call);
            context.getRegistry().bind("agencyShare-" + agency, new SharedCall(agency, call, sight));
            TemplatedRouteBuilder.builder(context, "agency-shared")
                    .routeId("agency-" + agency)
                    .parameter("agency", agency)
                    .parameter("share", "agencyShare-" + agency)
                    .add();
        } catch (Exception e) {
            throw new IllegalStateException("The calls to agency " + agency + " cannot be shared", e);
        }
    }

    private AgencyCall call(ConnectorFolder folder) {
        Connector connector = folder.connector();
        PinnedCertificate pinned = certificates.of(connector.id());
        String secret = secret(connector);
        Tokens tokens = connector.auth().kind() == AuthKind.OAUTH2 ? new Tokens(connector.auth(), secret) : null;
        return new AgencyCall(
                folder,
                wire(folder, tokens, secret),
                tokens,
                new Replies(connector, pinned, crypto),
                answers(folder),
                crypto,
                pinned.signer());
    }

    private Wire wire(ConnectorFolder folder, Tokens tokens, String secret) {
        Connector connector = folder.connector();
        return switch (connector.protocol()) {
            case JDBC ->
                new SqlWire(connector.id(), folder.text(connector.call().request()));
            case JMS -> new JmsWire(connector, new Requests(folder, keys, crypto, secret));
            case GRAPHQL -> new GraphqlWire(folder, http(folder, tokens, secret));
            case X_ROAD ->
                connector.call().soap()
                        ? new SoapWire(connector, http(folder, tokens, secret))
                        : new XRoadWire(connector, http(folder, tokens, secret));
            case SOAP -> new SoapWire(connector, http(folder, tokens, secret));
            default -> http(folder, tokens, secret);
        };
    }

    private HttpWire http(ConnectorFolder folder, Tokens tokens, String secret) {
        return new HttpWire(
                folder.connector(),
                URI.create(opened.get(folder.connector().id())),
                new Requests(folder, keys, crypto, secret),
                tokens,
                secret);
    }

    private String secret(Connector connector) {
        return connector.auth().secret() == null
                ? null
                : setting("vahid.secrets." + connector.auth().secret());
    }

    private String endpoint(Connector connector) {
        return endpoints.address(connector.endpoint(), settings.getProperty("vahid.endpoints." + connector.endpoint()));
    }

    private String setting(String name) {
        String value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new StartException("Set " + name + ": a connector needs it");
        }
        return value;
    }
}
