package az.dost.vahid.passport.list;

/**
 * A field of a sheet, without its quotes and the spaces around it.
 *
 * @param line from 1, where it begins
 * @param column from 1, in characters of that line
 */
record Cell(String text, int line, int column) {}
