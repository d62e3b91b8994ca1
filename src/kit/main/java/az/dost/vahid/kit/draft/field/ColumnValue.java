package az.dost.vahid.kit.draft.field;

import az.dost.vahid.kit.file.FileColumn;
import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.text.Normalizer;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/**
 * The invented value of a column: of the form that its values have, as long as they are, in letters of the file's
 * character set.
 */
public final class ColumnValue {
    private static final LocalDate DAY = LocalDate.of(2020, 5, 17);

    /** @param shown whether rows were seen: a column in which nothing stood in any of them stays empty then */
    public static Value of(FileColumn column, Charset charset, boolean shown) {
        if (column.form() != null && day(column)) {
            return Value.of(
                    Kind.DAY,
                    column.form(),
                    DateTimeFormatter.ofPattern(column.form(), Locale.ROOT).format(DAY));
        }
        String invented =
                within(charset, column.example().isEmpty() && !shown ? "text" : Synthetic.of(column.example()));
        Value value = Value.like(
                column.length() > 0 && invented.length() > column.length()
                        ? invented.substring(0, column.length())
                        : invented);
        return column.example().isEmpty() ? Value.text(value.example()) : value;
    }

    /** Whether the form that the layout tells is the one that its values have, where there are any. */
    private static boolean day(FileColumn column) {
        if (column.length() > 0 && column.form().length() != column.length()) {
            return false;
        }
        try {
            return column.example().isEmpty()
                    || LocalDate.from(DateTimeFormatter.ofPattern(column.form(), Locale.ROOT)
                                    .parse(column.example()))
                            != null;
        } catch (DateTimeException e) {
            return false;
        }
    }

    /** A letter that the character set does not have becomes the nearest that it has. */
    private static String within(Charset charset, String text) {
        CharsetEncoder encoder = charset.newEncoder();
        StringBuilder within = new StringBuilder();
        for (char c : text.toCharArray()) {
            String bare =
                    Normalizer.normalize(String.valueOf(c == 'ə' ? 'e' : c == 'Ə' ? 'E' : c), Normalizer.Form.NFD);
            within.append(encoder.canEncode(c) ? c : encoder.canEncode(bare.charAt(0)) ? bare.charAt(0) : '?');
        }
        return within.toString();
    }

    private ColumnValue() {}
}
