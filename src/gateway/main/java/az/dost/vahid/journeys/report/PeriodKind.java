package az.dost.vahid.journeys.report;

/** How long a report's period is. */
enum PeriodKind {
    MONTH(1),
    QUARTER(3);

    private final int months;

    PeriodKind(int months) {
        this.months = months;
    }

    int months() {
        return months;
    }
}
