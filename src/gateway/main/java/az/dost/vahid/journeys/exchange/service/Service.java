package az.dost.vahid.journeys.exchange.service;

import az.dost.vahid.journeys.exchange.service.ServiceDefinition.Protocol;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.ServiceId;
import java.net.URI;
import java.util.List;
import org.springframework.core.io.Resource;

/**
 * A service as it is now.
 *
 * @param address of the provider: where the service's paths begin; null for a service of Vahid's own
 * @param grants deny by default: nothing else is allowed
 * @param connection how the provider is reached; null for a service of Vahid's own
 * @param contract OpenAPI document or WSDL, null when the provider gave none
 */
public record Service(
        ServiceId id,
        ServiceDefinition definition,
        URI address,
        List<Grant> grants,
        ProviderClient connection,
        Resource contract) {
    /**
     * What one member may call.
     *
     * @param endpoints null for all
     */
    public record Grant(MemberId client, List<EndpointPattern> endpoints) {}

    /** Whether Vahid itself is the provider. */
    public boolean own() {
        return definition.own() != null;
    }

    public Protocol protocol() {
        return definition.protocol();
    }

    /** @param path segments after the service's code, decoded */
    public boolean allows(MemberId client, String verb, List<String> path) {
        return grants.stream()
                .anyMatch(grant -> grant.client().equals(client)
                        && (grant.endpoints() == null
                                || grant.endpoints().stream().anyMatch(endpoint -> endpoint.matches(verb, path))));
    }

    /** Whether a client may call anything of it. */
    public boolean allows(MemberId client) {
        return grants.stream().anyMatch(grant -> grant.client().equals(client));
    }
}
