package az.dost.vahid.sources.combine;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.wordbook.Wordbook;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.springframework.core.io.ClassPathResource;

/** Answers of agencies to one lookup, and the combiner of the product. */
final class Answers {
    static final Combiner COMBINER = new Combiner(new CombineRules(
            new ClassPathResource("combine-rules.yaml"),
            new Wordbook(new ClassPathResource("contracts/words/rules.yaml"))));
    private static final Instant AS_OF = Instant.parse("2026-01-01T00:00:00Z");

    /** Of a citizen, about whom silence counts. */
    static CombinedFacts combined(Collection<String> needed, List<SourceAnswer> answers) {
        return COMBINER.combine(needed, answers, new Silence(Set.of(), false));
    }

    /** An answer with one fact; value null for one without. */
    static SourceAnswer saying(String agency, String fact, JsonNode value) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        if (value != null && !value.isNull()) {
            facts.set(fact, value);
        }
        UUID id = UUID.nameUUIDFromBytes(agency.getBytes(StandardCharsets.UTF_8));
        return new SourceAnswer(
                agency,
                Verdict.ANSWERED,
                null,
                AS_OF,
                1,
                facts,
                List.of(new Evidence(id, new byte[0], "", null, "", "", "")));
    }

    private Answers() {}
}
