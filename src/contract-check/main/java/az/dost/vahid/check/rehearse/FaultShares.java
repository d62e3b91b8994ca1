package az.dost.vahid.check.rehearse;

import java.util.Map;
import java.util.concurrent.ThreadLocalRandom;

/** Which fault comes next. @param shares from 0 to 1, that each has */
public record FaultShares<F>(Map<F, Double> shares) {
    public FaultShares {
        shares = Map.copyOf(shares);
    }

    /** Null for none. */
    public F drawn() {
        double drawn = ThreadLocalRandom.current().nextDouble();
        for (Map.Entry<F, Double> fault : shares.entrySet()) {
            drawn -= fault.getValue();
            if (drawn < 0) {
                return fault.getKey();
            }
        }
        return null;
    }
}
