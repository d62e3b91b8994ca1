package az.dost.vahid.journeys.report;

import az.dost.vahid.disclosure.CountCell;
import az.dost.vahid.disclosure.EarlierCell;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * What was published before a period is closed: who lays two versions side by side sees what came between, and computes
 * with all that he has.
 *
 * @param versions of the period itself, the newest first
 * @param months of a quarter, by month the number of its newest version
 * @param quarters of a quarter, its own versions with the months that each is the sum of
 */
record PublishedBefore(
        List<KeptCounts> versions, Map<ReportPeriod, Integer> months, List<PublishedBefore.Quarter> quarters) {
    /** A version of a month. */
    record Month(ReportPeriod period, int version) {
        /** Begins the ids of its cells. */
        String prefix() {
            return period.id() + "v" + version + ":";
        }
    }

    /**
     * An earlier version of a quarter, with the versions of months that it is the sum of: they may be older than those
     * of today.
     */
    record Quarter(int version, KeptCounts kept, Map<Month, KeptCounts> months) {
        String prefix() {
            return "v" + version + ":";
        }

        /**
         * Its cells that are the sum of the same cells of months. One of a row that was another's in a month, as a
         * centre's may be, is none.
         */
        Map<CellName, List<Month>> sums() {
            Map<CellName, List<Month>> sums = new LinkedHashMap<>();
            kept.counts().all().forEach((cell, n) -> {
                List<Month> parts = months.keySet().stream()
                        .filter(month -> months.get(month).counts().all().containsKey(cell))
                        .toList();
                if (!parts.isEmpty()
                        && parts.stream()
                                        .mapToLong(month ->
                                                months.get(month).counts().of(cell))
                                        .sum()
                                == n) {
                    sums.put(cell, parts);
                }
            });
            return sums;
        }
    }

    /**
     * @param earlier versions of the period, the newest first
     * @param months of a quarter, by month the number of its newest version
     */
    static PublishedBefore of(List<ReportVersion> earlier, Map<ReportPeriod, Integer> months, ReportVersions versions) {
        List<Quarter> quarters = new ArrayList<>();
        for (ReportVersion quarter : earlier) {
            Map<Month, KeptCounts> parts = new LinkedHashMap<>();
            for (JsonNode month : StoredJson.payload(quarter.report()).path("months")) {
                Month one = new Month(
                        ReportPeriod.of(month.path("period").asText()).orElseThrow(),
                        month.path("version").asInt());
                versions.find(one.period(), one.version()).ifPresent(version -> parts.put(one, kept(version)));
            }
            if (!parts.isEmpty()) {
                quarters.add(new Quarter(quarter.version(), kept(quarter), parts));
            }
        }
        return new PublishedBefore(earlier.stream().map(PublishedBefore::kept).toList(), months, quarters);
    }

    private static KeptCounts kept(ReportVersion version) {
        return KeptCounts.of(StoredJson.json(version.counts()));
    }

    Month month(ReportPeriod period) {
        return new Month(period, months.get(period));
    }

    /**
     * How the period's cells stand.
     *
     * @param hidden of an earlier version, the ids that it hid
     * @return each cell that an earlier version had
     */
    List<CountCell> standing(Relations now, Counts counts, Function<KeptCounts, Set<String>> hidden) {
        Map<String, List<EarlierCell>> earlier = new TreeMap<>();
        counts.all().keySet().stream()
                .filter(now::has)
                .forEach(cell -> versions.stream()
                        .filter(version -> version.counts().all().containsKey(cell))
                        .forEach(version -> earlier.computeIfAbsent(now.id(cell), id -> new ArrayList<>())
                                .add(new EarlierCell(
                                        version.counts().of(cell),
                                        hidden.apply(version).contains(cell.id())))));
        return now.cells().stream()
                .filter(cell -> earlier.containsKey(cell.id()))
                .map(cell -> CountCell.after(earlier.get(cell.id()), cell.id(), cell.value(), cell.least()))
                .toList();
    }
}
