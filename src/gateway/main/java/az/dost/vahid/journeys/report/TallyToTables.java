package az.dost.vahid.journeys.report;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** Puts tallies where they belong in a report's tables. A measure that it does not know is none of a report's. */
final class TallyToTables {
    private static final String NOT_TOLD = "NOT_TOLD";
    private static final String DISABILITY = "DISABILITY";
    private static final String OTHERS = "OTHERS";
    private static final Map<String, ReportFigure> VERDICTS = Map.of(
            "ANSWERED",
            ReportFigure.ANSWERED,
            "NO_RECORD",
            ReportFigure.NO_RECORD,
            "STALE",
            ReportFigure.STALE,
            "NOT_AUTHORISED",
            ReportFigure.NOT_AUTHORISED,
            "TIMED_OUT",
            ReportFigure.TIMED_OUT,
            "UNAVAILABLE",
            ReportFigure.UNAVAILABLE,
            "REJECTED",
            ReportFigure.REJECTED);
    private static final Set<ReportFigure> STEPS = EnumSet.of(
            ReportFigure.OFFERED,
            ReportFigure.ACCEPTED,
            ReportFigure.DECLINED,
            ReportFigure.EXPIRED,
            ReportFigure.WITHDRAWN,
            ReportFigure.AWARDED,
            ReportFigure.REFUSED,
            ReportFigure.OVERDUE);
    private final boolean quarter;
    private final UnaryOperator<String> family;
    private final CentreRows centres;
    private final Set<String> registers;
    private final Predicate<String> ofDisability;
    private final Counts counts = new Counts();

    /**
     * @param family of a service, by its code
     * @param registers agencies that tell of disabilities
     * @param ofDisability whether a service is about disability, by its code
     */
    TallyToTables(
            PeriodKind kind,
            UnaryOperator<String> family,
            CentreRows centres,
            Set<String> registers,
            Predicate<String> ofDisability) {
        this.quarter = kind == PeriodKind.QUARTER;
        this.family = family;
        this.centres = centres;
        this.registers = registers;
        this.ofDisability = ofDisability;
        ReportTable.of(kind).stream()
                .filter(table -> !ReportTable.WITHOUT_TOTAL.contains(table))
                .forEach(table -> add(table, ReportTable.ALL, table.counts().get(0), 0));
    }

    void add(TallyReader.Row row) {
        switch (row.measure()) {
            case "CASES" -> {
                cases(row, ReportFigure.CASES);
                add(ReportTable.BY_OUTCOME, ReportTable.ALL, ReportFigure.CASES, row.n());
            }
            case "OUTCOME" -> add(ReportTable.BY_OUTCOME, named(row.a()), ReportFigure.CASES, row.n());
            case "DOCUMENT_FREE" -> cases(row, ReportFigure.FREE);
            case "TOOK" -> time(row);
            case "NOT_ASKED" -> paper(row, ReportFigure.NOT_ASKED);
            case "COLLECTED" -> paper(row, ReportFigure.COLLECTED);
            case "VISITS" -> cases(row, ReportFigure.VISITS);
            case "STILL_ASKED" -> rowAndTotal(ReportTable.BY_DOCUMENT, row.a(), ReportFigure.STILL_ASKED, row.n());
            case "IN_VAIN" -> rowAndTotal(ReportTable.BY_AGENCY, row.a(), ReportFigure.IN_VAIN, row.n());
            case "COMPLETED" -> rowAndTotal(ReportTable.BY_AGENCY, row.a(), ReportFigure.COMPLETED, row.n());
            case "AGENCY_ANSWER" -> answer(row);
            case "AGENCY_REJECTED" ->
                rowAndTotal(ReportTable.BY_REJECTION, row.a() + "/" + row.b(), ReportFigure.REJECTED, row.n());
            case "AGENCY_TOOK" -> took(ReportTable.BY_AGENCY, row.a(), row.b(), row.n());
            case "CONFLICT" ->
                rowAndTotal(ReportTable.BY_CONFLICT, row.a() + "/" + row.b(), ReportFigure.CONFLICTS, row.n());
            case "REFUSAL" -> refusal(row);
            case "VIEW" -> add(ReportTable.TRANSPARENCY, row.measure(), ReportFigure.ENTRIES, row.n());
            case "HIT_OPENED" -> happened(row);
            case "CORRECTION" -> correction(row);
            case "CORRECTION_ENDED", "HIT_CLOSED" -> ended(row);
            case "RATING" -> rating(row);
            case "RIGHT_OFFER" ->
                STEPS.stream()
                        .filter(step -> step.name().equals(row.b()))
                        .forEach(step -> rowAndTotal(ReportTable.BY_RIGHT, row.a(), step, row.n()));
            case "RIGHT_REFUSED" ->
                rowAndTotal(ReportTable.BY_RIGHT_REFUSAL, row.a() + "/" + row.b(), ReportFigure.REFUSED, row.n());
            case "RIGHT_TOOK" -> rightTook(row);
            case "RIGHT_UNDECIDED" -> {
                rowAndTotal(ReportTable.BY_RIGHT, row.a(), ReportFigure.UNDECIDED, row.n());
                add(ReportTable.BY_RIGHT_UNDECIDED, ReportTable.ALL, ReportFigure.UNDECIDED, row.n());
            }
            case "RIGHT_UNHEARD" ->
                add(ReportTable.BY_RIGHT_UNDECIDED, row.a() + "/" + row.b(), ReportFigure.UNDECIDED, row.n());
            case "PERSON_CASES" -> persons(row, ReportFigure.CASES);
            case "PERSON_FREE" -> persons(row, ReportFigure.FREE);
            case "PERSON_TOOK" -> personTook(row);
            default -> disability(row);
        }
    }

