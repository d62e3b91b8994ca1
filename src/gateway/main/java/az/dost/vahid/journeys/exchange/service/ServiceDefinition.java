package az.dost.vahid.journeys.exchange.service;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * A service that a provider offers to other members, one file each; documented in
 * {@code contracts/exchange-service.schema.json}.
 */
public record ServiceDefinition(
        String provider,
        String code,
        String version,
        String name,
        Protocol protocol,
        String endpoint,
        String path,
        String agency,
        Own own,
        String contract,
        String disabled,
        String maintenance,
        int timeoutMs,
        int maxConcurrent,
        int ratePerSecond,
        List<Consumer> consumers) {
    public ServiceDefinition {
        consumers = consumers == null ? List.of() : List.copyOf(consumers);
    }

    public enum Protocol {
        @JsonProperty("rest")
        REST,
        @JsonProperty("soap")
        SOAP
    }

    /** What Vahid itself can be asked for. */
    enum Own {
        @JsonProperty("dossiers")
        DOSSIERS
    }

    /** @param endpoints null for all of the service */
    record Consumer(String client, List<String> endpoints) {}
}
