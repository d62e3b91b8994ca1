package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.problem.StartException;
import az.dost.vahid.signature.PinnedCertificates;
import az.dost.vahid.signature.key.GatewayKeys;
import java.net.URI;
import java.util.Map;
import org.apache.camel.CamelContext;

/** {@link EventLoopHttp}; a token is asked for over the same connections. */
public record HttpTransport(PinnedCertificates certificates, GatewayKeys keys) implements Transport {
    @Override
    public Map<String, String> open(CamelContext context, Connector connector, String address, String secret) {
        if (connector.proof().kind() == Connector.ProofKind.TLS && !address.startsWith("https://")) {
            throw new StartException("Set vahid.endpoints." + connector.endpoint()
                    + " to an address with https: the agency's proof is its connection");
        }
        if (connector.call().finInAddress() != null && !address.startsWith("https://")) {
            throw new StartException("Set vahid.endpoints." + connector.endpoint()
                    + " to an address with https: the FIN stands in the address of each call");
        }
        if (connector.auth().kind() == Connector.AuthKind.SOAP_HEADER && !address.startsWith("https://")) {
            throw new StartException("Set vahid.endpoints." + connector.endpoint()
                    + " to an address with https: each request has the secret in it");
        }
        String client = "httpClient-" + connector.id();
        context.getRegistry()
                .bind(
                        client,
                        HttpClients.options(connector, URI.create(address), certificates.of(connector.id()), keys));
        return Map.of(
                "http",
                uri(
                        address,
                        connector.call().address() == null ? connector.call().target() : null,
                        client),
                "token",
                uri(address, connector.auth().tokenPath(), client));
    }

    private static String uri(String endpoint, String path, String client) {
        return EventLoopHttp.SCHEME + ":" + endpoint + (path == null ? "" : path) + "?" + EventLoopHttp.OPTIONS + "=#"
                + client;
    }
}
