package az.dost.vahid.pages.report;

import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.springframework.context.MessageSource;

/**
 * A period of the list, in words.
 *
 * @param period   as it stands in addresses
 * @param state    {@code OPEN}, {@code CLOSING} or {@code CLOSED}
 * @param versions of its report, the newest first; empty until it is closed
 */
record PeriodLine(String period, String name, String kind, String from, String to, String closesAt, String state, String stateName, List<Version> versions) {
    /** @param because blank for the first one */
    record Version(int number, String closedAt, String because) { }

    static PeriodLine of(JsonNode json, MessageSource messages, Wording w) {
        String period = json.path("period").asText();
        List<Version> versions = new ArrayList<>();
        json.path("versions").forEach(version -> versions.add(new Version(version.path("version").asInt(), w.moment(version.path("closedAt").asText()),
                version.path("because").asText())));
        return new PeriodLine(period, PeriodName.of(period, messages, w), w.value("report.kind", json.path("kind").asText()), w.day(json.path("from").asText()),
                w.day(json.path("to").asText()), w.moment(json.path("closesAt").asText()), json.path("state").asText(),
                w.value("statistics.PeriodState", json.path("state").asText()), versions);
    }

    static List<PeriodLine> all(JsonNode json, MessageSource messages, Wording w) {
        List<PeriodLine> lines = new ArrayList<>();
        json.path("periods").forEach(period -> lines.add(of(period, messages, w)));
        return lines;
    }
}
