package az.dost.vahid.journeys.report;

import static az.dost.vahid.journeys.report.ReportFigure.ACCEPTED;
import static az.dost.vahid.journeys.report.ReportFigure.ACCEPTED_DAYS;
import static az.dost.vahid.journeys.report.ReportFigure.ANSWERED;
import static az.dost.vahid.journeys.report.ReportFigure.ANSWERED_DAYS;
import static az.dost.vahid.journeys.report.ReportFigure.ANSWERED_SHARE;
import static az.dost.vahid.journeys.report.ReportFigure.ASKED;
import static az.dost.vahid.journeys.report.ReportFigure.AWARDED;
import static az.dost.vahid.journeys.report.ReportFigure.AWAY_SHARE;
import static az.dost.vahid.journeys.report.ReportFigure.CASES;
import static az.dost.vahid.journeys.report.ReportFigure.COLLECTED;
import static az.dost.vahid.journeys.report.ReportFigure.COMPLETED;
import static az.dost.vahid.journeys.report.ReportFigure.CONFLICTS;
import static az.dost.vahid.journeys.report.ReportFigure.CORRECTIONS;
import static az.dost.vahid.journeys.report.ReportFigure.DECLINED;
import static az.dost.vahid.journeys.report.ReportFigure.ENTRIES;
import static az.dost.vahid.journeys.report.ReportFigure.EXPIRED;
import static az.dost.vahid.journeys.report.ReportFigure.FREE;
import static az.dost.vahid.journeys.report.ReportFigure.FREE_SHARE;
import static az.dost.vahid.journeys.report.ReportFigure.HOURS;
import static az.dost.vahid.journeys.report.ReportFigure.IN_VAIN;
import static az.dost.vahid.journeys.report.ReportFigure.MEDIAN_DURATION;
import static az.dost.vahid.journeys.report.ReportFigure.MEDIAN_SECONDS;
import static az.dost.vahid.journeys.report.ReportFigure.NOT_ASKED;
import static az.dost.vahid.journeys.report.ReportFigure.NOT_AUTHORISED;
import static az.dost.vahid.journeys.report.ReportFigure.NOT_FREE;
import static az.dost.vahid.journeys.report.ReportFigure.NO_RECORD;
import static az.dost.vahid.journeys.report.ReportFigure.OFFERED;
import static az.dost.vahid.journeys.report.ReportFigure.OTHER_VERDICT;
import static az.dost.vahid.journeys.report.ReportFigure.OVERDUE;
import static az.dost.vahid.journeys.report.ReportFigure.P95_DURATION;
import static az.dost.vahid.journeys.report.ReportFigure.P95_SECONDS;
import static az.dost.vahid.journeys.report.ReportFigure.REFUSALS;
import static az.dost.vahid.journeys.report.ReportFigure.REFUSED;
import static az.dost.vahid.journeys.report.ReportFigure.REJECTED;
import static az.dost.vahid.journeys.report.ReportFigure.STALE;
import static az.dost.vahid.journeys.report.ReportFigure.STILL_ASKED;
import static az.dost.vahid.journeys.report.ReportFigure.TIMED_OUT;
import static az.dost.vahid.journeys.report.ReportFigure.UNAVAILABLE;
import static az.dost.vahid.journeys.report.ReportFigure.UNDECIDED;
import static az.dost.vahid.journeys.report.ReportFigure.VISITS;
import static az.dost.vahid.journeys.report.ReportFigure.WITHDRAWN;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * The tables of a report, {@code Table} of {@code contracts/report.schema.json}; each is by one thing, and there is no
 * other.
 */
