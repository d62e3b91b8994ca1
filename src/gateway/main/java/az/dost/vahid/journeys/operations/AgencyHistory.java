package az.dost.vahid.journeys.operations;

import az.dost.vahid.connector.Catalogue;
import az.dost.vahid.figures.Remembered;
import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import az.dost.vahid.sources.agency.call.AnswerTimes;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** How an agency was over the last hour or day. */
final class AgencyHistory {
    private final Catalogue catalogue;
    private final AgencyMinutes minutes;
    /** As many as there are agencies and periods. */
    private final Map<String, Remembered<ObjectNode>> remembered = new ConcurrentHashMap<>();

    /** How far back, in points of which length. */
    enum Period {
        HOUR(Duration.ofHours(1), Duration.ofMinutes(1)),
        DAY(Duration.ofDays(1), Duration.ofMinutes(5));

        private final Duration span;
        private final Duration step;

        Period(Duration span, Duration step) {
            this.span = span;
            this.step = step;
        }
    }

    AgencyHistory(Catalogue catalogue, AgencyMinutes minutes) {
        this.catalogue = catalogue;
        this.minutes = minutes;
    }

    /** @throws ProblemException NOT_FOUND */
    ObjectNode of(String agency, Period period) {
        if (!catalogue.has(agency)) {
            throw new ProblemException(ProblemCode.NOT_FOUND);
        }
        return remembered
                .computeIfAbsent(agency + " " + period, any -> new Remembered<>(() -> read(agency, period)))
                .get();
    }

    private ObjectNode read(String agency, Period period) {
        ObjectNode history =
                JsonNodeFactory.instance.objectNode().put("agency", agency).put("seconds", period.step.toSeconds());
        var points = history.putArray("points");
        minutes.history(agency, period.span, period.step).forEach(point -> {
            ObjectNode json = points.addObject()
                    .put("from", point.from().toString())
                    .put("asked", point.counts().asked())
                    .put("answered", point.counts().answered());
            long within = AnswerTimes.within(point.counts().times(), AgencyState.SHARE);
            if (within >= 0) {
                json.put("p95Ms", within);
            }
        });
        return history;
    }
}
