package az.dost.vahid.agency;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.signature.CryptoProvider;
import az.dost.vahid.signature.GatewayKeys;
import az.dost.vahid.signature.PinnedCertificate;
import az.dost.vahid.signature.PinnedCertificates;
import io.micrometer.core.instrument.MeterRegistry;
import java.net.URI;
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

    AgencyRoutes(Environment settings, GatewayKeys keys, PinnedCertificates certificates, CryptoProvider crypto, MeterRegistry meters) {
        this.settings = settings;
        this.keys = keys;
        this.certificates = certificates;
        this.crypto = crypto;
        this.meters = meters;
    }

    /** @throws IllegalStateException naming the setting that an agency lacks */
    void stamp(CamelContext context, Catalogue catalogue) {
        for (ConnectorFolder folder : catalogue.folders()) {
            if (folder.connector().protocol() != Connector.Protocol.FILE) {
                stamp(context, folder);
            }
        }
    }

    private void stamp(CamelContext context, ConnectorFolder folder) {
        Connector connector = folder.connector();
        PinnedCertificate pinned = certificates.of(connector.id());
        URI endpoint = URI.create(setting("vahid.endpoints." + connector.endpoint()));
        String secret = connector.auth().secret() == null ? null : setting("vahid.secrets." + connector.auth().secret());
        Answers answers = new Answers(new Admission(connector.id(), connector.maxConcurrent()), folder.mapping(), meters);
        AgencyCall call = new AgencyCall(connector, endpoint, new Requests(folder, keys, crypto, secret),
                new Replies(connector, pinned, crypto), answers, crypto, pinned.signer(), secret);
        String client = "httpClient-" + connector.id();
        context.getRegistry().bind(client, HttpClients.options(connector, endpoint, pinned, keys));
        context.getRegistry().bind("agencyCall-" + connector.id(), call);
        TemplatedRouteBuilder builder = TemplatedRouteBuilder.builder(context, connector.protocol().template())
                .parameter("agency", connector.id())
                .parameter("call", "agencyCall-" + connector.id())
                .parameter("http", http(endpoint, connector.call().path(), client));
        if (connector.protocol() == Connector.Protocol.REST) {
            builder.parameter("token", http(endpoint, connector.auth().tokenPath(), client));
        }
        builder.add();
    }

    private static String http(URI endpoint, String path, String client) {
        return "vertx-http:" + endpoint + (path == null ? "" : path) + "?webClientOptions=#" + client
                + "&vertxHttpBinding=#agencyHttpBinding&throwExceptionOnFailure=false&responsePayloadAsByteArray=true";
    }

    private String setting(String name) {
        String value = settings.getProperty(name);
        if (value == null || value.isBlank()) {
            throw new IllegalStateException("Set " + name + ": a connector needs it");
        }
        return value;
    }
}
