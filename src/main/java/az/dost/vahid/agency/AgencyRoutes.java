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
import org.apache.camel.AsyncProducer;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;
import org.springframework.core.env.Environment;

/** Stamps one route for each connector from the template of its protocol. */
final class AgencyRoutes {
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
        Answers answers = new Answers(new Admission(connector.id(), connector.maxConcurrent()), folder.mapping(), meters);
        boolean shared = connector.shareInFlight() && connector.protocol() != Connector.Protocol.FILE;
        // An id with a placeholder in the template would not take effect.
        TemplatedRouteBuilder builder = TemplatedRouteBuilder.builder(context, connector.protocol().template())
                .routeId((shared ? "call-" : "agency-") + connector.id()).parameter("agency", connector.id()).parameter("call", "agencyCall-" + connector.id());
        Object call = connector.protocol() == Connector.Protocol.FILE ? new FileCall(connector, answers, snapshots)
                : called(context, folder, answers, builder);
        context.getRegistry().bind("agencyCall-" + connector.id(), call);
        builder.add();
        if (shared) {
            share(context, connector.id());
        }
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

    private AgencyCall called(CamelContext context, ConnectorFolder folder, Answers answers, TemplatedRouteBuilder builder) {
        Connector connector = folder.connector();
        PinnedCertificate pinned = certificates.of(connector.id());
        URI endpoint = URI.create(setting("vahid.endpoints." + connector.endpoint()));
        String secret = connector.auth().secret() == null ? null : setting("vahid.secrets." + connector.auth().secret());
        String client = "httpClient-" + connector.id();
        context.getRegistry().bind(client, HttpClients.options(connector, endpoint, pinned, keys));
        builder.parameter("entry", connector.shareInFlight() ? "call" : "agency");
        builder.parameter("http", http(endpoint, connector.call().path(), client));
        if (connector.protocol() == Connector.Protocol.REST) {
            builder.parameter("token", http(endpoint, connector.auth().tokenPath(), client));
        }
        return new AgencyCall(connector, endpoint, new Requests(folder, keys, crypto, secret),
                new Replies(connector, pinned, crypto), answers, crypto, pinned.signer(), secret);
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
