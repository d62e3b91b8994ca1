package az.dost.vahid.disclosure;

/** What an earlier version of a table had in the place of a cell. @param hidden whether it hid it */
public record EarlierCell(long value, boolean hidden) {}
