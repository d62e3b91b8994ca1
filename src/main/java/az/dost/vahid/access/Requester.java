package az.dost.vahid.access;

import java.util.Map;
import java.util.Set;

/**
 * A back-office system or partner agency that may look up.
 *
 * @param tokenSha256  hex digest of its fixed token; null when it has none
 * @param services     codes of the services granted; {@code *} grants every one
 * @param specialFacts facts of special categories granted, each as far as a granted service needs it; {@code *} grants every one
 * @param officials    by id, the officials on whose behalf it may ask; empty when the requester itself answers for whom it names
 * @param officialsProven whether each of its lookups must prove the official by a token
 * @param auditors     ids of its officials who may work off what looked like misuse
 * @param evidence     whether it may have the agencies' original answers, which tell more than a service needs
 * @param withheld     codes of the services of which a citizen is told only that there was a lookup
 * @param grants       what else it may do, such as {@code publish:az.dost.birth.v1}
 * @param clients      ids of the OAuth clients whose access tokens are its own
 * @param certificates that it shows in mutual TLS, PEM
 * @param members      identifiers of the members of the exchange for which it speaks
 * @param replyQueues  that its answers by message may go to, beside its own and temporary ones
 */
public record Requester(String id, String name, String tokenSha256, Set<String> services, Set<String> specialFacts,
        Map<String, Official> officials, boolean officialsProven, Set<String> auditors, boolean evidence, Set<String> withheld,
        Set<String> grants, Set<String> clients, Set<String> certificates, Set<String> members,
        Set<String> replyQueues) {
    /** Exchange property with the requester, once it is known. */
    public static final String PROPERTY = "vahid.requester";
    private static final String ALL = "*";

    public Requester {
        services = services == null ? Set.of() : Set.copyOf(services);
        specialFacts = specialFacts == null ? Set.of() : Set.copyOf(specialFacts);
        officials = officials == null ? Map.of() : Map.copyOf(officials);
        auditors = auditors == null ? Set.of() : Set.copyOf(auditors);
        withheld = withheld == null ? Set.of() : Set.copyOf(withheld);
        grants = grants == null ? Set.of() : Set.copyOf(grants);
        clients = clients == null ? Set.of() : Set.copyOf(clients);
        certificates = certificates == null ? Set.of() : Set.copyOf(certificates);
        members = members == null ? Set.of() : Set.copyOf(members);
        replyQueues = replyQueues == null ? Set.of() : Set.copyOf(replyQueues);
    }

    /** Without a grant beside lookups, without clients and certificates. */
    public Requester(String id, String name, String tokenSha256, Set<String> services, Set<String> specialFacts,
            Map<String, Official> officials, Set<String> auditors, boolean evidence, Set<String> withheld) {
        this(id, name, tokenSha256, services, specialFacts, officials, false, auditors, evidence, withheld, Set.of(), Set.of(), Set.of(), Set.of(), Set.of());
    }

    /** Whether it is known for whom it looks up, as far as it does. */
    boolean namesItsOfficials() {
        return services.isEmpty() || officialsProven || !officials.isEmpty();
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

    /** Whether the citizen is told only that there was a lookup, as in a criminal investigation. */
    public boolean withholds(String service) {
        return withheld.contains(service);
    }

    boolean grantedSpecial(String fact) {
        return specialFacts.contains(ALL) || specialFacts.contains(fact);
    }
}
