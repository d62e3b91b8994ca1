package az.dost.vahid.journeys.warm;

import java.util.ArrayList;
import java.util.List;

/**
 * Whether something still becomes cheaper: not any more, once twice in a row it cost hardly less than a while before.
 */
final class Steadiness {
    private static final int BACK = 3;
    private static final double HARDLY_LESS = 0.9;
    private final List<Long> costs = new ArrayList<>();
    private int steady;

    /** @param cost of the last rounds */
    boolean steady(long cost) {
        costs.add(cost);
        int before = costs.size() - 1 - BACK;
        steady = before >= 0 && cost > HARDLY_LESS * costs.get(before) ? steady + 1 : 0;
        return steady > 1;
    }

    /** 0 before there is one. */
    long first() {
        return costs.isEmpty() ? 0 : costs.get(0);
    }

    long last() {
        return costs.isEmpty() ? 0 : costs.get(costs.size() - 1);
    }
}
