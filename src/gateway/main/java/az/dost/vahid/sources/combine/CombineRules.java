package az.dost.vahid.sources.combine;

import az.dost.vahid.json.Json;
import az.dost.vahid.wordbook.Wordbook;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.core.io.Resource;

/** The rules of {@code combine-rules.yaml}, by fact. */
public final class CombineRules {
    private final Map<String, CombineRule> byFact;
    private final List<Conclusion> concluded;
    private final List<Chronology> notBeforeBirth;

    private record Rules(List<CombineRule> rules, List<Conclusion> concluded, List<Chronology> notBeforeBirth) {}

    private final ConflictTexts texts;

    /**
     * @param words with those of rules
     * @throws UncheckedIOException when the file is not a list of rules
     * @throws IllegalStateException when a rule has no words
     */
    public CombineRules(Resource file, Wordbook words) {
        try (var in = file.getInputStream()) {
            Rules read = Json.yaml().readValue(in, Rules.class);
            concluded = read.concluded() == null ? List.of() : List.copyOf(read.concluded());
            notBeforeBirth = read.notBeforeBirth() == null ? List.of() : List.copyOf(read.notBeforeBirth());
            byFact = read.rules().stream().collect(Collectors.toMap(CombineRule::fact, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException("The combine rules cannot be read: " + file.getFilename(), e);
        }
        texts = new ConflictTexts(
                words,
                Stream.concat(byFact.values().stream().map(CombineRule::rule), Stream.of(CombineRule.BY_DEFAULT))
                        .toList());
    }

    /** Values that follow from there being no act. */
    List<Conclusion> concluded() {
        return concluded;
    }

    /** Days that are not before the person's birth. */
    List<Chronology> notBeforeBirth() {
        return notBeforeBirth;
    }

    ConflictTexts texts() {
        return texts;
    }

    CombineRule of(String fact) {
        CombineRule rule = byFact.get(fact);
        return rule == null ? CombineRule.byDefault(fact) : rule;
    }
}
