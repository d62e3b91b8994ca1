package az.dost.vahid.sources.combine;

import az.dost.vahid.json.Json;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.core.io.Resource;

/** The rules of {@code combine-rules.yaml}, by fact. */
public final class CombineRules {
    private final Map<String, CombineRule> byFact;
    private final List<Conclusion> concluded;

    private record Rules(List<CombineRule> rules, List<Conclusion> concluded) {}

    /** @throws UncheckedIOException when the file is not a list of rules */
    public CombineRules(Resource file) {
        try (var in = file.getInputStream()) {
            Rules read = Json.yaml().readValue(in, Rules.class);
            concluded = read.concluded() == null ? List.of() : List.copyOf(read.concluded());
            byFact = read.rules().stream().collect(Collectors.toMap(CombineRule::fact, Function.identity()));
        } catch (IOException e) {
            throw new UncheckedIOException("The combine rules cannot be read: " + file.getFilename(), e);
        }
    }

    /** Values that follow from there being no act. */
    List<Conclusion> concluded() {
        return concluded;
    }

    CombineRule of(String fact) {
        CombineRule rule = byFact.get(fact);
        return rule == null ? CombineRule.byDefault(fact) : rule;
    }
}
