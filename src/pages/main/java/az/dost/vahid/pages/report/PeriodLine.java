package az.dost.vahid.pages.report;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import org.springframework.context.MessageSource;

/**
 * A period of the list, in words.
 *
 * @param period as it stands in addresses
 * @param kind {@code MONTH} or {@code QUARTER}
 * @param state {@code OPEN}, {@code CLOSING} or {@code CLOSED}
 * @param versions of its report, the newest first; empty until it is closed
 * @param ordered the last order to close it anew; null for none, and for who may order none
 */
record PeriodLine(
        String period,
        String name,
        String kind,
        String from,
        String to,
        String closesAt,
        String state,
        String stateName,
        List<Version> versions,
        Ordered ordered) {
    /** @param because blank for the first one */
    record Version(int number, String closedAt, String because) {}

    /** That it be closed anew, and what came of it. */
    record Ordered(String at, String because, boolean waits, String stateName) {
        static Ordered of(JsonNode json, Wording w) {
            String state = json.path("state").asText();
            return new Ordered(
                    w.moment(json.path("orderedAt").asText()),
                    json.path("because").asText(),
                    state.equals("WAITING"),
                    w.value("statistics.ClosingState", state));
        }
    }

    static PeriodLine of(JsonNode json, MessageSource messages, Wording w) {
        String period = json.path("period").asText();
        List<Version> versions = Json.list(
                json.path("versions"),
                version -> new Version(
                        version.path("version").asInt(),
                        w.moment(version.path("closedAt").asText()),
                        version.path("because").asText()));
        return new PeriodLine(
                period,
                PeriodName.of(period, messages, w),
                json.path("kind").asText(),
                w.day(json.path("from").asText()),
                w.day(json.path("to").asText()),
                w.moment(json.path("closesAt").asText()),
                json.path("state").asText(),
                w.value("statistics.PeriodState", json.path("state").asText()),
                versions,
                json.has("closing") ? Ordered.of(json.path("closing"), w) : null);
    }

    static List<PeriodLine> all(JsonNode json, MessageSource messages, Wording w) {
        return Json.list(json.path("periods"), period -> of(period, messages, w));
    }
}
