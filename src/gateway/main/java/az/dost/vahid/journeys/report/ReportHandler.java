package az.dost.vahid.journeys.report;

import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.journeys.report.export.ExportForm;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.stream.StreamSupport;
import org.apache.camel.Exchange;

/**
 * Reports for analysts and centre managers: {@code contracts/statistics.openapi.yaml}. They are given out as they were
 * kept.
 */
public final class ReportHandler {
    private static final String TABLE = "table";
    private final PublishedReports reports;
    private final PeriodList periods;
    private final ReportFiles files;
    private final Clock clock;

    ReportHandler(PublishedReports reports, PeriodList periods, ReportFiles files, Clock clock) {
        this.reports = reports;
        this.periods = periods;
        this.files = files;
        this.clock = clock;
    }

    public void list(Exchange exchange) {
        ReportReader reader = ReportReader.of(exchange);
        HttpAnswer.json(exchange.getMessage(), periods.json(clock.instant(), reader.isAnalyst()));
    }

    public void report(Exchange exchange) {
        ReportReader.analyst(exchange);
        ExportForm form = ReportFiles.form(exchange);
        PublishedReports.Signed report = reports.report(exchange);
        files.whole(exchange.getMessage(), form, report);
    }

    /** @throws ProblemException TABLE_UNKNOWN */
    public void table(Exchange exchange) {
        ReportReader.analyst(exchange);
        ExportForm form = ReportFiles.form(exchange);
        String wanted = exchange.getMessage().getHeader(TABLE, String.class);
        JsonNode report = json(exchange);
        JsonNode table =
                table(report, wanted).orElseThrow(() -> new ProblemException(ProblemCode.TABLE_UNKNOWN, TABLE, null));
        files.table(exchange.getMessage(), form, report, table);
    }

    /** @throws ProblemException CENTRE_FOREIGN */
    public void centre(Exchange exchange) {
        ReportReader reader = ReportReader.of(exchange);
        String centre = exchange.getMessage().getHeader("centre", String.class);
        reader.centre(centre);
        JsonNode report = json(exchange);
        JsonNode table = table(report, ReportTable.BY_CENTRE.name()).orElseThrow();
        Optional<JsonNode> row = CentreRows.ours(centre) ? Optional.empty() : row(table, centre);
        ObjectNode json = JsonNodeFactory.instance
                .objectNode()
                .put("period", report.path("period").asText())
                .put("version", report.path("version").asInt())
                .put("closedAt", report.path("closedAt").asText())
                .put("centre", centre)
                .put("ownRow", row.isPresent());
        if (report.path("computed").asBoolean()) {
            json.put("computed", true);
        }
        json.set("figures", table.path("figures"));
        json.set("cells", row.map(found -> found.path("cells")).orElseGet(() -> hidden(table)));
        HttpAnswer.json(exchange.getMessage(), json);
    }

    private JsonNode json(Exchange exchange) {
        return StoredJson.json(new String(reports.report(exchange).content(), StandardCharsets.UTF_8));
    }

    private static Optional<JsonNode> table(JsonNode report, String name) {
        return StreamSupport.stream(report.path("tables").spliterator(), false)
                .filter(table -> table.path(TABLE).asText().equals(name))
                .findFirst();
    }

    private static Optional<JsonNode> row(JsonNode table, String key) {
        return StreamSupport.stream(table.path("rows").spliterator(), false)
                .filter(row -> row.path("key").asText().equals(key))
                .findFirst();
    }

    /** Whether a centre had no case, or few officials, looks alike. */
    private static JsonNode hidden(JsonNode table) {
        ObjectNode cells = JsonNodeFactory.instance.objectNode();
        table.path("figures").forEach(figure -> cells.putObject(figure.asText()).put("hidden", true));
        return cells;
    }
}
