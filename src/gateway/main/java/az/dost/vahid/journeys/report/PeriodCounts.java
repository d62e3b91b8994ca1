package az.dost.vahid.journeys.report;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;

/** A period's counts, and which of them are hidden in the report and in open data. */
final class PeriodCounts {
    private final Counts counts;
    private final CentreRows centres;
    private final Map<ReportPeriod, KeptCounts> months;
    private final PublishedBefore earlier;
    private final ReportRules rules;
    private final Map<CellName, List<QuarterCounts.Part>> parts;
    private final Hidden report;
    private final Hidden open;

    /**
     * @param relations of the counts, by which a cell is known
     * @param ids that are hidden
     */
    private record Hidden(Relations relations, Set<String> ids) {
        boolean is(CellName cell) {
            return ids.contains(relations.id(cell));
        }
    }

    /**
     * @param tallied what the period's tallies come to
     * @param months what is kept of the months of a quarter; empty for a month
     * @param earlier what was published of the period before
     */
    PeriodCounts(
            Counts tallied,
            CentreRows centres,
            Map<ReportPeriod, KeptCounts> months,
            PublishedBefore earlier,
            ReportRules rules) {
        QuarterCounts quarter = months.isEmpty() ? null : new QuarterCounts(tallied, months, centres);
        this.counts = quarter == null ? tallied : quarter.counts();
        this.parts = quarter == null ? Map.of() : quarter.parts();
        this.centres = centres;
        this.months = months;
        this.earlier = earlier;
        this.rules = rules;
        Thresholds least = rules.thresholds();
        this.report = hidden(least::of, table -> true, KeptCounts::hidden, Set.of());
        // What analysts are not shown is not open either.
        this.open = hidden(least::open, ReportTable::open, KeptCounts::openHidden, report.ids());
    }

    private Hidden hidden(
            ToIntFunction<CellName> least,
            Predicate<ReportTable> included,
            Function<KeptCounts, Set<String>> before,
            Set<String> also) {
        Relations now = new Relations(counts, "", least, rules::family, included);
        Hiding hiding = new Hiding(now).hidden(also).after(earlier.standing(now, counts, before));
        Map<PublishedBefore.Month, Relations> published = new LinkedHashMap<>();
        months.forEach(
                (month, kept) -> publish(earlier.month(month), kept, least, included, before, hiding, published));
        parts.forEach((cell, of) -> {
            if (included.test(cell.table())) {
                hiding.sum(
                        now.id(cell),
                        of.stream()
                                .map(part -> published
                                        .get(earlier.month(part.month()))
                                        .id(part.cell()))
                                .toList());
            }
        });
        for (PublishedBefore.Quarter quarter : earlier.quarters()) {
            quarter.months().forEach((month, kept) -> publish(month, kept, least, included, before, hiding, published));
            Relations relations =
                    new Relations(quarter.kept().counts(), quarter.prefix(), least, rules::family, included);
            hiding.published(relations, before.apply(quarter.kept()));
            quarter.sums().forEach((cell, of) -> {
                if (included.test(cell.table())) {
                    hiding.sum(
                            relations.id(cell),
                            of.stream()
                                    .map(month -> published.get(month).id(cell))
                                    .toList());
                }
            });
        }
        return new Hidden(now, hiding.ids());
    }

    private void publish(
            PublishedBefore.Month month,
            KeptCounts kept,
            ToIntFunction<CellName> least,
            Predicate<ReportTable> included,
            Function<KeptCounts, Set<String>> before,
            Hiding hiding,
            Map<PublishedBefore.Month, Relations> published) {
        if (!published.containsKey(month)) {
            published.put(month, new Relations(kept.counts(), month.prefix(), least, rules::family, included));
            hiding.published(published.get(month), before.apply(kept));
        }
    }

    Counts counts() {
        return counts;
    }

    /** @param minutes that a visit takes; 0 where nobody said it */
    ShownCells shown(int minutes) {
        return new ShownCells(counts, report::is, minutes);
    }

    ShownCells openShown() {
        return new ShownCells(counts, open::is, 0);
    }

    KeptCounts kept() {
        return new KeptCounts(counts, ofCells(report), ofCells(open), centres.merged());
    }

    /** Cells are kept by their own names: which are one number may be another matter the next time. */
    private Set<String> ofCells(Hidden hidden) {
        return counts.all().keySet().stream()
                .filter(cell -> hidden.relations().has(cell) && hidden.is(cell))
                .map(CellName::id)
                .collect(Collectors.toSet());
    }
}
