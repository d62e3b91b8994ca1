package az.dost.vahid.report;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The periods that there are, with the versions of their reports, as {@code contracts/statistics.openapi.yaml} lists them. */
final class PeriodList {
    private final ReportCalendar calendar;
    private final ReportVersions versions;

    PeriodList(ReportCalendar calendar, ReportVersions versions) {
        this.calendar = calendar;
        this.versions = versions;
    }

    ObjectNode json(Instant now) {
        Map<String, List<ReportVersions.Heading>> all = versions.headings().stream().collect(Collectors.groupingBy(ReportVersions.Heading::period));
        List<ReportPeriod> periods = new ArrayList<>(calendar.periods());
        Collections.reverse(periods);
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode list = json.putArray("periods");
        for (ReportPeriod period : periods) {
            List<ReportVersions.Heading> its = all.getOrDefault(period.id(), List.of());
            ObjectNode one = list.addObject().put("period", period.id()).put("kind", period.kind().name()).put("from", period.from().toString())
                    .put("to", period.to().toString()).put("closesAt", period.closesAt().toString())
                    .put("state", !its.isEmpty() ? "CLOSED" : now.isBefore(period.closesAt()) ? "OPEN" : "CLOSING");
            ArrayNode numbers = one.putArray("versions");
            its.forEach(version -> {
                ObjectNode number = numbers.addObject().put("version", version.version()).put("closedAt", version.closedAt().toString());
                if (version.because() != null) {
                    number.put("because", version.because());
                }
            });
        }
        return json;
    }
}
