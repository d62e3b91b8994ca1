package az.dost.vahid.kit.file;

import az.dost.vahid.kit.file.LayoutWords.Role;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A layout that a register publishes in lines of words: {@code Date of birth - Length : 8 - Position : 82-89 - Type :
 * numeric}, and remarks below each. It becomes the rows of a table, a row for each line, so that mistakes are told by
 * the register's own lines.
 */
final class LayoutSentences {
    /** Of the rows' cells. */
    static final Map<Role, Integer> ROLES = Map.of(Role.NAME, 0, Role.FROM, 1, Role.LENGTH, 2, Role.FORM, 3);

    static final String DIVIDER = "\t";
    private static final Pattern LABELLED = Pattern.compile("([\\p{L}\\p{N} ().]{1,60}?)\\s*:\\s*(.+)");
    private static final Pattern NUMBERS = Pattern.compile("\\d{1,6}(?:\\s*(?:-|–|—|to|à)\\s*\\d{1,6})?");
    private static final Set<Role> PLACES = Set.of(Role.FROM, Role.RANGE);
    private static final int FEWEST = 2;
    private static final int LONGEST = 1_000;

    /** As many rows as lines, empty for a line that is no field; empty where fewer than two lines are. */
    static Optional<List<String>> rows(List<String> lines, LayoutWords words) {
        List<String> rows = new ArrayList<>();
        int last = -1;
        int fields = 0;
        for (String line : lines) {
            String row = line.length() > LONGEST ? "" : row(line, words);
            if (!row.isEmpty()) {
                last = rows.size();
                fields++;
            } else if (last >= 0 && line.length() <= LONGEST && DayForms.of(line) != null) {
                // A remark on the field above.
                rows.set(last, rows.get(last) + " " + DayForms.of(line));
            }
            rows.add(row);
        }
        return fields < FEWEST ? Optional.empty() : Optional.of(rows);
    }

    private static String row(String line, LayoutWords words) {
        String[] parts = line.strip().split("\\s+[-–—]\\s+");
        String place = "";
        String length = "";
        String form = "";
        for (int i = 1; i < parts.length; i++) {
            Matcher labelled = LABELLED.matcher(parts[i]);
            if (labelled.matches()) {
                Set<Role> roles = words.roles(List.of(labelled.group(1))).keySet();
                if (roles.stream().anyMatch(PLACES::contains)) {
                    place = labelled.group(2).strip();
                } else if (roles.contains(Role.LENGTH)) {
                    length = labelled.group(2).strip();
                } else if (roles.contains(Role.FORM)) {
                    form = labelled.group(2).strip();
                }
            }
        }
        boolean numbers = NUMBERS.matcher(place.isEmpty() ? length : place).matches();
        return numbers
                ? String.join(
                        DIVIDER, parts[0].replace("\"", ""), place.replace("à", "-"), length, form.replace("\"", ""))
                : "";
    }

    private LayoutSentences() {}
}
