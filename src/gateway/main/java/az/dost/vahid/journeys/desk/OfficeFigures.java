package az.dost.vahid.journeys.desk;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Counts the cases of an office; a case is what has one matter, and its last dossier counts. What so few cases make up
 * that it tells of one is hidden.
 */
final class OfficeFigures {
    private static final int FEW = 5;
    private static final int FEW_SPECIAL = 10;
    /** Of fewer a median is one person's time. */
    private static final int FEW_TIMES = 10;

    private static final Duration COMPLETED_WITHIN = Duration.ofHours(24);
    private static final double MS = 1000;
    private final Predicate<String> special;
    private final Map<String, List<DeskRow>> cases = new LinkedHashMap<>();
    private final TreeSet<String> hidden = new TreeSet<>();
    private final ObjectNode json = JsonNodeFactory.instance.objectNode();

    /**
     * @param rows the oldest first
     * @param special whether a paper tells of a special category
     */
    OfficeFigures(Collection<DeskRow> rows, Predicate<String> special) {
        this.special = special;
        rows.stream()
                .filter(row -> !row.empty())
                .forEach(row -> cases.computeIfAbsent(row.matter(), matter -> new ArrayList<>())
                        .add(row));
    }

    /** The figures, and under {@code hidden} the names of those of too few cases. */
    ObjectNode json() {
        int n = cases.size();
        put("CASES", n, () -> json.put("cases", n));
        Map<Outcome, Long> outcomes = last().stream()
                .collect(Collectors.groupingBy(
                        row -> Outcome.of(row.told()), () -> new EnumMap<>(Outcome.class), Collectors.counting()));
        long free = outcomes.getOrDefault(Outcome.FREE, 0L);
        if (n > 0) {
            // Of few that are free of papers, or few others, the share tells which they are.
            if (n < FEW || few(free, FEW) || few(n - free, FEW)) {
                hidden.add("DOCUMENT_FREE_SHARE");
            } else {
                json.put("documentFreeShare", (double) free / n);
            }
            // With all but one of them, the sum tells the one that is hidden.
            if (outcomes.values().stream().anyMatch(cases -> few(cases, FEW))) {
                hidden.add("OUTCOMES");
            } else {
                ArrayNode list = json.putArray("outcomes");
                outcomes.forEach((outcome, cases) ->
                        list.addObject().put("outcome", outcome.name()).put("cases", cases));
            }
            times();
        }
        asked();
        silent();
        ArrayNode names = json.putArray("hidden");
        hidden.forEach(names::add);
        return json;
    }

    private void put(String figure, int n, Runnable show) {
        if (few(n, FEW)) {
            hidden.add(figure);
        } else {
            show.run();
        }
    }

    private static boolean few(long n, int least) {
        return n > 0 && n < least;
    }

    private List<DeskRow> last() {
        return cases.values().stream().map(rows -> rows.get(rows.size() - 1)).toList();
    }

    private void times() {
        List<Integer> took = last().stream().map(DeskRow::tookMs).sorted().toList();
        if (took.size() < FEW_TIMES) {
            hidden.addAll(List.of("MEDIAN_SECONDS", "P95_SECONDS"));
        } else {
            json.put("medianSeconds", rank(took, 0.5)).put("p95Seconds", rank(took, 0.95));
        }
    }

    /** Nearest rank, in seconds. */
    private static double rank(List<Integer> sorted, double share) {
        return sorted.get((int) Math.ceil(share * sorted.size()) - 1) / MS;
    }

    private void asked() {
        Map<String, Integer> papers = new TreeMap<>();
        last().forEach(row ->
                row.told().path("stillNeeded").forEach(paper -> papers.merge(paper.asText(), 1, Integer::sum)));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        papers.entrySet().stream()
                .sorted(Map.Entry.<String, Integer>comparingByValue(Comparator.reverseOrder()))
                .forEach(paper -> {
                    if (paper.getValue() < (special.test(paper.getKey()) ? FEW_SPECIAL : FEW)) {
                        hidden.add("STILL_ASKED");
                    } else {
                        list.addObject().put("paper", paper.getKey()).put("cases", paper.getValue());
                    }
                });
        json.set("stillAsked", list);
    }

    private void silent() {
        Map<String, int[]> agencies = new TreeMap<>();
        cases.values()
                .forEach(rows -> rows.get(0).told().path("silent").forEach(agency -> {
                    int[] counts = agencies.computeIfAbsent(agency.asText(), name -> new int[2]);
                    counts[0]++;
                    counts[1] += completed(rows, agency.asText()) ? 1 : 0;
                }));
        ArrayNode list = JsonNodeFactory.instance.arrayNode();
        agencies.forEach((agency, counts) -> {
            if (counts[0] < FEW) {
                hidden.add("NOT_ASKED_AGENCIES");
            } else {
                ObjectNode one = list.addObject().put("agency", agency).put("cases", counts[0]);
                if (!few(counts[1], FEW) && !few(counts[0] - counts[1], FEW)) {
                    one.put("completedIn24h", counts[1]);
                }
            }
        });
        json.set("notAskedAgencies", list);
    }

    private static boolean completed(List<DeskRow> rows, String agency) {
        return rows.stream()
                .skip(1)
                .filter(row -> row.at().isBefore(rows.get(0).at().plus(COMPLETED_WITHIN)))
                .anyMatch(row -> !contains(row, agency));
    }

    private static boolean contains(DeskRow row, String agency) {
        for (var one : row.told().path("silent")) {
            if (one.asText().equals(agency)) {
                return true;
            }
        }
        return false;
    }
}
