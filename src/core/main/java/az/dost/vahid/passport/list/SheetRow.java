package az.dost.vahid.passport.list;

import az.dost.vahid.definition.Finding;
import az.dost.vahid.json.SheetText;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** One row of a sheet on its way to an entry: each field is looked at, whatever is wrong with another one. */
final class SheetRow {
    private static final Pattern OFFICIAL_ID = Pattern.compile("[0-9]{2}(-[0-9]{2}){3}");
    private static final Pattern CODE = Pattern.compile("[a-z0-9]+(-[a-z0-9]+)*");
    private static final int LONGEST_CODE = 64;
    private static final int LONGEST_NAME = 300;
    private final String file;
    private final Map<SheetColumn, Cell> cells;
    private final List<Finding> findings;

    SheetRow(String file, Map<SheetColumn, Cell> cells, List<Finding> findings) {
        this.file = file;
        this.cells = cells;
        this.findings = findings;
    }

    /** Empty where the row has none. */
    String text(SheetColumn column) {
        return cells.containsKey(column) ? cells.get(column).text() : "";
    }

    void found(SheetColumn column, String message, String suggestion) {
        Cell cell = cells.get(column);
        findings.add(new Finding(file, cell.line(), cell.column(), column.word() + ": " + message, suggestion));
    }

    /** What the row says, as far as it is right. */
    ObjectNode entry(SheetTerms families, SheetTerms channels, SheetTerms audience) {
        ObjectNode entry = JsonNodeFactory.instance.objectNode();
        put(
                entry,
                SheetColumn.CODE,
                text -> CODE.matcher(text).matches() && text.length() <= LONGEST_CODE,
                "must be small letters, digits and single hyphens, at most " + LONGEST_CODE);
        put(
                entry,
                SheetColumn.OFFICIAL_ID,
                text -> OFFICIAL_ID.matcher(text).matches(),
                "must be four pairs of digits, as 05-04-02-00");
        String family = text(SheetColumn.FAMILY);
        if (family.isEmpty()) {
            found(SheetColumn.FAMILY, "is empty", null);
        } else if (families.code(family) == null) {
            found(SheetColumn.FAMILY, "must be one of " + String.join(", ", families.known()), families.near(family));
        } else {
            entry.put("family", families.code(family));
        }
        ObjectNode title = entry.putObject("title");
        name(title, SheetColumn.AZ);
        name(title, SheetColumn.EN);
        several(entry, SheetColumn.CHANNELS, channels);
        several(entry, SheetColumn.AUDIENCE, audience);
        return entry;
    }

    private void put(ObjectNode entry, SheetColumn column, Predicate<String> right, String otherwise) {
        String text = text(column);
        if (!text.isEmpty() && !right.test(text)) {
            found(column, otherwise, null);
        } else if (!text.isEmpty()) {
            entry.put(column.word(), text);
        }
    }

    private void name(ObjectNode title, SheetColumn column) {
        String text = SheetText.of(text(column));
        if (text.isEmpty()) {
            if (column.required()) {
                found(column, "is empty", null);
            }
        } else if (text.length() > LONGEST_NAME) {
            found(column, "has more than " + LONGEST_NAME + " characters", null);
        } else if (text.chars().anyMatch(Character::isISOControl)) {
            found(column, "has a control character", null);
        } else if (text.chars().noneMatch(Character::isLetter)) {
            found(column, "has no letter", null);
        } else {
            title.put(column.word(), text);
        }
    }

    /** Several values stand in one field, with a bar between them. */
    private void several(ObjectNode entry, SheetColumn column, SheetTerms terms) {
        if (text(column).isEmpty()) {
            return;
        }
        List<String> codes = new ArrayList<>();
        for (String one : text(column).split("\\|", -1)) {
            String code = terms.code(one.strip());
            if (code == null) {
                found(
                        column,
                        "must be one of " + String.join(", ", terms.known()) + ", with | between several",
                        terms.near(one.strip()));
            } else if (codes.contains(code)) {
                found(column, "names " + code + " twice", null);
            } else {
                codes.add(code);
            }
        }
        codes.forEach(entry.withArray(column.word())::add);
    }
}
