package az.dost.vahid.rollout;

import java.util.HashMap;
import java.util.Map;
import org.apache.camel.CamelContext;
import org.apache.camel.builder.TemplatedRouteBuilder;

/** Stamps the route of an agency that is slowed down, the first time that it is. */
final class Paces {
    private final CamelContext context;
    private final Map<String, Pace> paces = new HashMap<>();

    Paces(CamelContext context) {
        this.context = context;
    }

    synchronized void set(Map<String, Rollout> rollouts) {
        rollouts.forEach((agency, rollout) -> {
            if (rollout.perSecond() != null) {
                paces.computeIfAbsent(agency, this::stamp).perSecond(rollout.perSecond());
            }
        });
    }

    private Pace stamp(String agency) {
        Pace pace = new Pace(agency);
        context.getRegistry().bind("pace-" + agency, pace);
        TemplatedRouteBuilder.builder(context, "agency-slowed").routeId("slowed-" + agency).parameter("agency", agency)
                .parameter("pace", "pace-" + agency).add();
        return pace;
    }
}
