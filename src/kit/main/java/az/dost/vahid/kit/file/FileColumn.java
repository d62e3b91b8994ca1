package az.dost.vahid.kit.file;

/**
 * A column of a file of rows.
 *
 * @param example its first value that is not empty, as it stands in the file; empty when there is none
 * @param length of its values, in characters; 0 where they have no fixed one
 * @param form of a day, as java.time writes it, where a layout says so; null otherwise
 */
public record FileColumn(String name, String example, int length, String form) {}
