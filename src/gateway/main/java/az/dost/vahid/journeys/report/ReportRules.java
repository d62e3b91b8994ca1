package az.dost.vahid.journeys.report;

import az.dost.vahid.connector.CanonicalFacts;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.edge.access.AccessPolicy;
import az.dost.vahid.edge.access.OfficialRole;
import az.dost.vahid.edge.access.Requester;
import az.dost.vahid.passport.Passport;
import az.dost.vahid.passport.PassportCatalogue;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.util.CollectionUtils;

/** What reports need of passports, connectors and requesters' files, as these are when a period closes. */
final class ReportRules {
    private static final Set<OfficialRole> LOOK_UP = Set.of(OfficialRole.CLERK, OfficialRole.HOT_LINE);
    private final PassportCatalogue passports;
    private final CanonicalFacts facts;
    private final Function<Set<String>, List<Connector>> sources;
    private final AccessPolicy access;
    private final Set<String> tellDisability;
    private final VisitTime visit;
    private final boolean computed;
    private final Thresholds thresholds = new Thresholds(this::specialPaper, this::specialFact);

    /**
     * @param sources connectors that give any of some facts
     * @param tellDisability facts by which a register tells of a disability, or of what may come to one
     * @param computed whether figures are computed, and tell of nobody
     */
    ReportRules(
            PassportCatalogue passports,
            CanonicalFacts facts,
            Function<Set<String>, List<Connector>> sources,
            AccessPolicy access,
            Set<String> tellDisability,
            VisitTime visit,
            boolean computed) {
        this.passports = passports;
        this.facts = facts;
        this.sources = sources;
        this.access = access;
        this.tellDisability = tellDisability;
        this.visit = visit;
        this.computed = computed;
    }

    /** Of a service; that of none where there is no such passport any more. */
    String family(String service) {
        return passports.find(service).map(Passport::family).orElse(CentreRows.NONE);
    }

    /**
     * By the officials who look up.
     *
     * @param seen centres that have figures
     */
    CentreRows centres(Collection<String> seen) {
        Map<String, Set<String>> officials = new HashMap<>();
        for (Requester requester : access.requesters()) {
            requester.officials().forEach((id, official) -> {
                if (official.office() != null && CollectionUtils.containsAny(requester.does(id), LOOK_UP)) {
                    officials
                            .computeIfAbsent(official.office(), office -> new HashSet<>())
                            .add(id);
                }
            });
        }
        return CentreRows.of(officials, seen);
    }

    /** Agencies that tell of disabilities. */
    Set<String> registers() {
        return sources.apply(tellDisability).stream().map(Connector::id).collect(Collectors.toSet());
    }

    /**
     * Whether a service asks for what tells of a disability: at no other can a case tell one. False where there is no
     * such passport any more.
     */
    boolean ofDisability(String service) {
        return passports
                .find(service)
                .filter(passport -> CollectionUtils.containsAny(passport.facts(), tellDisability))
                .isPresent();
    }

    VisitTime visit() {
        return visit;
    }

    boolean computed() {
        return computed;
    }

    Thresholds thresholds() {
        return thresholds;
    }

    private boolean specialFact(String fact) {
        return facts.special().contains(fact);
    }

    private boolean specialPaper(String id) {
        return passports.all().stream()
                .flatMap(passport -> passport.documents().stream())
                .anyMatch(paper -> paper.id().equals(id) && paper.fact() != null && specialFact(paper.fact()));
    }
}