    private Map<ReportTable, String> main(TallyReader.Row row) {
        return Map.of(
                ReportTable.TOTAL,
                ReportTable.ALL,
                ReportTable.BY_SERVICE,
                named(row.service()),
                ReportTable.BY_FAMILY,
                named(family.apply(row.service())),
                ReportTable.BY_CENTRE,
                centres.row(row.centre()),
                ReportTable.BY_CHANNEL,
                named(row.channel()));
    }

    private void cases(TallyReader.Row row, ReportFigure figure) {
        main(row).forEach((table, key) -> {
            if (table == ReportTable.TOTAL) {
                ReportTable.MAIN.forEach(each -> add(each, ReportTable.ALL, figure, row.n()));
            } else {
                add(table, key, figure, row.n());
            }
        });
    }

    private void time(TallyReader.Row row) {
        long tenths = Long.parseLong(row.a());
        ReportTable.MAIN.forEach(table -> counts.took(table, ReportTable.ALL, tenths, row.n()));
        main(row).forEach((table, key) -> {
            if (table != ReportTable.TOTAL) {
                counts.took(table, key, tenths, row.n());
            }
        });
    }

    private void paper(TallyReader.Row row, ReportFigure figure) {
        cases(row, figure);
        rowAndTotal(ReportTable.BY_DOCUMENT, row.a(), figure, row.n());
    }

    private void answer(TallyReader.Row row) {
        ReportFigure verdict = VERDICTS.getOrDefault(row.b(), ReportFigure.OTHER_VERDICT);
        rowAndTotal(ReportTable.BY_AGENCY, row.a(), ReportFigure.ASKED, row.n());
        rowAndTotal(ReportTable.BY_AGENCY, row.a(), verdict, row.n());
        if (quarter && registers.contains(row.a())) {
            add(ReportTable.D_REGISTERS, row.a(), ReportFigure.ASKED, row.n());
            if (ReportTable.D_REGISTERS.counts().contains(verdict)) {
                add(ReportTable.D_REGISTERS, row.a(), verdict, row.n());
            }
        }
    }

    private void refusal(TallyReader.Row row) {
        rowAndTotal(ReportTable.BY_REFUSAL, row.a(), ReportFigure.REFUSALS, row.n());
        if (quarter && ofDisability.test(row.service())) {
            rowAndTotal(ReportTable.D_REFUSALS, row.a(), ReportFigure.REFUSALS, row.n());
        }
    }

    private void correction(TallyReader.Row row) {
        add(ReportTable.TRANSPARENCY, row.measure(), ReportFigure.ENTRIES, row.n());
        if (quarter && registers.contains(row.a())) {
            add(ReportTable.D_REGISTERS, row.a(), ReportFigure.CORRECTIONS, row.n());
        }
    }

    /** What came to an end, and by which way. */
    private void ended(TallyReader.Row row) {
        happened(row);
        for (String key : new String[] {row.measure(), row.measure() + "/" + named(row.a())}) {
            counts.took(ReportTable.TRANSPARENCY, key, Long.parseLong(row.b()), row.n());
        }
    }

    /** An act, and of which kind. */
    private void happened(TallyReader.Row row) {
        add(ReportTable.TRANSPARENCY, row.measure(), ReportFigure.ENTRIES, row.n());
        add(ReportTable.TRANSPARENCY, row.measure() + "/" + named(row.a()), ReportFigure.ENTRIES, row.n());
    }

    /** Slips that citizens rated, and those of them with a complaint. */
    private void rating(TallyReader.Row row) {
        happened(row);
        if (!row.b().isEmpty()) {
            add(ReportTable.TRANSPARENCY, row.b(), ReportFigure.ENTRIES, row.n());
        }
    }

