package az.dost.vahid.pages.words;

import az.dost.vahid.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The form of a FIN, as {@code contracts/dossier.schema.json} has it, and what people type for one. */
public final class FinForm {
    private static final Pattern FIN = read();
    private static final Pattern SIGN = Pattern.compile("[0-9A-HJ-NP-Z]");
    /** Spaces of all kinds, and signs that are no letter: they come along with what is copied. */
    private static final Pattern UNSEEN = Pattern.compile("[\\s\\p{Z}\\p{C}]+");

    private static Pattern read() {
        try (InputStream in = new ClassPathResource("contracts/dossier.schema.json").getInputStream()) {
            return Pattern.compile(
                    Json.mapper().readTree(in).at("/$defs/fin/pattern").asText());
        } catch (IOException e) {
            throw new UncheckedIOException("contracts/dossier.schema.json cannot be read", e);
        }
    }

    /** Whether a text is one. */
    public static boolean isFin(String text) {
        return FIN.matcher(text).matches();
    }

    /**
     * What is easily typed or pasted is meant: spaces, marks that nobody sees (such as those of direction), wide
     * letters, and small letters of either alphabet.
     *
     * @param typed null for nothing
     */
    public static String of(String typed) {
        return typed == null
                ? ""
                : UNSEEN.matcher(Normalizer.normalize(typed, Normalizer.Form.NFKC))
                        .replaceAll("")
                        .replace('ı', 'I')
                        .replace('İ', 'I')
                        .toUpperCase(Locale.ROOT);
    }

    /**
     * Key of the message that says what is wrong with it; blank for a FIN. The message takes {@link #strange(String)}.
     *
     * @param fin of {@link #of(String)}
     */
    public static String fault(String fin) {
        if (isFin(fin)) {
            return "";
        }
        if (fin.isEmpty()) {
            return "desk.form.fin.missing";
        }
        return switch (strange(fin)) {
            case "" -> "desk.form.fin.wrong";
            case "I", "O" -> "desk.form.fin.letter";
            default -> "desk.form.fin.sign";
        };
    }

    /** The first sign that no FIN has; blank where there is none. */
    public static String strange(String fin) {
        return fin.codePoints()
                .mapToObj(Character::toString)
                .filter(sign -> !SIGN.matcher(sign).matches())
                .findFirst()
                .orElse("");
    }

    private FinForm() {}
}
