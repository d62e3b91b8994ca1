package az.dost.vahid.kit.file;

/**
 * Where a field of a line lies.
 *
 * @param from its first character, from 1
 * @param length in characters
 * @param form of a day, as java.time writes it, where the layout says so; null otherwise
 */
record FixedField(String name, int from, int length, String form) {
    /** The character after its last one. */
    int end() {
        return from + length;
    }

    /** Trimmed; as much of it as the line has. */
    String of(String line) {
        return from > line.length()
                ? ""
                : line.substring(from - 1, Math.min(line.length(), end() - 1)).strip();
    }
}
