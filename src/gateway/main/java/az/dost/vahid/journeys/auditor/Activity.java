package az.dost.vahid.journeys.auditor;

import az.dost.vahid.journeys.desk.DeskMark;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;

/**
 * How often an official looked somebody up, day by day, beside colleagues of the office. Of few colleagues a median
 * would tell of one.
 */
final class Activity {
    static final int DAYS = 30;
    /** Colleagues who worked: of fewer there is no median. */
    private static final int FEWEST = 3;

    private final LocalDate from;
    private final LocalDate to;
    /** By official, how many lookups each day. */
    private final Map<String, Map<LocalDate, Integer>> counts = new TreeMap<>();

    /**
     * @param marks of the days and no others
     * @param to the last day, inclusive
     */
    Activity(Collection<DeskMark> marks, LocalDate to, ZoneId zone) {
        this.from = to.minusDays(DAYS - 1L);
        this.to = to;
        marks.forEach(mark -> counts.computeIfAbsent(mark.official(), official -> new TreeMap<>())
                .merge(LocalDate.ofInstant(mark.at(), zone), 1, Integer::sum));
    }

    ObjectNode json(String official) {
        Map<LocalDate, Integer> own = counts.getOrDefault(official, Map.of());
        List<Map<LocalDate, Integer>> others = counts.entrySet().stream()
                .filter(one -> !one.getKey().equals(official))
                .map(Map.Entry::getValue)
                .toList();
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("from", from.toString())
                .put("to", to.toString())
                .put("lookups", sum(own))
                .put("colleagues", others.size());
        median(json, "median", others.stream().map(Activity::sum).toList());
        ArrayNode days = json.putArray("days");
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            LocalDate that = day;
            ObjectNode one = days.addObject().put("day", day.toString()).put("lookups", own.getOrDefault(day, 0));
            median(
                    one,
                    "median",
                    others.stream()
                            .map(other -> other.get(that))
                            .filter(Objects::nonNull)
                            .toList());
        }
        return json;
    }

    private static int sum(Map<LocalDate, Integer> days) {
        return days.values().stream().mapToInt(Integer::intValue).sum();
    }

    /** Of an even number the mean of the two in the middle. */
    private static void median(ObjectNode json, String name, List<Integer> values) {
        if (values.size() >= FEWEST) {
            List<Integer> sorted = values.stream().sorted().toList();
            int middle = sorted.size() / 2;
            json.put(
                    name,
                    sorted.size() % 2 == 1 ? sorted.get(middle) : (sorted.get(middle - 1) + sorted.get(middle)) / 2.0);
        }
    }
}
