package az.dost.vahid.sources.agency.transport;

import az.dost.vahid.connector.Connector;
import java.util.Map;
import org.apache.camel.CamelContext;

/** How the endpoint of one protocol's agencies is reached. */
public interface Transport {
    /**
     * Binds what the endpoint refers to.
     *
     * @param address value of the setting {@code vahid.endpoints.<key>}
     * @param secret of the connector's auth, null when it has none
     * @return what its route template needs of it, by the names of its parameters
     * @throws az.dost.vahid.problem.StartException when the address is none of this protocol
     */
    Map<String, String> open(CamelContext context, Connector connector, String address, String secret);
}
