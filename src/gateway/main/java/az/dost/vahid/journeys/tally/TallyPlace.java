package az.dost.vahid.journeys.tally;

import az.dost.vahid.calendar.Baku;
import java.time.Instant;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;

/**
 * Where and when something is counted.
 *
 * @param hour when it began, UTC; hours begin at the same moments in Baku
 * @param service empty for none, as is centre
 * @param channel empty for what is no lookup
 */
record TallyPlace(Instant hour, String service, String centre, String channel) {
    /** Of a lookup of which nobody said by which way the citizen came. */
    static final String UNSAID = "UNKNOWN";

    static final String NONE = "";

    /** @param lookup entry of one */
    static TallyPlace of(ChainEntry lookup, Rules rules) {
        return new TallyPlace(
                lookup.at().truncatedTo(ChronoUnit.HOURS),
                rules.known(lookup.text("service")),
                lookup.text("office"),
                lookup.json().path("channel").asText(UNSAID));
    }

    /** Of an act that is no lookup. */
    static TallyPlace of(Instant at) {
        return new TallyPlace(at.truncatedTo(ChronoUnit.HOURS), NONE, NONE, NONE);
    }

    YearMonth month() {
        return month(hour);
    }

    static YearMonth month(Instant at) {
        return YearMonth.from(at.atZone(Baku.ZONE));
    }

    static Instant begin(YearMonth month) {
        return month.atDay(1).atStartOfDay(Baku.ZONE).toInstant();
    }

    /**
     * The month as a whole, without service, centre and channel. What tells of a person, or of a disability, is counted
     * there: by the hour and centre, rows of one case would stand together and say of one citizen what each alone does
     * not.
     */
    TallyPlace blurred() {
        return new TallyPlace(begin(month()), NONE, NONE, NONE);
    }
}
