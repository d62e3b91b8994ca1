package az.dost.vahid.kit;

/** A place in a text: line and column from 1. */
record Place(int line, int column) {
    static final Place START = new Place(1, 1);

    /** Of the character at an index. */
    static Place of(String text, int index) {
        int line = 1;
        int lineStart = 0;
        for (int i = 0; i < index; i++) {
            if (text.charAt(i) == '\n') {
                line++;
                lineStart = i + 1;
            }
        }
        return new Place(line, index - lineStart + 1);
    }
}
