package az.dost.vahid.journeys.report;

import az.dost.vahid.problem.StartException;

/**
 * How long a visit to an authority takes a citizen, by which hours are computed of visits.
 *
 * @param minutes 0 where nobody has said it: then there are no hours
 * @param source where the number is from; blank where there is none
 */
record VisitTime(int minutes, String source) {
    VisitTime {
        if (minutes < 0 || (minutes > 0) == source.isBlank()) {
            throw new StartException("vahid.report.visit needs both minutes and source, or neither");
        }
    }
}
