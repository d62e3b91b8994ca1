package az.dost.vahid.rollout;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.DefinitionException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The rollouts in force. While there are none, a lookup pays nothing for them. */
public final class Rollouts {
    private static final Logger LOG = LoggerFactory.getLogger(Rollouts.class);
    private final RolloutFile file;
    private final SlowedRoutes slowed;
    private volatile Map<String, Rollout> inForce;

    /** @throws DefinitionException with every error of the file */
    Rollouts(RolloutFile file, SlowedRoutes slowed) {
        this.file = file;
        this.slowed = slowed;
        inForce = file.read();
    }

    /** Once the routes can be called, and before a lookup comes. */
    void begin() {
        slowed.set(inForce);
    }

    /** Reads the file again if it has changed; with an error in it everything stays as it was. */
    public void refresh() {
        if (file.changed()) {
            try {
                Map<String, Rollout> next = file.read();
                // A slowed agency is asked by its new route only once that is there.
                slowed.set(next);
                inForce = next;
                LOG.info("The rollouts have changed: {}", next.isEmpty() ? "every connector is used for every lookup" : next.keySet());
            } catch (DefinitionException e) {
                LOG.warn("The file of rollouts has changed and has errors; all stays as it was: {}", e.getMessage());
            }
        }
    }

    /** By connector. */
    Map<String, Rollout> inForce() {
        return inForce;
    }

    /** @param person keyed hash of the citizen's FIN */
    public Staged stage(List<Connector> sources, String person) {
        Map<String, Rollout> now = inForce;
        if (now.isEmpty()) {
            return new Staged(sources, sources.stream().map(source -> "direct:agency-" + source.id()).toList(), Set.of(), List.of());
        }
        Staged staged = new Staged(new ArrayList<>(), new ArrayList<>(), new HashSet<>(), new ArrayList<>());
        for (Connector source : sources) {
            stage(source, now.get(source.id()), person, staged);
        }
        return staged;
    }

    private static void stage(Connector source, Rollout rollout, String person, Staged staged) {
        String route = (rollout == null || rollout.perSecond() == null ? "direct:agency-" : "direct:slowed-") + source.id();
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
