package az.dost.vahid.journeys.report;

import az.dost.vahid.edge.door.HttpAnswer;
import az.dost.vahid.journeys.report.export.DcatCatalogue;
import az.dost.vahid.journeys.report.export.ExportForm;
import java.nio.charset.StandardCharsets;
import org.apache.camel.Exchange;

/** Open data, for whoever has a valid token: {@code contracts/statistics.openapi.yaml}. */
public final class OpenDataHandler {
    private final PublishedReports reports;
    private final ReportVersions versions;
    private final ReportFiles files;
    private final DcatCatalogue catalogue;

    OpenDataHandler(PublishedReports reports, ReportVersions versions, ReportFiles files, DcatCatalogue catalogue) {
        this.reports = reports;
        this.versions = versions;
        this.files = files;
        this.catalogue = catalogue;
    }

    public void catalogue(Exchange exchange) {
        var datasets = versions.newest().stream()
                .map(version -> {
                    ReportPeriod period = ReportPeriod.of(version.period()).orElseThrow();
                    return new DcatCatalogue.Dataset(
                            version.period(), period.from(), period.to(), version.closedAt(), version.version());
                })
                .toList();
        HttpAnswer.bytes(
                exchange.getMessage(),
                "application/ld+json",
                catalogue.of(datasets).toString().getBytes(StandardCharsets.UTF_8));
    }

    public void data(Exchange exchange) {
        ExportForm form = ReportFiles.form(exchange);
        files.whole(exchange.getMessage(), form, reports.openData(exchange));
    }
}