enum ReportTable {
    TOTAL(Columns.MAIN),
    BY_SERVICE(Columns.MAIN),
    BY_FAMILY(Columns.MAIN),
    BY_CENTRE(Columns.MAIN),
    BY_CHANNEL(Columns.MAIN),
    BY_OUTCOME(List.of(CASES)),
    BY_DOCUMENT(List.of(STILL_ASKED, NOT_ASKED, COLLECTED)),
    BY_AGENCY(List.of(
            ASKED,
            ANSWERED,
            NO_RECORD,
            STALE,
            NOT_AUTHORISED,
            TIMED_OUT,
            UNAVAILABLE,
            REJECTED,
            OTHER_VERDICT,
            ANSWERED_SHARE,
            MEDIAN_SECONDS,
            P95_SECONDS,
            IN_VAIN,
            COMPLETED)),
    BY_REJECTION(List.of(REJECTED)),
    BY_CONFLICT(List.of(CONFLICTS)),
    BY_REFUSAL(List.of(REFUSALS)),
    TRANSPARENCY(List.of(ENTRIES, MEDIAN_DURATION, P95_DURATION)),
    BY_RIGHT(List.of(
            OFFERED,
            ACCEPTED,
            DECLINED,
            EXPIRED,
            WITHDRAWN,
            AWARDED,
            REFUSED,
            OVERDUE,
            UNDECIDED,
            ACCEPTED_DAYS,
            ANSWERED_DAYS)),
    BY_RIGHT_REFUSAL(List.of(REFUSED)),
    BY_RIGHT_UNDECIDED(List.of(UNDECIDED)),
    BY_SEX(Columns.PERSONS),
    BY_AGE(Columns.PERSONS),
    BY_SEX_AND_AGE(Columns.PERSONS),
    D_COMPARED(Columns.PERSONS),
    D_BAND(List.of(CASES)),
    D_CAUSE(List.of(CASES)),
    D_SEX(List.of(CASES)),
    D_AGE(List.of(CASES)),
    D_REGION(List.of(CASES)),
    D_CHANNEL(List.of(CASES, AWAY_SHARE)),
    D_AID(List.of(CASES)),
    D_REASSESSMENT(List.of(CASES)),
    D_REGISTERS(List.of(ASKED, ANSWERED, NO_RECORD, ANSWERED_SHARE, CORRECTIONS)),
    D_REFUSALS(List.of(REFUSALS));

    private static final class Columns {
        private static final List<ReportFigure> MAIN = List.of(
                CASES, FREE, NOT_FREE, FREE_SHARE, NOT_ASKED, COLLECTED, VISITS, HOURS, MEDIAN_SECONDS, P95_SECONDS);
        private static final List<ReportFigure> PERSONS =
                List.of(CASES, FREE, NOT_FREE, FREE_SHARE, MEDIAN_SECONDS, P95_SECONDS);
    }

    /** The total's row. */
    static final String ALL = "TOTAL";
    /** Those whose total is that of all cases. */
    static final Set<ReportTable> MAIN = EnumSet.of(TOTAL, BY_SERVICE, BY_FAMILY, BY_CENTRE, BY_CHANNEL);
    /** By what a dossier tells of a disability; their total is the cases that tell one. */
    static final Set<ReportTable> DISABILITY =
            EnumSet.of(D_BAND, D_CAUSE, D_SEX, D_AGE, D_REGION, D_CHANNEL, D_AID, D_REASSESSMENT);
    /** What a case, or a look at a right, may have several of, or none. */
    static final Set<ReportTable> SEVERAL = EnumSet.of(D_AID, BY_RIGHT_UNDECIDED);
    /** Rows that do not add up to anything. */
    static final Set<ReportTable> WITHOUT_TOTAL = EnumSet.of(TRANSPARENCY, D_REGISTERS);

    private static final Set<ReportTable> PERSONS = EnumSet.of(BY_SEX, BY_AGE, BY_SEX_AND_AGE, D_COMPARED);
    /** Many a right is one of people with a disability, or of those who lost somebody. */
    private static final Set<ReportTable> RIGHTS = EnumSet.of(BY_RIGHT, BY_RIGHT_REFUSAL, BY_RIGHT_UNDECIDED);

    private final List<ReportFigure> figures;

    ReportTable(List<ReportFigure> figures) {
        this.figures = figures;
    }

    /** In the order in which they are shown. */
    List<ReportFigure> figures() {
        return figures;
    }

    List<ReportFigure> counts() {
        return figures.stream().filter(ReportFigure::count).toList();
    }

    /** Whether each of its rows tells of persons so closely that fewer than ten are hidden. */
    boolean sensitive() {
        return PERSONS.contains(this) || DISABILITY.contains(this) || RIGHTS.contains(this) || this == D_REFUSALS;
    }

    /** Whether anybody may have it: what a centre does is its manager's and the analysts' to read. */
    boolean open() {
        return this != BY_CENTRE;
    }

    boolean in(PeriodKind kind) {
        return kind == PeriodKind.QUARTER || !name().startsWith("D_");
    }

    static List<ReportTable> of(PeriodKind kind) {
        return Stream.of(values()).filter(table -> table.in(kind)).toList();
    }
}
