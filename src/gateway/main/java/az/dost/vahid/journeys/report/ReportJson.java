package az.dost.vahid.journeys.report;

import az.dost.vahid.disclosure.OpenFigure;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.stream.Stream;

/**
 * A report as {@code contracts/report.schema.json} has it, and its open data as
 * {@code contracts/statistics.openapi.yaml} has them.
 */
final class ReportJson {
    /** What people look for in such a report, and the chain does not tell. */
    private static final List<String> NOT_MEASURED =
            List.of("OUTSIDE_THE_BUS", "DECISIONS", "WAITING_AT_CENTRES", "UNRATED_VISITS");

    private final ReportPeriod period;
    private final int version;
    private final Instant closedAt;
    private final boolean computed;

    /** @param computed whether the figures tell of nobody */
    ReportJson(ReportPeriod period, int version, Instant closedAt, boolean computed) {
        this.period = period;
        this.version = version;
        this.closedAt = closedAt;
        this.computed = computed;
    }

    private ObjectNode head() {
        ObjectNode head = JsonNodeFactory.instance
                .objectNode()
                .put("period", period.id())
                .put("kind", period.kind().name())
                .put("from", period.from().toString())
                .put("to", period.to().toString())
                .put("zone", "Asia/Baku")
                .put("version", version)
                .put("closedAt", closedAt.toString());
        return computed ? head.put("computed", true) : head;
    }

    /**
     * @param because null for the first version
     * @param chain null where the period has no entry
     * @param months versions of the months of a quarter; empty for a month
     */
    ObjectNode report(
            String because,
            ChainPart chain,
            Map<ReportPeriod, Integer> months,
            VisitTime visit,
            Counts counts,
            ShownCells shown) {
        ObjectNode json = head();
        if (because != null) {
            json.put("because", because);
        }
        if (chain != null) {
            json.set("chain", chain.json());
        }
        months.forEach((month, of) ->
                json.withArray("months").addObject().put("period", month.id()).put("version", of));
        json.putObject("least")
                .put("cases", Thresholds.CASES)
                .put("sensitive", Thresholds.SENSITIVE)
                .put("times", Thresholds.TIMES);
        if (visit.minutes() > 0) {
            json.putObject("minutesAVisit").put("minutes", visit.minutes()).put("source", visit.source());
        }
        json.set("tables", new TablesJson(counts, shown::of).of(ReportTable.of(period.kind()), ReportTable::figures));
        ArrayNode missing = json.putArray("notMeasured");
        NOT_MEASURED.forEach(missing::add);
        if (period.kind() == PeriodKind.QUARTER) {
            missing.add("REFUSED_PERSONS");
        }
        return json;
    }

    /** @param shown hides below ten */
    ObjectNode openData(Counts counts, ShownCells shown) {
        ObjectNode json = head().put("leastShown", Thresholds.OPEN).put("roundedTo", OpenFigure.STEP);
        Stream<ReportTable> tables = ReportTable.of(period.kind()).stream().filter(ReportTable::open);
        json.set(
                "tables",
                new TablesJson(counts, cell -> shown.of(cell).map(ReportJson::rounded))
                        .of(tables.toList(), ReportTable::counts));
        return json;
    }

    private static ShownCells.Shown rounded(ShownCells.Shown shown) {
        OptionalLong open = OpenFigure.of(shown.hidden() ? 0 : shown.number().longValue(), shown.hidden());
        return open.isPresent() ? new ShownCells.Shown(open.getAsLong()) : ShownCells.Shown.HIDDEN;
    }
}
