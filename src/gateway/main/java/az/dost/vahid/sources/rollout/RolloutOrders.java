package az.dost.vahid.sources.rollout;

import az.dost.vahid.connector.rollout.Rollout;
import java.util.List;

/** What operators have ordered beside the file of rollouts. */
interface RolloutOrders {
    /**
     * How far a connector is to be used.
     *
     * @param filed digest of what the file said of it when this was ordered: when it says something else, the file is
     *     the newer one
     */
    record Order(String agency, Rollout wanted, String filed) {}

    /** The newest of each agency. */
    List<Order> newest();
}
