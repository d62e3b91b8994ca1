package az.dost.vahid.edge.access;

import java.util.Set;

/**
 * What is known of a human on whose behalf a requester asks.
 *
 * @param services codes of the services that this official works on, of those granted to the requester; null for all of
 *     them
 * @param person keyed hash of the official's own FIN; null when it was not given
 * @param office code of the office where the official works; null when it was not given
 * @param roles what the official may do; null where the file does not say: then the requester answers for whom it names
 */
public record Official(Set<String> services, String person, String office, Set<OfficialRole> roles) {
    public Official {
        services = services == null ? null : Set.copyOf(services);
        roles = roles == null ? null : Set.copyOf(roles);
    }

    /** Without roles. */
    public Official(Set<String> services, String person, String office) {
        this(services, person, office, null);
    }

    boolean looksUp() {
        return roles == null || roles.contains(OfficialRole.CLERK) || roles.contains(OfficialRole.HOT_LINE);
    }

    boolean worksOn(String service) {
        return services == null || services.contains(service);
    }
}
