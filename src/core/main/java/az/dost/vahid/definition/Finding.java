package az.dost.vahid.definition;

/**
 * One thing wrong with a definition file.
 *
 * @param file path of the file as a person would type it
 * @param line from 1; 0 where the file as a whole is meant
 * @param column from 1; 0 where the line as a whole is meant
 * @param message what is wrong
 * @param suggestion what to write instead; null where that cannot be guessed
 */
public record Finding(String file, int line, int column, String message, String suggestion) {
    public Finding(String file, int line, String message) {
        this(file, line, 0, message, null);
    }

    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + (line > 0 && column > 0 ? ":" + column : "") + ": " + message
                + (suggestion == null ? "" : "; did you mean " + suggestion + "?");
    }
}
