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
     * @param trouble the last answer that could not be used; null where there was none since the gateway's start
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Seen(String breaker, int calls, Trouble trouble) {}

    /**
     * An answer that could not be used, or did not come.
     *
     * @param verdict of the source's row
     * @param reason of the row; null where it has none
     * @param at UTC, as ISO 8601 writes it: times of one clock are in the order of their texts
     */
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Trouble(String verdict, String reason, String at) {}

    public GatewayStatus {
        agencies = agencies == null ? Map.of() : Map.copyOf(agencies);
    }
}
