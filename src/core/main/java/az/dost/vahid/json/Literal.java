package az.dost.vahid.json;

import az.dost.vahid.logging.PlainText;

/**
 * A text that somebody else wrote as a literal of JSON, which YAML and JSLT read as well: nothing in it ends the
 * literal, and nothing acts in a terminal or turns letters round in an editor.
 */
public final class Literal {
    /** With its quotes. */
    public static String of(String text) {
        StringBuilder literal = new StringBuilder("\"");
        text.codePoints().forEach(c -> {
            if (c == '"' || c == '\\') {
                literal.append('\\').append((char) c);
            } else {
                add(c, literal);
            }
        });
        return literal.append('"').toString();
    }

    /**
     * Of JSON that was written already, or of other text with lines of its own: the same, with what would act in a
     * terminal escaped. Its line breaks stay.
     */
    public static String plain(String json) {
        if (json.codePoints().noneMatch(Literal::escaped)) {
            return json;
        }
        StringBuilder plain = new StringBuilder();
        json.codePoints().forEach(c -> {
            if (c == '\n' || c == '\r' || c == '\t') {
                plain.append((char) c);
            } else {
                add(c, plain);
            }
        });
        return plain.toString();
    }

    private static void add(int c, StringBuilder to) {
        if (escaped(c)) {
            for (char half : Character.toChars(c)) {
                to.append(String.format("\\u%04x", (int) half));
            }
        } else {
            to.appendCodePoint(c);
        }
    }

    /** YAML holds no character that there is not. */
    private static boolean escaped(int c) {
        return PlainText.acts(c) || Character.getType(c) == Character.UNASSIGNED;
    }

    private Literal() {}
}