    /** Of an offer, until it was accepted or answered. */
    private void rightTook(TallyReader.Row row) {
        int slash = row.a().indexOf('/');
        ReportFigure of = row.a().substring(slash + 1).equals("ACCEPTED")
                ? ReportFigure.ACCEPTED_DAYS
                : ReportFigure.ANSWERED_DAYS;
        for (String key : new String[] {row.a().substring(0, slash), ReportTable.ALL}) {
            counts.took(ReportTable.BY_RIGHT, key, of, Long.parseLong(row.b()), row.n());
        }
    }

    private void persons(TallyReader.Row row, ReportFigure figure) {
        rowAndTotal(ReportTable.BY_SEX, row.a(), figure, row.n());
        rowAndTotal(ReportTable.BY_AGE, row.b(), figure, row.n());
        rowAndTotal(ReportTable.BY_SEX_AND_AGE, row.a() + "/" + row.b(), figure, row.n());
    }

    private void personTook(TallyReader.Row row) {
        String[] person = row.a().split(" ", 2);
        took(ReportTable.BY_SEX, person[0], row.b(), row.n());
        took(ReportTable.BY_AGE, person[1], row.b(), row.n());
        took(ReportTable.BY_SEX_AND_AGE, person[0] + "/" + person[1], row.b(), row.n());
    }

    private void disability(TallyReader.Row row) {
        if (!quarter) {
            return;
        }
        switch (row.measure()) {
            case "DISABILITY_CASES" -> {
                rowAndTotal(ReportTable.D_COMPARED, DISABILITY, ReportFigure.CASES, row.n());
                ReportTable.DISABILITY.forEach(table -> add(table, ReportTable.ALL, ReportFigure.CASES, row.n()));
            }
            case "DISABILITY_FREE" -> rowAndTotal(ReportTable.D_COMPARED, DISABILITY, ReportFigure.FREE, row.n());
            case "DISABILITY_TOOK" -> took(ReportTable.D_COMPARED, DISABILITY, row.a(), row.n());
            case "OTHER_CASES" -> rowAndTotal(ReportTable.D_COMPARED, OTHERS, ReportFigure.CASES, row.n());
            case "OTHER_FREE" -> rowAndTotal(ReportTable.D_COMPARED, OTHERS, ReportFigure.FREE, row.n());
            case "OTHER_TOOK" -> took(ReportTable.D_COMPARED, OTHERS, row.a(), row.n());
            case DISABILITY ->
                Arrays.stream(ReportTable.values())
                        .filter(table -> ReportTable.DISABILITY.contains(table)
                                && table.name().equals("D_" + row.a()))
                        .forEach(table -> add(table, named(row.b()), ReportFigure.CASES, row.n()));
            default -> {}
        }
    }

    private void rowAndTotal(ReportTable table, String key, ReportFigure figure, long n) {
        add(table, named(key), figure, n);
        add(table, ReportTable.ALL, figure, n);
    }

    private void took(ReportTable table, String key, String duration, long n) {
        counts.took(table, named(key), Long.parseLong(duration), n);
        counts.took(table, ReportTable.ALL, Long.parseLong(duration), n);
    }

    private void add(ReportTable table, String key, ReportFigure figure, long n) {
        counts.add(table, key, figure, n);
    }

    private static String named(String key) {
        return key.isEmpty() ? CentreRows.NONE : key;
    }

    /** The counts of all rows that were added, and those that follow from them. */
    Counts counts() {
        derive(counts);
        return counts;
    }

    /** Counts that are what others leave. */
    private static void derive(Counts counts) {
        List.copyOf(counts.all().keySet()).stream()
                .filter(cell -> cell.figure() == ReportFigure.NOT_FREE)
                .forEach(cell -> counts.add(
                        cell.table(),
                        cell.row(),
                        ReportFigure.NOT_FREE,
                        Math.max(
                                0,
                                counts.of(cell.with(ReportFigure.CASES)) - counts.of(cell.with(ReportFigure.FREE)))));
        Stream.concat(ReportTable.DISABILITY.stream(), Stream.of(ReportTable.BY_OUTCOME))
                .filter(table -> !ReportTable.SEVERAL.contains(table))
                .forEach(table -> {
                    long rest = counts.of(table, ReportTable.ALL, ReportFigure.CASES)
                            - counts.rows(table).stream()
                                    .mapToLong(row -> counts.of(table, row, ReportFigure.CASES))
                                    .sum();
                    if (rest > 0) {
                        counts.add(table, NOT_TOLD, ReportFigure.CASES, rest);
                    }
                });
    }
}
