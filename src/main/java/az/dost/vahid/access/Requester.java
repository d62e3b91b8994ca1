package az.dost.vahid.access;

import java.util.Set;

/**
 * A back-office system or partner agency that may look up.
 *
 * @param tokenSha256  hex digest of its access token
 * @param services     codes of the services granted; {@code *} grants every one
 * @param specialFacts facts of special categories granted, each as far as a granted service needs it; {@code *} grants every one
 */
public record Requester(String id, String name, String tokenSha256, Set<String> services, Set<String> specialFacts) {
    private static final String ALL = "*";

    public Requester {
        services = Set.copyOf(services);
        specialFacts = specialFacts == null ? Set.of() : Set.copyOf(specialFacts);
    }

    boolean granted(String service) {
        return services.contains(ALL) || services.contains(service);
    }

    boolean grantedSpecial(String fact) {
        return specialFacts.contains(ALL) || specialFacts.contains(fact);
    }
}
