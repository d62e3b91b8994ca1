package az.dost.vahid.access;

import java.util.Map;
import java.util.Set;

/**
 * A back-office system or partner agency that may look up.
 *
 * @param tokenSha256  hex digest of its access token
 * @param services     codes of the services granted; {@code *} grants every one
 * @param specialFacts facts of special categories granted, each as far as a granted service needs it; {@code *} grants every one
 * @param officials    by id, the officials on whose behalf it may ask; empty when the requester itself answers for whom it names
 * @param auditors     ids of its officials who may work off what looked like misuse
 * @param grants       what else it may do, such as {@code publish:az.dost.birth.v1}
 */
public record Requester(String id, String name, String tokenSha256, Set<String> services, Set<String> specialFacts,
        Map<String, Official> officials, Set<String> auditors, Set<String> grants) {
    private static final String ALL = "*";

    public Requester {
        services = Set.copyOf(services);
        specialFacts = specialFacts == null ? Set.of() : Set.copyOf(specialFacts);
        officials = officials == null ? Map.of() : Map.copyOf(officials);
        auditors = auditors == null ? Set.of() : Set.copyOf(auditors);
        grants = grants == null ? Set.of() : Set.copyOf(grants);
    }

    /** Without a grant beside lookups. */
    public Requester(String id, String name, String tokenSha256, Set<String> services, Set<String> specialFacts,
            Map<String, Official> officials, Set<String> auditors) {
        this(id, name, tokenSha256, services, specialFacts, officials, auditors, Set.of());
    }

    boolean granted(String service) {
        return services.contains(ALL) || services.contains(service);
    }

    boolean mayActFor(String official) {
        return officials.isEmpty() || officials.containsKey(official);
    }

    boolean worksOn(String official, String service) {
        return officials.isEmpty() || officials.get(official).worksOn(service);
    }

    boolean grantedSpecial(String fact) {
        return specialFacts.contains(ALL) || specialFacts.contains(fact);
    }
}
