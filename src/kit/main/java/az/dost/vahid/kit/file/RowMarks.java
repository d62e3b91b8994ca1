package az.dost.vahid.kit.file;

import java.util.List;

/**
 * Which of a file's lines are its head and its trailer, guessed by how they differ from the lines between.
 *
 * @param record first character of each row, where a head or a trailer has another one; empty otherwise
 * @param header first character of the first line; null where that is a row
 * @param trailer first character of the last line; null where that is a row
 * @param rows the lines between
 */
record RowMarks(String record, String header, String trailer, List<String> rows) {
    /** Two rows may begin with the same letter by chance. */
    private static final int FEWEST = 3;

    private static final double ALIKE = 0.5;

    /** @param lines none of them empty */
    static RowMarks of(List<String> lines) {
        if (lines.size() < FEWEST + 1) {
            return new RowMarks("", null, null, lines);
        }
        List<String> between = lines.subList(1, lines.size() - 1);
        String first = lines.get(0).substring(0, 1);
        String last = lines.get(lines.size() - 1).substring(0, 1);
        String row = between.get(0).substring(0, 1);
        boolean marked =
                between.size() >= FEWEST && !row.isBlank() && between.stream().allMatch(line -> line.startsWith(row));
        boolean names = lines.get(0).chars().noneMatch(Character::isDigit)
                && between.stream().allMatch(line -> line.chars().anyMatch(Character::isDigit));
        boolean header = names || other(lines.get(0), between) || marked && marks(first, row);
        boolean trailer = (other(lines.get(lines.size() - 1), between) || marked && marks(last, row))
                && between.stream().noneMatch(line -> line.startsWith(last))
                && (header || !first.equals(last));
        return new RowMarks(
                marked && (header && !first.equals(row) || trailer) ? row : "",
                header ? first : null,
                trailer ? last : null,
                lines.subList(header ? 1 : 0, trailer ? lines.size() - 1 : lines.size()));
    }

    /** Rows that are sorted by a number begin with other digits by and by. */
    private static boolean marks(String first, String row) {
        return !first.equals(row) && !(Character.isDigit(first.charAt(0)) && Character.isDigit(row.charAt(0)));
    }

    /** Whether a line has letters, digits and blanks at other places than most. */
    private static boolean other(String line, List<String> rows) {
        int alike = 0;
        int places = Math.max(line.length(), rows.get(0).length());
        for (int i = 0; i < places; i++) {
            int at = i;
            long same =
                    rows.stream().filter(row -> kind(row, at) == kind(line, at)).count();
            alike += 2 * same >= rows.size() ? 1 : 0;
        }
        return alike < ALIKE * places;
    }

    /** L, D or a blank, or the sign itself. */
    static char kind(String line, int at) {
        char c = at < line.length() ? line.charAt(at) : ' ';
        return Character.isLetter(c) ? 'L' : Character.isDigit(c) ? 'D' : c;
    }
}
