package az.dost.vahid.journeys.report;

/** A column of a table: {@code Figure} of {@code contracts/report.schema.json}. */
enum ReportFigure {
    CASES,
    FREE,
    NOT_FREE,
    FREE_SHARE(Unit.SHARE),
    NOT_ASKED,
    COLLECTED,
    VISITS,
    HOURS(Unit.HOURS),
    MEDIAN_SECONDS(Unit.SECONDS),
    P95_SECONDS(Unit.SECONDS),
    STILL_ASKED,
    IN_VAIN,
    COMPLETED,
    ASKED,
    ANSWERED,
    NO_RECORD,
    STALE,
    NOT_AUTHORISED,
    TIMED_OUT,
    UNAVAILABLE,
    REJECTED,
    OTHER_VERDICT,
    ANSWERED_SHARE(Unit.SHARE),
    CONFLICTS,
    REFUSALS,
    CORRECTIONS,
    ENTRIES,
    MEDIAN_DURATION(Unit.DURATION),
    P95_DURATION(Unit.DURATION),
    AWAY_SHARE(Unit.SHARE),
    OFFERED,
    ACCEPTED,
    DECLINED,
    EXPIRED,
    WITHDRAWN,
    AWARDED,
    REFUSED,
    OVERDUE,
    UNDECIDED,
    ACCEPTED_DAYS(Unit.DAYS),
    ANSWERED_DAYS(Unit.DAYS);

    /** What a figure is in. */
    enum Unit {
        COUNT,
        /** From 0 to 1. */
        SHARE,
        SECONDS,
        HOURS,
        DAYS,
        /** Days or hours, as the row has it. */
        DURATION
    }

    private final Unit unit;

    ReportFigure() {
        this(Unit.COUNT);
    }

    ReportFigure(Unit unit) {
        this.unit = unit;
    }

    Unit unit() {
        return unit;
    }

    /** Whether it is counted, and not computed of counts. */
    boolean count() {
        return unit == Unit.COUNT;
    }
}
