package az.dost.vahid.journeys.operations;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.connector.rollout.Rollout;
import az.dost.vahid.connector.rollout.Use;
import az.dost.vahid.figures.Figures;
import az.dost.vahid.figures.Remembered;
import az.dost.vahid.proof.member.GatewayStatus;
import az.dost.vahid.proof.member.Member;
import az.dost.vahid.proof.member.Members;
import az.dost.vahid.sources.agency.call.AnswerTally.Counts;
import az.dost.vahid.sources.agency.call.AnswerTimes;
import az.dost.vahid.sources.expiry.ExpiringCertificates;
import az.dost.vahid.sources.rollout.Rollouts;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** All agencies as operators see them, the worst first. */
public final class AgencyTiles {
    static final Duration SPAN = Duration.ofMinutes(15);
    private static final Duration RECENT_SPAN = Duration.ofHours(6);
    private static final Duration RECENT_STEP = Duration.ofMinutes(15);
    /** Hours change slowly, and take the database longer than minutes. */
    private static final Duration RECENT_YOUNG = Duration.ofSeconds(20);

    private final Catalogue catalogue;
    private final Members members;
    private final Rollouts rollouts;
    private final Figures figures;
    private final ExpiringCertificates certificates;
    private final AgencyMinutes minutes;
    private final AgencyStates states;
    private final Remembered<Map<String, AgencyMinutes.Recent>> recent;

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
        this.recent = new Remembered<>(() -> minutes.recent(RECENT_SPAN, RECENT_STEP, ids()), RECENT_YOUNG);
    }

    private List<String> ids() {
        return catalogue.connectors().stream().map(Connector::id).toList();
    }

    List<AgencyTile> all() {
        List<Member> living = members.living();
        Map<String, Counts> counts = minutes.last(SPAN, ids());
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

    /** All of them with their last hours, as the contract has them. */
    ArrayNode json() {
        Map<String, AgencyMinutes.Recent> hours = recent.get();
        ArrayNode agencies = JsonNodeFactory.instance.arrayNode();
        all().forEach(tile -> {
            ObjectNode json = tile.json();
            AgencyMinutes.Recent known = hours.get(tile.agency());
            if (known != null) {
                ObjectNode told = json.putObject("recent")
                        .put("from", known.from().toString())
                        .put("seconds", RECENT_STEP.toSeconds());
                Arrays.stream(known.asked()).forEach(told.putArray("asked")::add);
                Arrays.stream(known.answered()).forEach(told.putArray("answered")::add);
            }
            agencies.add(json);
        });
        return agencies;
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
        /** The newest of all gateways. */
        private Optional<GatewayStatus.Trouble> trouble() {
            return gateways.values().stream()
                    .map(GatewayStatus.Seen::trouble)
                    .filter(Objects::nonNull)
                    .max(Comparator.comparing(GatewayStatus.Trouble::at));
        }

        private ObjectNode json() {
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
            trouble().ifPresent(trouble -> {
                ObjectNode told = json.putObject("trouble").put("verdict", trouble.verdict());
                if (trouble.reason() != null) {
                    told.put("reason", trouble.reason());
                }
                told.put("at", trouble.at());
            });
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
