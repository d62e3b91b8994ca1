package az.dost.vahid.fact;

import az.dost.vahid.calendar.Baku;
import az.dost.vahid.definition.DefinitionException;
import az.dost.vahid.json.Json;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.core.io.Resource;

/**
 * Holds facts to their definitions and rules of plausibility in {@code contracts/dossier.schema.json}, field by field.
 * Compiled once; safe for use by many threads.
 */
public final class FactCheck {
    private static final String FILE = "contracts/dossier.schema.json";
    private static final Shape UNKNOWN = (value, trail) -> {
        trail.tell(CheckRun.UNKNOWN_FIELD);
        return null;
    };
    private final Map<String, Shape> facts;
    private final List<FactsRule> together;
    private final Clock clock;

    private FactCheck(Map<String, Shape> facts, List<FactsRule> together, Clock clock) {
        this.facts = facts;
        this.together = together;
        this.clock = clock;
    }

    /** By the contract on the class path. */
    public static FactCheck ofContract() {
        return of(new ClassPathResource(FILE), Baku.CLOCK);
    }

    /**
     * @param clock says what day it is, in its zone
     * @throws DefinitionException with every mistake in the definitions
     */
    static FactCheck of(Resource schema, Clock clock) {
        JsonNode tree;
        try (var in = schema.getInputStream()) {
            tree = Json.mapper().readTree(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Mistakes mistakes = new Mistakes();
        ShapeReader reader = new ShapeReader(tree, mistakes);
        Map<String, Shape> facts = new HashMap<>();
        tree.at("/properties/facts/properties")
                .fieldNames()
                .forEachRemaining(name -> facts.put(name, reader.fact(name)));
        List<FactsRule> together = reader.together(facts.keySet());
        mistakes.report(schema, FILE);
        return new FactCheck(Map.copyOf(facts), together, clock);
    }

    /**
     * What of some facts is believed today, of whomever they are about.
     *
     * @see #check(ObjectNode, String, LocalDate)
     */
    public CheckedFacts check(ObjectNode facts) {
        return check(facts, null);
    }

    /**
     * What of some facts is believed today.
     *
     * @see #check(ObjectNode, String, LocalDate)
     */
    public CheckedFacts check(ObjectNode facts, String subject) {
        return check(facts, subject, LocalDate.now(clock));
    }

    /**
     * What of some facts is believed. A field that breaks its definition or a rule is left out; one that is required,
     * or whose absence would say something, costs the item of its list, or the fact where that is one record. Each is
     * told.
     *
     * @param facts by canonical name, as a mapping gives them; not changed
     * @param subject FIN of the person whom they are about, who is nobody else in them; null when it is not known
     * @param today the day on which they must be plausible, in Azerbaijan
     */
    public CheckedFacts check(ObjectNode facts, String subject, LocalDate today) {
        CheckRun trail = new CheckRun(today, subject);
        ObjectNode believed = facts;
        for (Map.Entry<String, JsonNode> fact : facts.properties()) {
            String name = fact.getKey();
            JsonNode value = fact.getValue();
            Shape shape = this.facts.get(name);
            JsonNode kept = trail.believed(name, shape == null ? UNKNOWN : shape, value);
            if (kept != value) {
                believed = believed != facts ? believed : facts.objectNode().setAll(facts);
                if (kept == null) {
                    believed.remove(name);
                } else {
                    believed.set(name, kept);
                }
            }
        }
        for (FactsRule rule : together) {
            believed = rule.believed(believed, facts, trail);
        }
        return new CheckedFacts(believed, trail.told());
    }
}
