package az.dost.vahid.pages.report;

import az.dost.vahid.json.Json;
import az.dost.vahid.pages.words.Wording;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.springframework.context.MessageSource;

/**
 * A report in words.
 *
 * @param computed whether the figures tell of nobody
 * @param because why it was closed anew; blank for the first version
 * @param months of a quarter: its months with their versions; blank for a month
 * @param chain numbers of the first and the last entry of the audit chain; blank for none
 * @param root of the chain, as it was signed; blank for none
 * @param visit minutes that a visit is counted with; blank where nobody said it
 * @param source of those minutes
 * @param notMeasured what a reader might look for
 */
record PrintedReport(
        String period,
        String name,
        String from,
        String to,
        int version,
        String closedAt,
        boolean computed,
        String because,
        String months,
        List<String> chain,
        String root,
        int least,
        int sensitive,
        int times,
        String visit,
        String source,
        List<PrintedTable> tables,
        List<String> notMeasured) {

    static PrintedReport of(JsonNode json, MessageSource messages, Wording w) {
        return of(
                json,
                w.day(json.path("from").asText()) + " – "
                        + w.day(json.path("to").asText()),
                messages,
                w);
    }

    /** @param days as charts name them */
    static PrintedReport of(JsonNode json, String days, MessageSource messages, Wording w) {
        String period = json.path("period").asText();
        String from = w.day(json.path("from").asText());
        String to = w.day(json.path("to").asText());
        List<PrintedTable> tables = Json.list(json.path("tables"), table -> PrintedTable.of(table, days, w));
        JsonNode chain = json.path("chain");
        JsonNode least = json.path("least");
        return new PrintedReport(
                period,
                PeriodName.of(period, messages, w),
                from,
                to,
                json.path("version").asInt(),
                w.moment(json.path("closedAt").asText()),
                json.path("computed").asBoolean(),
                json.path("because").asText(),
                stream(json.path("months"))
                        .map(month -> messages.getMessage(
                                "report.month-version",
                                new Object[] {
                                    PeriodName.of(month.path("period").asText(), messages, w),
                                    month.path("version").asText()
                                },
                                w.locale()))
                        .collect(Collectors.joining("; ")),
                chain.has("first")
                        ? List.of(
                                w.number(chain.path("first").asLong()),
                                w.number(chain.path("last").asLong()))
                        : List.of(),
                chain.path("root").path("root").asText(),
                least.path("cases").asInt(),
                least.path("sensitive").asInt(),
                least.path("times").asInt(),
                json.has("minutesAVisit")
                        ? w.number(json.path("minutesAVisit").path("minutes").asLong())
                        : "",
                json.path("minutesAVisit").path("source").asText(),
                tables,
                stream(json.path("notMeasured"))
                        .map(what -> w.value("report.NotMeasured", what.asText()))
                        .toList());
    }

    private static java.util.stream.Stream<JsonNode> stream(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
