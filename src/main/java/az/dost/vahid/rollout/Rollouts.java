package az.dost.vahid.rollout;

import az.dost.vahid.connector.Connector;
import az.dost.vahid.definition.StandingDefinitions;
import az.dost.vahid.definition.Troubles;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The rollouts in force. While there are none, a lookup pays nothing for them. */
public final class Rollouts {
    private final StandingDefinitions<Map<String, Rollout>> standing;
    private final SlowedRoutes slowed;
    private volatile Map<String, Rollout> inForce;

    /** @throws az.dost.vahid.definition.DefinitionException with every error of the file */
    Rollouts(RolloutFile file, SlowedRoutes slowed, Troubles troubles) {
        this.standing = file.standing(troubles);
        this.slowed = slowed;
        inForce = standing.now();
    }

    /** Once the routes can be called, and before a lookup comes. */
    void begin() {
        slowed.set(inForce);
    }

    /** Reads the file again if it has changed; with an error in it everything stays as it was. */
    public void refresh() {
        if (standing.refresh()) {
            // A slowed agency is asked by its new route only once that is there.
            slowed.set(standing.now());
            inForce = standing.now();
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
