package az.dost.vahid.agency;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.ingest.Snapshots;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.GatewayKeys;
import az.dost.vahid.signature.PinnedCertificate;
import az.dost.vahid.signature.PinnedCertificates;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.core.env.Environment;

/** Stamps one route for each connector from the template of its protocol. */
final class AgencyRoutes {
    private static final String CALL = "agencyCall-";
    private final Map<String, Admission> admissions = new ConcurrentHashMap<>();
    private final Environment settings;
    private final GatewayKeys keys;
    private final PinnedCertificates certificates;
    private final CryptoProvider crypto;
    private final MeterRegistry meters;
    private final Snapshots snapshots;

    AgencyRoutes(Environment settings, GatewayKeys keys, PinnedCertificates certificates, CryptoProvider crypto, MeterRegistry meters,
            Snapshots snapshots) {
        this.settings = settings;
        this.keys = keys;
        this.certificates = certificates;
        this.crypto = crypto;
        this.meters = meters;
        this.snapshots = snapshots;
    }

    /** @throws StartException naming the setting that an agency lacks */
    void stamp(CamelContext context, Catalogue catalogue) {
        catalogue.folders().forEach(folder -> stamp(context, folder));
    }

    void stamp(CamelContext context, ConnectorFolder folder) {
        Connector connector = folder.connector();
        boolean file = connector.protocol() == Connector.Protocol.FILE;
        boolean shared = connector.shareInFlight() && !file;
        Object call = file ? new FileCall(folder, answers(folder), snapshots) : new CurrentCall(call(folder));
        // An id with a placeholder in the template would not take effect.
        TemplatedRouteBuilder builder = TemplatedRouteBuilder.builder(context, connector.protocol().template())
                .routeId((shared ? "call-" : "agency-") + connector.id()).parameter("agency", connector.id()).parameter("call", CALL + connector.id());
        if (!file) {
            http(context, connector, builder);
        }
        context.getRegistry().bind(CALL + connector.id(), call);
        builder.add();
        if (shared) {
            share(context, connector.id());
        }
    }

    /** Calls that begin from now on are made by this version; the route stays, and with it what its template was given. */
    void change(CamelContext context, ConnectorFolder folder) {
        context.getRegistry().lookupByNameAndType(CALL + folder.connector().id(), CurrentCall.class).become(call(folder));
    }

    private Answers answers(ConnectorFolder folder) {
        Connector connector = folder.connector();
        return new Answers(admissions.computeIfAbsent(connector.id(), id -> new Admission(id, connector.maxConcurrent())), folder.mapping(), meters);
    }

    private void share(CamelContext context, String agency) {
        try {
            AsyncProducer call = context.getEndpoint("direct:call-" + agency).createAsyncProducer();
            context.addService(call);
            context.getRegistry().bind("agencyShare-" + agency, new SharedCall(agency, call));
            TemplatedRouteBuilder.builder(context, "agency-shared").routeId("agency-" + agency).parameter("agency", agency)
                    .parameter("share", "agencyShare-" + agency).add();
        } catch (Exception e) {
            throw new IllegalStateException("The calls to agency " + agency + " cannot be shared", e);
        }
    }

    private AgencyCall call(ConnectorFolder folder) {
        Connector connector = folder.connector();
        PinnedCertificate pinned = certificates.of(connector.id());
        String secret = connector.auth().secret() == null ? null : setting("vahid.secrets." + connector.auth().secret());
        return new AgencyCall(folder, endpoint(connector), new Requests(folder, keys, crypto, secret),
                new Replies(connector, pinned, crypto), answers(folder), crypto, pinned.signer(), secret);
    }

    private void http(CamelContext context, Connector connector, TemplatedRouteBuilder builder) {
        URI endpoint = endpoint(connector);
        String client = "httpClient-" + connector.id();
        context.getRegistry().bind(client, HttpClients.options(connector, endpoint, certificates.of(connector.id()), keys));
        builder.parameter("entry", connector.shareInFlight() ? "call" : "agency");
        builder.parameter("http", http(endpoint, connector.call().path(), client));
        if (connector.protocol() == Connector.Protocol.REST) {
            builder.parameter("token", http(endpoint, connector.auth().tokenPath(), client));
        }
    }

    private URI endpoint(Connector connector) {
        return URI.create(setting("vahid.endpoints." + connector.endpoint()));
    }

    private static String http(URI endpoint, String path, String client) {
        return "vertx-http:" + endpoint + (path == null ? "" : path) + "?webClientOptions=#" + client
                + "&vertxHttpBinding=#agencyHttpBinding&throwExceptionOnFailure=false&responsePayloadAsByteArray=true";
    }

    private String setting(String name) {
        String value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new StartException("Set " + name + ": a connector needs it");
        }
        return value;
    }
}
