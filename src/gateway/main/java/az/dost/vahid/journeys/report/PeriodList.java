package az.dost.vahid.journeys.report;

import az.dost.vahid.journeys.report.order.ReportOrder;
import az.dost.vahid.journeys.report.order.ReportOrders;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * The periods that there are, with the versions of their reports, as {@code contracts/statistics.openapi.yaml} lists
 * them.
 */
final class PeriodList {
    private final ReportCalendar calendar;
    private final ReportVersions versions;
    private final ReportOrders orders;

    PeriodList(ReportCalendar calendar, ReportVersions versions, ReportOrders orders) {
        this.calendar = calendar;
        this.versions = versions;
        this.orders = orders;
    }

    /** @param analyst whether who reads it may close anew, and is told what was ordered */
    ObjectNode json(Instant now, boolean analyst) {
        Map<String, List<ReportVersions.Heading>> all =
                versions.headings().stream().collect(Collectors.groupingBy(ReportVersions.Heading::period));
        Map<String, ReportOrder> ordered = analyst
                ? orders.last().stream().collect(Collectors.toMap(ReportOrder::period, order -> order))
                : Map.of();
        List<ReportPeriod> periods = new ArrayList<>(calendar.periods());
        Collections.reverse(periods);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("periods");
        for (ReportPeriod period : periods) {
            List<ReportVersions.Heading> its = all.getOrDefault(period.id(), List.of());
            ObjectNode one = list.addObject()
                    .put("period", period.id())
                    .put("kind", period.kind().name())
                    .put("from", period.from().toString())
                    .put("to", period.to().toString())
                    .put("closesAt", period.closesAt().toString())
                    .put("state", !its.isEmpty() ? "CLOSED" : now.isBefore(period.closesAt()) ? "OPEN" : "CLOSING");
            ArrayNode numbers = one.putArray("versions");
            its.forEach(version -> {
                ObjectNode number = numbers.addObject()
                        .put("version", version.version())
                        .put("closedAt", version.closedAt().toString());
                if (version.because() != null) {
                    number.put("because", version.because());
                }
            });
            if (ordered.containsKey(period.id())) {
                one.set("closing", ordered.get(period.id()).json());
            }
        }
        return json;
    }
}
