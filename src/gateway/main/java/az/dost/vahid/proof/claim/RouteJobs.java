package az.dost.vahid.proof.claim;

import az.dost.vahid.job.Job;
import az.dost.vahid.job.Jobs;
import java.time.Duration;
import org.apache.camel.CamelContext;
import org.apache.camel.Exchange;
import org.apache.camel.NamedNode;
import org.apache.camel.Route;
import org.apache.camel.component.scheduler.SchedulerEndpoint;
import org.apache.camel.model.RouteDefinition;
import org.apache.camel.spi.RoutePolicy;
import org.apache.camel.spi.RoutePolicyFactory;
import org.apache.camel.support.RoutePolicySupport;

/** Routes that are tried again at their next turn are jobs, under their ids: each turn says how it ended. */
public final class RouteJobs implements RoutePolicyFactory {
    /** The routes' configuration, in {@code errors.camel.yaml}. */
    private static final String TRIED_AGAIN = "tried-at-the-next-turn";

    private static final String FAILED_ROUTE = "vahid.job.failed";
    private final Jobs jobs;

    public RouteJobs(Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public RoutePolicy createRoutePolicy(CamelContext context, String routeId, NamedNode definition) {
        return definition instanceof RouteDefinition route && TRIED_AGAIN.equals(route.getRouteConfigurationId())
                ? new Turns()
                : null;
    }

    /** A step of what is done where a turn goes wrong: tells it, and lets a turn of the cluster be due again. */
    public void failed(Exchange exchange) {
        String route = exchange.getUnitOfWork().getRoute().getRouteId();
        exchange.setProperty(FAILED_ROUTE, route);
        OnceInCluster.failed(exchange);
        jobs.of(route, null).failed(exchange.getProperty(Exchange.EXCEPTION_CAUGHT, Throwable.class));
    }

    private final class Turns extends RoutePolicySupport {
        private Job job;

        @Override
        public void onInit(Route route) {
            job = jobs.of(route.getRouteId(), every(route));
        }

        @Override
        public void onExchangeBegin(Route route, Exchange exchange) {
            job.begins();
        }

        @Override
        public void onExchangeDone(Route route, Exchange exchange) {
            if (!route.getRouteId().equals(exchange.getProperty(FAILED_ROUTE))) {
                job.succeeded();
            }
        }

        /** Of the cluster's jobs each gateway sees its own turns alone. */
        private static Duration every(Route route) {
            return route.getEndpoint() instanceof SchedulerEndpoint timer
                            && !(timer.getPollStrategy() instanceof OnceInCluster)
                    ? Duration.of(timer.getDelay(), timer.getTimeUnit().toChronoUnit())
                    : null;
        }
    }
}
