package az.dost.vahid.journeys.report;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.signature.GatewayProof;
import az.dost.vahid.signature.key.ChangedException;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.apache.camel.Exchange;

/** Finds what a request asks for among the versions, and refuses what there is not or what is not closed. */
final class PublishedReports {
    private static final Pattern VERSION = Pattern.compile("[1-9][0-9]{0,3}");
    private final ReportVersions versions;
    private final ReportCalendar calendar;
    private final GatewayProof proof;
    private final Clock clock;

    PublishedReports(ReportVersions versions, ReportCalendar calendar, GatewayProof proof, Clock clock) {
        this.versions = versions;
        this.calendar = calendar;
        this.proof = proof;
        this.clock = clock;
    }

    /** What was signed, and its signature as a detached JWS. */
    record Signed(byte[] content, String jws) {}

    /** @throws ProblemException PERIOD_UNKNOWN, PERIOD_OPEN; FIELD_INVALID for a version that is no number */
    Signed report(Exchange exchange) {
        return signed(exchange, ReportVersion::report, ReportVersion.REPORT);
    }

    /** @throws ProblemException as {@link #report} */
    Signed openData(Exchange exchange) {
        return signed(exchange, ReportVersion::openData, ReportVersion.OPEN_DATA);
    }

    private Signed signed(Exchange exchange, Function<ReportVersion, String> part, String type) {
        ReportVersion version = asked(exchange);
        String jws = part.apply(version);
        byte[] content = proof.compact(jws, type);
        JsonNode says = StoredJson.json(new String(content, StandardCharsets.UTF_8));
        if (!says.path("period").asText().equals(version.period())
                || says.path("version").asInt() != version.version()) {
            throw new ChangedException("The report is that of another period or version");
        }
        return new Signed(content, jws.substring(0, jws.indexOf('.') + 1) + jws.substring(jws.lastIndexOf('.')));
    }

    /** @throws ProblemException PERIOD_UNKNOWN, PERIOD_OPEN */
    ReportPeriod closed(Exchange exchange) {
        ReportPeriod period = period(exchange);
        if (versions.newest(period) == 0) {
            throw missing(period);
        }
        return period;
    }

    private static ReportPeriod period(Exchange exchange) {
        return ReportPeriod.of(exchange.getMessage().getHeader("period", String.class))
                .orElseThrow(() -> new ProblemException(
                        ProblemCode.PERIOD_UNKNOWN,
                        "period",
                        "It must be a month, such as 2026-11, or a quarter, such as 2026-Q4."));
    }

    private ReportVersion asked(Exchange exchange) {
        ReportPeriod period = period(exchange);
        Integer version = version(exchange.getMessage().getHeader("version", String.class));
        Optional<ReportVersion> found = versions.find(period, version);
        return found.orElseThrow(() -> missing(period));
    }

    private ProblemException missing(ReportPeriod period) {
        if (versions.newest(period) > 0) {
            return new ProblemException(
                    ProblemCode.PERIOD_UNKNOWN, "version", "The report of this period has no such version.");
        }
        if (!calendar.periods().contains(period)) {
            return new ProblemException(
                    ProblemCode.PERIOD_UNKNOWN, "period", "It lies before the record, or in the future.");
        }
        return new ProblemException(
                ProblemCode.PERIOD_OPEN,
                "period",
                clock.instant().isBefore(period.closesAt())
                        ? "It closes at " + period.closesAt() + "."
                        : "It is being closed.");
    }

    private static Integer version(String asked) {
        if (asked != null && !VERSION.matcher(asked).matches()) {
            throw new ProblemException(ProblemCode.FIELD_INVALID, "version", "It must be a whole number from 1.");
        }
        return asked == null ? null : Integer.valueOf(asked);
    }
}
