package az.dost.vahid.sources.rollout;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.rollout.Rollout;
import az.dost.vahid.connector.rollout.RolloutFile;
import az.dost.vahid.connector.rollout.Use;
import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.DataAccessException;

/** The rollouts in force. While there are none, a lookup pays nothing for them. */
public final class Rollouts {
    private static final Logger LOG = LoggerFactory.getLogger(Rollouts.class);
    private final StandingDefinitions<Map<String, Rollout>> standing;
    private final SlowedRoutes slowed;
    private final RolloutOrders orders;
    private List<RolloutOrders.Order> ordered = List.of();
    private volatile Map<String, Rollout> inForce;

    /** @throws az.dost.vahid.definition.DefinitionException with every error of the file */
    Rollouts(RolloutFile file, RolloutOrders orders, SlowedRoutes slowed, Troubles troubles) {
        this.standing = file.standing(troubles);
        this.slowed = slowed;
        this.orders = orders;
        inForce = standing.now();
    }

    /** Once the routes can be called, and before a lookup comes. */
    void begin() {
        inForce = merged();
        slowed.set(inForce);
    }

    /**
     * Reads the file again if it has changed, and what operators have ordered; with an error in the file, or without
     * the database, all stays as it was.
     */
    public synchronized void refresh() {
        standing.refresh();
        Map<String, Rollout> next = merged();
        if (!next.equals(inForce)) {
            // A slowed agency is asked by its new route only once that is there.
            slowed.set(next);
            inForce = next;
        }
    }

    /** Of the file and of an order the newer one counts. */
    private Map<String, Rollout> merged() {
        Map<String, Rollout> all = new TreeMap<>(standing.now());
        try {
            ordered = orders.newest();
        } catch (DataAccessException e) {
            LOG.debug("What operators have ordered stays as it was: the database is away", e);
        }
        for (RolloutOrders.Order order : ordered) {
            if (order.filed().equals(filed(order.agency()))) {
                boolean usual =
                        order.wanted().use() == Use.ALL && order.wanted().perSecond() == null;
                all.compute(order.agency(), (agency, file) -> usual ? null : order.wanted());
            }
        }
        return all;
    }

    /** Digest of what the file says of an agency. */
    String filed(String agency) {
        return RolloutJson.digest(standing.now().get(agency));
    }

    /** By connector. */
    public Map<String, Rollout> inForce() {
        return inForce;
    }

    /** @param person keyed hash of the citizen's FIN */
    public RolloutSelection stage(List<Connector> sources, String person) {
        Map<String, Rollout> now = inForce;
        if (now.isEmpty()) {
            return new RolloutSelection(
                    sources,
                    sources.stream()
                            .map(source -> "direct:agency-" + source.id())
                            .toList(),
                    Set.of(),
                    List.of());
        }
        RolloutSelection staged =
                new RolloutSelection(new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new ArrayList<>());
        for (Connector source : sources) {
            stage(source, now.get(source.id()), person, staged);
        }
        return staged;
    }

    private static void stage(Connector source, Rollout rollout, String person, RolloutSelection staged) {
        String route =
                (rollout == null || rollout.perSecond() == null ? "direct:agency-" : "direct:slowed-") + source.id();
        switch (rollout == null ? Use.ALL : rollout.use()) {
            case NONE -> staged.off().add(source.id());
            case SHADOW -> {
                staged.shadowed().add(route);
                return;
            }
            case SHARE -> {
                if (!rollout.covers(source.id(), person)) {
                    return;
                }
                staged.routes().add(route);
            }
            case ALL -> staged.routes().add(route);
        }
        staged.planned().add(source);
    }
}
