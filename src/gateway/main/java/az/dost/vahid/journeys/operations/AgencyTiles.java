package az.dost.vahid.journeys.operations;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.rollout.Rollout;
import az.dost.vahid.connector.rollout.Use;
import az.dost.vahid.figures.Figures;
import az.dost.vahid.proof.member.GatewayStatus;
import az.dost.vahid.proof.member.Member;
import az.dost.vahid.proof.member.Members;
import az.dost.vahid.sources.agency.call.AnswerTally.Counts;
import az.dost.vahid.sources.agency.call.AnswerTimes;
import az.dost.vahid.sources.expiry.ExpiringCertificates;
import az.dost.vahid.sources.rollout.Rollouts;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All agencies as operators see them, the worst first. */
public final class AgencyTiles {
    static final Duration SPAN = Duration.ofMinutes(15);
    private final Catalogue catalogue;
    private final Members members;
    private final Rollouts rollouts;
    private final Figures figures;
    private final ExpiringCertificates certificates;
    private final AgencyMinutes minutes;
    private final AgencyStates states;

    AgencyTiles(
            Catalogue catalogue,
            Members members,
            Rollouts rollouts,
            Figures figures,
            ExpiringCertificates certificates,
            AgencyMinutes minutes,
            AgencyStates states) {
        this.catalogue = catalogue;
        this.members = members;
        this.rollouts = rollouts;
        this.figures = figures;
        this.certificates = certificates;
        this.minutes = minutes;
        this.states = states;
    }

    List<AgencyTile> all() {
        List<Member> living = members.living();
        Map<String, Counts> counts = minutes.last(
                SPAN, catalogue.connectors().stream().map(Connector::id).toList());
        Map<String, AgencyStates.Since> known = states.all();
        Map<String, Long> days = certificates.daysLeft();
        return catalogue.connectors().stream()
                .map(connector -> tile(
                        connector,
                        living,
                        counts.getOrDefault(connector.id(), Counts.NONE),
                        known.get(connector.id()),
                        days.get("agency:" + connector.id())))
                .sorted(Comparator.comparing(AgencyTile::state).thenComparing(AgencyTile::agency))
                .toList();
    }

    /** Writes down since when they are as they are. */
    public void keep() {
        states.keep(all().stream().collect(Collectors.toMap(AgencyTile::agency, AgencyTile::state)));
    }

    private AgencyTile tile(
            Connector connector, List<Member> living, Counts counts, AgencyStates.Since known, Long days) {
        Map<String, GatewayStatus.Seen> seen = new TreeMap<>();
        living.stream()
                .filter(member -> member.told().agencies().containsKey(connector.id()))
                .forEach(member ->
                        seen.put(member.called(), member.told().agencies().get(connector.id())));
        Rollout rollout = rollouts.inForce().get(connector.id());
        Use use = rollout == null || rollout.use() == null ? Use.ALL : rollout.use();
        OptionalDouble age = figures.value("vahid.drop.age", connector.id());
        AgencyState state = AgencyState.of(new AgencyState.Known(
                counts,
                seen.values().stream().map(GatewayStatus.Seen::breaker).toList(),
                use == Use.NONE,
                late(connector, age),
                connector.timeoutMs()));
        Instant since = known != null && known.state().equals(state.name()) ? known.since() : Instant.now();
        return new AgencyTile(
                connector.id(),
                state,
                since,
                counts,
                seen,
                use.name().toLowerCase(Locale.ROOT),
                age.isPresent() ? (Long) Math.max(0, (long) age.getAsDouble()) : null,
                days);
    }

    private static boolean late(Connector connector, OptionalDouble ageSeconds) {
        if (connector.drop() == null || ageSeconds.isEmpty()) {
            return false;
        }
        Instant newest = Instant.now().minusSeconds((long) ageSeconds.getAsDouble());
        return newest.atOffset(ZoneOffset.UTC)
                .plus(connector.drop().fresh())
                .toInstant()
                .isBefore(Instant.now());
    }

    /**
     * An agency as operators see it first.
     *
     * @param since when it became so, by the database's clock
     * @param counts of the last minutes, over all gateways
     * @param gateways what each sees of it, by the gateway's id
     * @param use for which lookups its connector is used
     * @param snapshotAgeSeconds null of an agency that leaves no files, or has not left one
     * @param certificateDaysLeft null where its proof needs no certificate
     */
    record AgencyTile(
            String agency,
            AgencyState state,
            Instant since,
            Counts counts,
            Map<String, GatewayStatus.Seen> gateways,
            String use,
            Long snapshotAgeSeconds,
            Long certificateDaysLeft) {
        ObjectNode json() {
            ObjectNode json = JsonNodeFactory.instance
                    .objectNode()
                    .put("agency", agency)
                    .put("state", state.name())
                    .put("since", since.toString())
                    .put("asked", counts.asked());
            if (counts.asked() > 0) {
                json.put(
                        "answeredShare", Math.min(1, Math.round(counts.answered() * 1000.0 / counts.asked()) / 1000.0));
                long within = AnswerTimes.within(counts.times(), AgencyState.SHARE);
                if (within >= 0) {
                    json.put("p95Ms", within);
                }
            }
            ObjectNode breakers = json.putObject("breakers");
            gateways.forEach((gateway, seen) -> breakers.put(gateway, seen.breaker()));
            json.put(
                            "calls",
                            gateways.values().stream()
                                    .mapToInt(GatewayStatus.Seen::calls)
                                    .sum())
                    .put("use", use);
            if (snapshotAgeSeconds != null) {
                json.put("snapshotAgeSeconds", snapshotAgeSeconds);
            }
            if (certificateDaysLeft != null) {
                json.put("certificateDaysLeft", certificateDaysLeft);
            }
            return json;
        }
    }
}
