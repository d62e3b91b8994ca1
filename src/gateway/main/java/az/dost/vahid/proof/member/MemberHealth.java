package az.dost.vahid.proof.member;

import az.dost.vahid.definition.Troubles;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;

/**
 * Gateways should be alike and all there: in what they differ, who has what, and how many are missing is a WARNING, as
 * is a clock that is off. Each goes on serving.
 */
final class MemberHealth implements HealthIndicator {
    private static final Logger LOG = LoggerFactory.getLogger(MemberHealth.class);
    private static final String KEY = "signing key";
    private static final String BUILD = "build";
    private static final int SHOWN = 8;
    private final Members members;
    private final int expected;
    private volatile Set<String> told = Set.of();

    /** @param expected how many should live; 0 where nobody has said it */
    MemberHealth(Members members, int expected) {
        this.members = members;
        this.expected = expected;
    }

    /** By name of what differs: who has which version. What an older gateway does not know does not differ. */
    static Map<String, Map<String, String>> differing(List<Member> members) {
        Map<String, Map<String, String>> byName = new TreeMap<>();
        for (Member member : members) {
            Map<String, String> versions = new TreeMap<>(member.versions());
            versions.put(KEY, member.keys().get(KeyPrints.SIGNING));
            versions.values().removeIf(Objects::isNull);
            versions.forEach((name, version) ->
                    byName.computeIfAbsent(name, any -> new TreeMap<>()).put(member.called(), version));
        }
        byName.values()
                .removeIf(versions -> versions.values().stream().distinct().count() < 2);
        return byName;
    }

    /** Who runs which build; blank when it is the same for all. */
    private static String builds(List<Member> members) {
        return members.stream().map(Member::version).distinct().count() < 2
                ? ""
                : members.stream()
                        .map(member -> member.called() + " has " + member.version())
                        .collect(Collectors.joining(", "));
    }

    /**
     * How many things differ, without the build, which may while gateways are upgraded; a log line when they begin or
     * end to.
     */
    int look() {
        Set<String> now = differing(members.living()).keySet();
        Set<String> before = told;
        told = new TreeSet<>(now);
        now.stream()
                .filter(name -> !before.contains(name))
                .forEach(name -> LOG.warn("The gateways of this database differ in: {}", name));
        before.stream()
                .filter(name -> !now.contains(name))
                .forEach(name -> LOG.info("The gateways of this database do not differ any more in: {}", name));
        return now.size();
    }

    @Override
    public Health health() {
        look();
        Map<String, Object> details = new LinkedHashMap<>();
        differing(members.living())
                .forEach((name, versions) -> details.put(
                        name,
                        versions.entrySet().stream()
                                .map(each -> each.getKey() + " has "
                                        + each.getValue()
                                                .substring(
                                                        0,
                                                        Math.min(
                                                                SHOWN,
                                                                each.getValue().length())))
                                .collect(Collectors.joining(", "))));
        int living = members.living().size();
        if (living < expected) {
            details.put("missing", living + " of " + expected + " gateways live (vahid.member.expected)");
        }
        String builds = builds(members.living());
        if (!builds.isEmpty()) {
            details.put(BUILD, builds);
        }
        members.clockGap().ifPresent(gap -> details.put("clock", gap));
        return details.isEmpty()
                ? Health.up().build()
                : Health.status(Troubles.WARNING).withDetails(details).build();
    }
}
