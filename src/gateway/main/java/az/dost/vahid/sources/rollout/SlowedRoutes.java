package az.dost.vahid.sources.rollout;

import az.dost.vahid.connector.rollout.Rollout;
import az.dost.vahid.proof.member.Share;
import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** Stamps the route of an agency that is slowed down, the first time that it is. */
final class SlowedRoutes {
    private final CamelContext context;
    private final Share share;
    private final Map<String, Turns> turns = new HashMap<>();

    SlowedRoutes(CamelContext context, Share share) {
        this.context = context;
        this.share = share;
    }

    synchronized void set(Map<String, Rollout> rollouts) {
        rollouts.forEach((agency, rollout) -> {
            if (rollout.perSecond() != null) {
                turns.computeIfAbsent(agency, this::stamp).perSecond(rollout.perSecond());
            }
        });
    }

    private Turns stamp(String agency) {
        Turns turns = new Turns(agency, share);
        context.getRegistry().bind("turns-" + agency, turns);
        TemplatedRouteBuilder.builder(context, "agency-slowed")
                .routeId("slowed-" + agency)
                .parameter("agency", agency)
                .parameter("turns", "turns-" + agency)
                .add();
        return turns;
    }
}
