package az.dost.vahid.passport.list;

import az.dost.vahid.definition.Finding;
import java.util.ArrayList;
import java.util.List;

/**
 * Comma-separated values (RFC 4180) with the place of each field, which a reader of a library does not tell. The
 * separator is a comma, or a semicolon where the first line has more of those, as spreadsheets write in Azerbaijan.
 * Blank lines are no rows.
 */
final class SheetRows {
    private static final char QUOTE = '"';
    private final String file;
    private final String text;
    private final List<Finding> findings;
    private final List<List<Cell>> rows = new ArrayList<>();
    private List<Cell> row = new ArrayList<>();
    private final char separator;
    private int at;
    private int line = 1;
    private int begin;

    private SheetRows(String file, String text, List<Finding> findings) {
        this.file = file;
        this.text = text;
        this.findings = findings;
        String first = text.lines().findFirst().orElse("");
        this.separator = first.chars().filter(c -> c == ';').count()
                        > first.chars().filter(c -> c == ',').count()
                ? ';'
                : ',';
    }

    /** @param findings to which what is no such sheet is added */
    static List<List<Cell>> of(String file, String text, List<Finding> findings) {
        SheetRows sheet = new SheetRows(file, text, findings);
        while (sheet.at < text.length()) {
            sheet.field();
        }
        sheet.endRow();
        return sheet.rows;
    }

    private void field() {
        int column = at - begin + 1;
        int onLine = line;
        String value = text.charAt(at) == QUOTE ? quoted(onLine, column) : plain();
        row.add(new Cell(value.strip(), onLine, column));
        if (at < text.length() && text.charAt(at) == separator) {
            at++;
            if (at == text.length() || atLineEnd()) {
                row.add(new Cell("", line, at - begin + 1));
            }
        }
        if (at < text.length() && atLineEnd()) {
            endLine();
            endRow();
        }
    }

    private String plain() {
        int from = at;
        while (at < text.length() && text.charAt(at) != separator && !atLineEnd()) {
            at++;
        }
        return text.substring(from, at);
    }

    private String quoted(int onLine, int column) {
        StringBuilder value = new StringBuilder();
        at++;
        while (at < text.length()) {
            char next = text.charAt(at);
            if (next == QUOTE && at + 1 < text.length() && text.charAt(at + 1) == QUOTE) {
                value.append(QUOTE);
                at += 2;
            } else if (next == QUOTE) {
                at++;
                String rest = plain();
                if (!rest.isBlank()) {
                    findings.add(
                            new Finding(file, onLine, column, "there is text after the closing quotation mark", null));
                }
                return value.toString();
            } else if (atLineEnd()) {
                value.append(' ');
                endLine();
            } else {
                value.append(next);
                at++;
            }
        }
        findings.add(new Finding(file, onLine, column, "the quotation mark is never closed", null));
        return value.toString();
    }

    private boolean atLineEnd() {
        return text.charAt(at) == '\n' || text.charAt(at) == '\r';
    }

    private void endLine() {
        at += text.startsWith("\r\n", at) ? 2 : 1;
        line++;
        begin = at;
    }

    private void endRow() {
        if (row.stream().anyMatch(cell -> !cell.text().isEmpty())) {
            rows.add(row);
        }
        row = new ArrayList<>();
    }
}
