package az.dost.vahid.check;

/** A place in a text: line and column from 1. */
public record TextPlace(int line, int column) {
    static final TextPlace START = new TextPlace(1, 1);

    /** Of the character at an index. */
    static TextPlace of(String text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new TextPlace(line, index - lineStart + 1);
    }
}
