package az.dost.vahid.proof.member;

import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.BooleanSupplier;
import java.util.function.Supplier;

/**
 * What this gateway has to tell the others, put together from whoever knows it. It travels with the lease, so it costs
 * no round trip.
 */
public final class OwnStatus {
    private final Map<String, Supplier<GatewayStatus.Seen>> agencies = new ConcurrentHashMap<>();
    private volatile BooleanSupplier ready = () -> false;

    /** @param seen asked for again and again, so it must cost little */
    public void agency(String id, Supplier<GatewayStatus.Seen> seen) {
        agencies.put(id, seen);
    }

    public void ready(BooleanSupplier whether) {
        ready = whether;
    }

    GatewayStatus now() {
        Map<String, GatewayStatus.Seen> seen = new HashMap<>();
        agencies.forEach((id, look) -> seen.put(id, look.get()));
        return new GatewayStatus(ready.getAsBoolean(), seen);
    }
}
