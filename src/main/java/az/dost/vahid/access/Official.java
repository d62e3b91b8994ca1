package az.dost.vahid.access;

import java.util.Set;

/**
 * What is known of a human on whose behalf a requester asks.
 *
 * @param services codes of the services that this official works on, of those granted to the requester; null for all of them
 * @param person   keyed hash of the official's own FIN; null when it was not given
 * @param office   code of the office where the official works; null when it was not given
 */
public record Official(Set<String> services, String person, String office) {
    public Official {
        services = services == null ? null : Set.copyOf(services);
    }

    boolean worksOn(String service) {
        return services == null || services.contains(service);
    }
}
