package az.dost.vahid.journeys.tally;

import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What entries come to, added up before it is written. Not for several threads. */
final class Tallies {
    private static final Comparator<Cell> ORDER = Comparator.comparing((Cell cell) -> cell.place.hour())
            .thenComparing(Cell::measure)
            .thenComparing(cell -> cell.place.service())
            .thenComparing(cell -> cell.place.centre())
            .thenComparing(cell -> cell.place.channel())
            .thenComparing(Cell::a)
            .thenComparing(Cell::b);
    private final Map<Cell, Long> counts = new HashMap<>();

    /** A row's key. */
    record Cell(TallyPlace place, Measure measure, String a, String b) {}

    void add(TallyPlace place, Measure measure, String a, String b, long n) {
        counts.merge(new Cell(place, measure, a, b), n, Long::sum);
    }

    void add(TallyPlace place, Measure measure, String a, long n) {
        add(place, measure, a, "", n);
    }

    void add(TallyPlace place, Measure measure, long n) {
        add(place, measure, "", "", n);
    }

    long of(Cell cell) {
        return counts.get(cell);
    }

    /** Of which there is something to change, in the order of the table's key. */
    List<Cell> cells() {
        return counts.entrySet().stream()
                .filter(count -> count.getValue() != 0)
                .map(Map.Entry::getKey)
                .sorted(ORDER)
                .toList();
    }
}
