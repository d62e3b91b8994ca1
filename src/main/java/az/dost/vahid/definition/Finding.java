package az.dost.vahid.definition;

/**
 * One thing wrong with a definition file.
 *
 * @param file    path of the file as a person would type it
 * @param line    from 1; 0 where the file as a whole is meant
 * @param message what is wrong and, where it helps, what to write instead
 */
public record Finding(String file, int line, String message) {
    @Override
    public String toString() {
        return file + (line > 0 ? ":" + line : "") + ": " + message;
    }
}
