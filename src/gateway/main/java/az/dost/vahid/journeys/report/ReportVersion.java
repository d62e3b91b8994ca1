package az.dost.vahid.journeys.report;

import java.time.Instant;

/**
 * A closed period's report, or a correction of it.
 *
 * @param closedAt to the millisecond
 * @param because why it was closed anew; null for the first
 * @param report compact JWS of {@code contracts/report.schema.json}
 * @param openData compact JWS of {@code OpenData} of {@code contracts/statistics.openapi.yaml}
 * @param counts {@link KeptCounts}, JSON
 */
record ReportVersion(
        String period, int version, Instant closedAt, String because, String report, String openData, String counts) {
    /** Types of the two JWS, parameter {@code typ}. */
    static final String REPORT = "vahid-report+json";

    static final String OPEN_DATA = "vahid-open-data+json";
}
