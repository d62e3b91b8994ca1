package az.dost.vahid.passport;

import az.dost.vahid.json.Json;
import com.fasterxml.jackson.core.type.TypeReference;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.EnumMap;
import java.util.Map;
import org.springframework.core.io.Resource;

/** What people read of a reason, {@code contracts/document-reasons.yaml}. */
public final class ReasonTexts {
    private final Map<DocumentReason, Passport.Title> texts;

    /** @throws IllegalStateException when a reason has no text */
    public ReasonTexts(Resource file) {
        try (var in = file.getInputStream()) {
            texts = Json.yaml().readValue(in, new TypeReference<EnumMap<DocumentReason, Passport.Title>>() { });
        } catch (IOException e) {
            throw new UncheckedIOException("The texts of document reasons cannot be read: " + file.getFilename(), e);
        }
        for (DocumentReason reason : DocumentReason.values()) {
            if (!texts.containsKey(reason)) {
                throw new IllegalStateException(file.getFilename() + " has no text for " + reason);
            }
        }
    }

    /** With source, field and day of the ruling in their places. */
    public Passport.Title of(DocumentRuling ruling) {
        Passport.Title text = texts.get(ruling.reason());
        return new Passport.Title(filled(text.az(), ruling), filled(text.en(), ruling));
    }

    private static String filled(String text, DocumentRuling ruling) {
        return text.indexOf('{') < 0 ? text : text.replace("{source}", word(ruling.source())).replace("{field}", word(ruling.field()))
                .replace("{day}", word(ruling.day()));
    }

    private static String word(String word) {
        return word == null ? "" : word;
    }
}
