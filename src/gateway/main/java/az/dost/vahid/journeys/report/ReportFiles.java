package az.dost.vahid.journeys.report;

import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.journeys.report.export.CsvFile;
import az.dost.vahid.journeys.report.export.ExportForm;
import az.dost.vahid.journeys.report.export.JsonStat;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;
import org.apache.camel.Message;

/** Answers with a report, or with a table of it, in the form that was asked for. */
final class ReportFiles {
    private static final String FORM = "form";
    private final JsonStat jsonStat;

    ReportFiles(JsonStat jsonStat) {
        this.jsonStat = jsonStat;
    }

    /** @throws ProblemException FIELD_INVALID */
    static ExportForm form(Exchange exchange) {
        return ExportForm.of(exchange.getMessage().getHeader(FORM, String.class))
                .orElseThrow(() ->
                        new ProblemException(ProblemCode.FIELD_INVALID, FORM, "It must be JSON, CSV or JSON_STAT."));
    }

    void whole(Message message, ExportForm form, PublishedReports.Signed report) {
        if (form == ExportForm.JSON) {
            HttpAnswer.bytes(message, form.type(), report.content());
            message.setHeader(HttpAnswer.SIGNATURE, report.jws());
            return;
        }
        JsonNode json = StoredJson.json(new String(report.content(), StandardCharsets.UTF_8));
        List<JsonNode> tables =
                StreamSupport.stream(json.path("tables").spliterator(), false).toList();
        answer(
                message,
                form,
                form == ExportForm.CSV
                        ? CsvFile.of(json, tables)
                        : jsonStat.collection(json, tables).toString());
    }

    void table(Message message, ExportForm form, JsonNode report, JsonNode table) {
        answer(
                message,
                form,
                switch (form) {
                    case JSON -> table.toString();
                    case CSV -> CsvFile.of(report, List.of(table));
                    case JSON_STAT -> jsonStat.dataset(report, table).toString();
                });
    }

    private static void answer(Message message, ExportForm form, String body) {
        HttpAnswer.bytes(message, form.type(), body.getBytes(StandardCharsets.UTF_8));
    }
}
