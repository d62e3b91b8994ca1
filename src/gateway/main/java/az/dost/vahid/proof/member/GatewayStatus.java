package az.dost.vahid.proof.member;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.util.Map;

/**
 * What a gateway tells the others of itself.
 *
 * @param ready whether it takes requests; null where it did not say, as a gateway of the version before
 * @param agencies how they look from there, by id
 */
@JsonIgnoreProperties(ignoreUnknown = true)
public record GatewayStatus(Boolean ready, Map<String, Seen> agencies) {
    static final GatewayStatus NOTHING = new GatewayStatus(null, Map.of());

    /**
     * One agency.
     *
     * @param breaker state of its circuit breaker: CLOSED, HALF_OPEN or OPEN
     * @param calls under way
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Seen(String breaker, int calls) {}

    public GatewayStatus {
        agencies = agencies == null ? Map.of() : Map.copyOf(agencies);
    }
}
