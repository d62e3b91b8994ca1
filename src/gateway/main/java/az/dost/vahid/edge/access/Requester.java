package az.dost.vahid.edge.access;

import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * A back-office system or partner agency that may look up.
 *
 * @param tokenSha256 hex digest of its fixed token; null when it has none
 * @param services codes of the services granted; {@code *} grants every one
 * @param specialFacts facts of special categories granted, each as far as a granted service needs it; {@code *} grants
 *     every one
 * @param officials by id, the officials on whose behalf it may ask; empty when the requester itself answers for whom it
 *     names
 * @param officialsProven whether each of its lookups must prove the official by a token
 * @param auditors ids of its officials who may work off what looked like misuse
 * @param evidence whether it may have the agencies' original answers, which tell more than a service needs
 * @param withheld codes of the services of which a citizen is told only that there was a lookup
 * @param grants what else it may do, such as {@code publish:az.dost.birth.v1}
 * @param clients ids of the OAuth clients whose access tokens are its own
 * @param certificates that it shows in mutual TLS, PEM
 * @param members identifiers of the members of the exchange for which it speaks
 * @param replyQueues that its answers by message may go to, beside its own and temporary ones
 * @param views how much it may be given out; both where its file does not say
 * @param sharedClients ids of OAuth clients that serve officials of many requesters: a token of one is its own where it
 *     proves an official of its file who has roles
 * @param signingCertificates by whose keys it signs each of its requests (RFC 9421), PEM; empty when it signs none
 */
public record Requester(
        String id,
        String name,
        String tokenSha256,
        Set<String> services,
        Set<String> specialFacts,
        Map<String, Official> officials,
        boolean officialsProven,
        Set<String> auditors,
        boolean evidence,
        Set<String> withheld,
        Set<String> grants,
        Set<String> clients,
        Set<String> certificates,
        Set<String> members,
        Set<String> replyQueues,
        Set<String> sharedClients,
        Set<View> views,
        Set<String> signingCertificates) {
    /** A grant by which tickets of an agency are worked off begins so. */
    public static final String TICKETS_OF = "quality:";

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
        sharedClients = sharedClients == null ? Set.of() : Set.copyOf(sharedClients);
        views = views == null ? Set.of(View.values()) : Set.copyOf(views);
        signingCertificates = signingCertificates == null ? Set.of() : Set.copyOf(signingCertificates);
    }

    /** Whether it is known for whom it looks up, as far as it does. */
    boolean namesItsOfficials() {
        return services.isEmpty() || officialsProven || !officials.isEmpty();
    }

    boolean granted(String service) {
        // What the gateway asks by itself is granted by its own name alone.
        return services.contains(service) || services.contains(ALL) && !service.contains(":");
    }

    boolean mayActFor(String official) {
        return officials.isEmpty() || officials.containsKey(official);
    }

    /** What its file says that an official is; empty where it says nothing. */
    public Set<OfficialRole> roles(String official) {
        Official one = officials.get(official);
        return one == null || one.roles() == null ? Set.of() : one.roles();
    }

    /** Ids of those officials of whom its file says what they are. */
    Set<String> withRoles() {
        return officials.keySet().stream()
                .filter(official -> !roles(official).isEmpty())
                .collect(Collectors.toSet());
    }

    /** Whether an official works off what looked like misuse, or looks on. */
    boolean audits(String official) {
        return auditors.contains(official)
                || OfficialRole.opens(roles(official), Set.of(OfficialRole.AUDITOR, OfficialRole.AUDITOR_READ));
    }

    /** Whether an official decides about what looked like misuse. */
    public boolean judges(String official) {
        return auditors.contains(official) || roles(official).contains(OfficialRole.AUDITOR);
    }

    /** What an official does: by the file, or where it does not say, by what the requester is granted. */
    public Set<OfficialRole> does(String official) {
        if (!mayActFor(official)) {
            return Set.of();
        }
        Set<OfficialRole> does = EnumSet.noneOf(OfficialRole.class);
        does.addAll(roles(official));
        if (does.isEmpty() && !services.isEmpty()) {
            does.add(OfficialRole.CLERK);
        }
        if (roles(official).isEmpty() && grants.contains("operate")) {
            does.add(OfficialRole.OPERATOR);
        }
        if (auditors.contains(official)) {
            does.add(OfficialRole.AUDITOR);
        }
        return does;
    }

    /** Ids of the agencies whose tickets it works off. */
    public Set<String> registers() {
        return grants.stream()
                .filter(grant -> grant.startsWith(TICKETS_OF))
                .map(grant -> grant.substring(TICKETS_OF.length()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** How much an official may be given out; who only answers calls is given verdicts. */
    public Set<View> views(String official) {
        if (!roles(official).isEmpty() && !roles(official).contains(OfficialRole.CLERK)) {
            return roles(official).contains(OfficialRole.HOT_LINE) && views.contains(View.VERDICTS)
                    ? Set.of(View.VERDICTS)
                    : Set.of();
        }
        return views;
    }

    /** Whether an official looks up only for a caller who passed the check questions. */
    public boolean needsCall(String official) {
        return roles(official).contains(OfficialRole.HOT_LINE)
                && !roles(official).contains(OfficialRole.CLERK);
    }

    /**
     * Whether an official whom a token proves may read what was made for another. Whom a list does not name is nobody;
     * where the list has roles, an office reads its own alone.
     */
    boolean mayRead(String reader, String other, String service, View view) {
        if (officials.isEmpty()) {
            return true;
        }
        return officials.containsKey(reader)
                && (withRoles().isEmpty() || sameOffice(reader, other))
                && worksOn(reader, service)
                && views(reader).contains(view);
    }

    /** @param reader whom the list names */
    private boolean sameOffice(String reader, String other) {
        if (reader.equals(other)) {
            return true;
        }
        String office = officials.get(reader).office();
        return officials.containsKey(other)
                && office != null
                && office.equals(officials.get(other).office());
    }

    boolean looksUp(String official) {
        return officials.isEmpty() || officials.get(official).looksUp();
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
