package az.dost.vahid.journeys.report;

import az.dost.vahid.journeys.report.export.ExportForm;
import az.dost.vahid.journeys.report.export.JsonStat;
import az.dost.vahid.journeys.report.export.ReportLabels;
import az.dost.vahid.wordbook.Word;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.apache.camel.CamelContext;
import org.apache.camel.Message;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.springframework.util.function.SingletonSupplier;

/**
 * Reports and open data of three months and their quarter, in JSON-stat as the gateway gives them out.
 *
 * @param name of which period, and whether it is open data
 * @param report what was signed
 * @param jsonStat the file of all its tables
 * @param tables by its name, the file of each table alone
 */
record GivenOut(String name, JsonNode report, JsonNode jsonStat, Map<String, JsonNode> tables) {
    private static final YearMonth FIRST = YearMonth.of(2026, 1);
    /** One for all messages: each would read the list of type converters again. */
    private static final CamelContext CAMEL = new DefaultCamelContext();

    private static List<GivenOut> made;

    /** Closed once for all tests of this JVM, none of which changes them. @param folder for keys */
    static synchronized List<GivenOut> all(Path folder) throws Exception {
        if (made == null) {
            made = close(folder);
        }
        return made;
    }

    private static List<GivenOut> close(Path folder) throws Exception {
        try (TestReports reports = new TestReports(folder)) {
            List<YearMonth> months =
                    Stream.iterate(FIRST, month -> month.plusMonths(1)).limit(3).toList();
            new GeneratedCases(
                            7,
                            9_000,
                            months,
                            reports.passports.all().stream()
                                    .map(passport -> passport.code())
                                    .limit(20)
                                    .toList(),
                            reports.papers(12))
                    .keep(reports.jdbc);
            ReportPeriod quarter = ReportPeriod.quarter(FIRST);
            reports.job(quarter.closesAt()).run();
            ReportFiles files = new ReportFiles(new JsonStat(new ReportLabels(
                    SingletonSupplier.of(Wordbook::builtIn),
                    code -> Optional.of(new Word("Xidmət " + code, "Service " + code)))));
            List<GivenOut> all = new ArrayList<>();
            for (ReportPeriod period :
                    Stream.concat(quarter.months().stream(), Stream.of(quarter)).toList()) {
                ReportVersion version = reports.versions.find(period, null).orElseThrow();
                all.add(of(files, period.id(), StoredJson.bytes(version.report())));
                all.add(of(files, period.id() + ", open", StoredJson.bytes(version.openData())));
            }
            return List.copyOf(all);
        }
    }

    private static GivenOut of(ReportFiles files, String name, byte[] signed) {
        JsonNode report = StoredJson.json(new String(signed, StandardCharsets.UTF_8));
        Message whole = message();
        files.whole(whole, ExportForm.JSON_STAT, new PublishedReports.Signed(signed, ""));
        Map<String, JsonNode> tables = new LinkedHashMap<>();
        report.path("tables").forEach(table -> {
            Message one = message();
            files.table(one, ExportForm.JSON_STAT, report, table);
            tables.put(table.path("table").asText(), body(one));
        });
        return new GivenOut(name, report, body(whole), tables);
    }

    private static Message message() {
        return new DefaultExchange(CAMEL).getMessage();
    }

    private static JsonNode body(Message message) {
        return StoredJson.json(new String(message.getBody(byte[].class), StandardCharsets.UTF_8));
    }

    @Override
    public String toString() {
        return name;
    }
}
