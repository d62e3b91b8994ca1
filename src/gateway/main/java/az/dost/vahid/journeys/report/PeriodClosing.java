package az.dost.vahid.journeys.report;

import az.dost.vahid.signature.DossierSigner;
import az.dost.vahid.signature.key.Sha256;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/**
 * Closes a period:
 *
 * <ol>
 *   <li>it waits until the tallies and the roots of the audit chain have come to the period's end;
 *   <li>what the tallies come to is counted;
 *   <li>what could tell of somebody is hidden, for the report and for open data;
 *   <li>both are signed, and kept once.
 * </ol>
 */
final class PeriodClosing {
    /** What a version says of itself. */
    private static final Set<String> OF_ITSELF = Set.of("version", "closedAt", "because", "chain");

    private final TallyReader tallies;
    private final ChainParts chain;
    private final ReportVersions versions;
    private final ReportRules rules;
    private final DossierSigner signer;
    private final Clock clock;

    PeriodClosing(
            TallyReader tallies,
            ChainParts chain,
            ReportVersions versions,
            ReportRules rules,
            DossierSigner signer,
            Clock clock) {
        this.tallies = tallies;
        this.chain = chain;
        this.versions = versions;
        this.rules = rules;
        this.signer = signer;
        this.clock = clock;
    }

    /**
     * @param because why it is closed anew; null for the first time
     * @param order by which it is; null for none
     * @return the version that was made, or the newest one where an order finds nothing changed; empty when it is not
     *     time yet, or another gateway was faster
     */
    Optional<Integer> close(ReportPeriod period, String because, UUID order) {
        Optional<ChainPart> part = chain.of(period);
        Map<ReportPeriod, ReportVersion> months = months(period);
        if (clock.instant().isBefore(period.closesAt())
                || part.isPresent()
                        && (!part.get().signed()
                                || tallies.counted() < part.get().last())
                || months == null) {
            return Optional.empty();
        }
        List<ReportVersion> earlier = versions.of(period);
        if (done(earlier, because, order, months)) {
            return Optional.empty();
        }
        int version = earlier.isEmpty() ? 1 : earlier.get(0).version() + 1;
        PeriodCounts counted = counted(period, months, earlier);
        Instant at = clock.instant().truncatedTo(ChronoUnit.MILLIS);
        ReportJson json = new ReportJson(period, version, at, rules.computed());
        byte[] report = bytes(json.report(
                because,
                part.orElse(null),
                numbers(months),
                rules.visit(),
                counted.counts(),
                counted.shown(rules.visit().minutes())));
        byte[] open = bytes(json.openData(counted.counts(), counted.openShown()));
        String kept = counted.kept().json().toString();
        if (order != null
                && !earlier.isEmpty()
                && same(report, earlier.get(0).report())
                && same(open, earlier.get(0).openData())
                && StoredJson.json(kept).equals(StoredJson.json(earlier.get(0).counts()))) {
            return Optional.of(version - 1);
        }
        ObjectNode digests = JsonNodeFactory.instance
                .objectNode()
                .put("report", Sha256.hex(report))
                .put("openData", Sha256.hex(open));
        boolean made = versions.keep(
                new ReportVersion(
                        period.id(),
                        version,
                        at,
                        because,
                        signer.sign(report, ReportVersion.REPORT).compact(),
                        signer.sign(open, ReportVersion.OPEN_DATA).compact(),
                        kept),
                digests,
                order);
        return made ? Optional.of(version) : Optional.empty();
    }

    /** Another gateway, whose turn was over, may have been here since it was seen what there is to do. */
    private static boolean done(
            List<ReportVersion> earlier, String because, UUID order, Map<ReportPeriod, ReportVersion> months) {
        if (earlier.isEmpty() || order != null) {
            return false;
        }
        Map<String, Integer> of = new LinkedHashMap<>();
        StoredJson.payload(earlier.get(0).report())
                .path("months")
                .forEach(month -> of.put(
                        month.path("period").asText(), month.path("version").asInt()));
        Map<String, Integer> now = new LinkedHashMap<>();
        months.forEach((month, version) -> now.put(month.id(), version.version()));
        return because == null || of.equals(now);
    }

    /** Whether a version tells what the one before it tells. */
    private static boolean same(byte[] made, String kept) {
        return ((ObjectNode) StoredJson.json(new String(made, StandardCharsets.UTF_8)))
                .remove(OF_ITSELF)
                .equals(((ObjectNode) StoredJson.payload(kept)).remove(OF_ITSELF));
    }

    private static Map<ReportPeriod, Integer> numbers(Map<ReportPeriod, ReportVersion> months) {
        Map<ReportPeriod, Integer> numbers = new LinkedHashMap<>();
        months.forEach((month, version) -> numbers.put(month, version.version()));
        return numbers;
    }

    /** Empty for a month; null where one is not closed. */
    private Map<ReportPeriod, ReportVersion> months(ReportPeriod period) {
        Map<ReportPeriod, ReportVersion> months = new LinkedHashMap<>();
        if (period.kind() == PeriodKind.QUARTER) {
            for (ReportPeriod month : period.months()) {
                Optional<ReportVersion> version = versions.find(month, null);
                if (version.isPresent()) {
                    months.put(month, version.get());
                } else if (!before(month)) {
                    return null;
                }
            }
        }
        return months;
    }

    /** Whether a month is before the first one of which there is anything. */
    private boolean before(ReportPeriod month) {
        return tallies.first().map(first -> month.first().isBefore(first)).orElse(false);
    }

    private PeriodCounts counted(
            ReportPeriod period, Map<ReportPeriod, ReportVersion> months, List<ReportVersion> earlier) {
        Map<ReportPeriod, KeptCounts> kept = new LinkedHashMap<>();
        months.forEach((month, version) -> kept.put(month, KeptCounts.of(StoredJson.json(version.counts()))));
        CentreRows now = rules.centres(tallies.centres(period));
        CentreRows centres = period.kind() == PeriodKind.MONTH ? now : QuarterCounts.centres(now, kept);
        TallyToTables placing =
                new TallyToTables(period.kind(), rules::family, centres, rules.registers(), rules::ofDisability);
        tallies.each(period, placing::add);
        return new PeriodCounts(
                placing.counts(), centres, kept, PublishedBefore.of(earlier, numbers(months), versions), rules);
    }

    private static byte[] bytes(ObjectNode json) {
        return json.toString().getBytes(StandardCharsets.UTF_8);
    }
}
