package az.dost.vahid.pages.words;

import az.dost.vahid.json.Json;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.core.io.ClassPathResource;

/** The form of a FIN, as {@code contracts/dossier.schema.json} has it, and what people type for one. */
public final class FinForm {
    private static final Pattern FIN = read();

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
     * What is easily typed is meant: spaces, and small letters of either alphabet.
     *
     * @param typed null for nothing
     */
    public static String of(String typed) {
        return typed == null
                ? ""
                : typed.replaceAll("\\s+", "")
                        .replace('ı', 'I')
                        .replace('İ', 'I')
                        .toUpperCase(Locale.ROOT);
    }

    private FinForm() {}
}
