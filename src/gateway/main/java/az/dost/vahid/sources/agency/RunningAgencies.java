package az.dost.vahid.sources.agency;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.ConnectorFolder;
import az.dost.vahid.problem.StartException;
import java.util.List;
import java.util.Objects;
import org.apache.camel.CamelContext;

/** The agencies of a running gateway: connectors join, and change, while lookups go on. */
public final class RunningAgencies {
    private final CamelContext context;
    private final AgencyRoutes routes;
    private final Catalogue catalogue;

    RunningAgencies(CamelContext context, AgencyRoutes routes, Catalogue catalogue) {
        this.context = context;
        this.routes = routes;
        this.catalogue = catalogue;
    }

    /**
     * Takes a connector in, or a new version of one; no lookup notices.
     *
     * @throws StartException when it lacks a setting, or differs in what only a start can change
     * @throws IllegalStateException when the agency's certificate is missing
     */
    public synchronized void put(ConnectorFolder folder) {
        Connector connector = folder.connector();
        if (connector.protocol() == Connector.Protocol.FILE) {
            throw new StartException(
                    "The connector " + connector.id() + " is a file drop's: it takes effect at the next start");
        }
        if (!catalogue.has(connector.id())) {
            routes.stamp(context, folder);
        } else if (fixed(catalogue.folder(connector.id()).connector()).equals(fixed(connector))) {
            routes.change(context, folder);
        } else {
            throw new StartException(
                    "The connector " + connector.id()
                            + " changes protocol, endpoint, path, queue, auth, maxConcurrent or shareInFlight: it takes effect at the next start");
        }
        // Planned only once its route can be called.
        catalogue.put(folder);
    }

    /** What a route was stamped with. */
    private static Object fixed(Connector connector) {
        return List.of(
                connector.protocol(),
                connector.endpoint(),
                connector.auth(),
                connector.maxConcurrent(),
                connector.shareInFlight(),
                connector.call() == null ? "" : place(connector.call()));
    }

    /**
     * Whether a FIN stands in the address was judged with the endpoint; what else is filled into it is not the route's.
     */
    private static Object place(Connector.Call call) {
        return List.of(
                call.address() == null ? call.target() : "",
                Objects.toString(call.queue()),
                call.finInAddress() != null);
    }
}
