package az.dost.vahid.leak;

import az.dost.vahid.mock.population.KnownPeople;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds what must never be in a log, a metric or a name: FINs of citizens and whatever looks like a FIN, names of
 * citizens, and the secrets of the demonstration.
 */
public final class PersonalData {
    private static final Pattern WORD = Pattern.compile("[\\p{L}\\p{N}]+");
    /** Letters and digits together, by itself and no piece of base64: tests make up FINs that no register knows. */
    private static final Pattern LIKE_A_FIN = Pattern.compile(
            "(?<![\\p{L}\\p{N}+/=_.-])(?=[A-Z]*[0-9])(?=[0-9]*[A-Z])[0-9A-HJ-NP-Z]{7}(?![\\p{L}\\p{N}+/=_-])");

    private static final Pattern CYRILLIC = Pattern.compile("\\p{IsCyrillic}{2,}");
    private static final Set<String> NAMES = KnownPeople.names();
    private static final Set<String> SECRETS = secrets();

    /** The first such thing in a text, with what it is. */
    public static Optional<String> in(String text) {
        if (text == null) {
            return Optional.empty();
        }
        for (Matcher word = WORD.matcher(text); word.find(); ) {
            if (word.group().length() == 7 && KnownPeople.isFin(word.group())) {
                return Optional.of("the FIN " + word.group());
            }
            if (NAMES.contains(word.group())) {
                return Optional.of("the name " + word.group());
            }
        }
        Matcher like = LIKE_A_FIN.matcher(text);
        if (like.find()) {
            return Optional.of("what looks like the FIN " + like.group());
        }
        Matcher old = CYRILLIC.matcher(text);
        if (old.find()) {
            return Optional.of("a name in old letters, " + old.group());
        }
        return SECRETS.stream().filter(text::contains).findFirst().map(secret -> "the secret " + secret);
    }

    private static Set<String> secrets() {
        try {
            JsonNode settings = new ObjectMapper(new YAMLFactory())
                    .readTree(Path.of("src/demo/main/resources/application-mocks.yaml")
                            .toFile())
                    .path("vahid");
            Set<String> secrets = new HashSet<>(Set.of(
                    settings.path("keys-password").asText(),
                    settings.at("/demo/token").asText()));
            settings.path("secrets").forEach(secret -> secrets.add(secret.asText()));
            return secrets;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private PersonalData() {}
}
