package az.dost.vahid.journeys.report.disclosure;

/** What an earlier version of a table had in the place of a cell. @param hidden whether it hid it */
public record EarlierCell(long value, boolean hidden) {}
