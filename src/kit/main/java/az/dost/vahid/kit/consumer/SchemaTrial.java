package az.dost.vahid.kit.consumer;

import az.dost.vahid.command.CommandFailure;
import az.dost.vahid.definition.Nearest;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Holds an example to a schema of a contract (JSON Schema 2020-12). What is sent is held as a whole. Of what is read,
 * each member must be one that the contract describes, with a value that it allows; what the example leaves out nobody
 * reads. Of choices the one counts that fits best. Not looked at are {@code not}, {@code contains} and
 * {@code propertyNames}.
 */
final class SchemaTrial {
    private static final SchemaRegistry SCHEMAS = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12);
    private static final String TYPE = "type";
    private static final String PROPERTIES = "properties";
    private static final String PATTERNS = "patternProperties";
    private static final String ADDITIONAL = "additionalProperties";
    private static final Set<String> OF_A_VALUE = Set.of(
            TYPE,
            "enum",
            "const",
            "pattern",
            "minLength",
            "maxLength",
            "minimum",
            "maximum",
            "exclusiveMinimum",
            "exclusiveMaximum",
            "multipleOf");
    private static final Set<String> OF_A_WHOLE =
            Set.of(TYPE, "enum", "const", "minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties");
    private static final int DEEPEST = 50;
    private static final int MOST_WAYS = 1_000;

    private final ReleasedContracts contracts;
    private final boolean whole;
    private final Set<String> always;

    private SchemaTrial(ReleasedContracts contracts, boolean whole, Set<String> always) {
        this.contracts = contracts;
        this.whole = whole;
        this.always = always;
    }

    /** Of what a requester sends. */
    static SchemaTrial sent(ReleasedContracts contracts) {
        return new SchemaTrial(contracts, true, Set.of());
    }

    /** Of what he reads. @param always members without which he cannot do, such as {@code documents.verdict} */
    static SchemaTrial read(ReleasedContracts contracts, Set<String> always) {
        return new SchemaTrial(contracts, false, always);
    }

    /** Empty where it fits. @throws CommandFailure when the schema goes round, or refers to what is not there */
    List<Wrong> wrong(Part schema, JsonNode value, Place at) {
        return tried(List.of(schema), value, at);
    }

    private List<Wrong> tried(List<Part> schemas, JsonNode value, Place at) {
        List<Wrong> best = null;
        int least = Integer.MAX_VALUE;
        for (List<Part> way : ways(schemas, value, 0)) {
            List<Wrong> found = held(way, value, at);
            int weight = found.stream().mapToInt(Wrong::weight).sum();
            if (best == null || weight < least) {
                best = found;
                least = weight;
            }
        }
        return best == null ? List.of() : best;
    }

    /** Each way in which all of these can hold at once: schemas whose references and choices are among the others. */
    private List<List<Part>> ways(List<Part> schemas, JsonNode value, int depth) {
        List<List<Part>> ways = List.of(List.of());
        for (Part schema : schemas) {
            ways = both(ways, ways(schema, value, depth));
        }
        return ways;
    }

    private List<List<Part>> ways(Part schema, JsonNode value, int depth) {
        if (depth > DEEPEST) {
            throw new CommandFailure(schema.file() + " has a schema that goes round");
        }
        List<List<Part>> ways = List.of(List.of(schema));
        if (schema.node().path("$ref").isTextual()) {
            ways = both(ways, ways(contracts.target(schema), value, depth + 1));
        }
        for (Part one : list(schema.child("allOf"))) {
            ways = both(ways, ways(one, value, depth + 1));
        }
        for (String choice : List.of("anyOf", "oneOf")) {
            List<List<Part>> chosen = new ArrayList<>();
            for (Part one : list(schema.child(choice))) {
                chosen.addAll(ways(one, value, depth + 1));
            }
            ways = chosen.isEmpty() ? ways : both(ways, chosen);
        }
        Part condition = schema.child("if");
        if (condition.there() && (whole || decided(condition.node(), value))) {
            boolean holds = sent(contracts).wrong(condition, value, Place.of()).isEmpty();
            Part branch = schema.child(holds ? "then" : "else");
            ways = branch.there() ? both(ways, ways(branch, value, depth + 1)) : ways;
        }
        return ways;
    }

    /** Whether all is there that a condition asks about: an example has only what somebody reads. */
    private static boolean decided(JsonNode condition, JsonNode value) {
        return condition.path(PROPERTIES).properties().stream()
                .allMatch(member ->
                        value.has(member.getKey()) && decided(member.getValue(), value.path(member.getKey())));
    }

    private static List<Part> list(Part schemas) {
        List<Part> all = new ArrayList<>();
        for (int i = 0; i < schemas.node().size(); i++) {
            all.add(schemas.child(i));
        }
        return all;
    }

    private static List<List<Part>> both(List<List<Part>> some, List<List<Part>> others) {
        if ((long) some.size() * others.size() > MOST_WAYS) {
            throw new CommandFailure("A schema has more choices than can be tried: " + MOST_WAYS);
        }
        List<List<Part>> all = new ArrayList<>();
        for (List<Part> one : some) {
            for (List<Part> other : others) {
                List<Part> joined = new ArrayList<>(one);
                joined.addAll(other);
                all.add(joined);
            }
        }
        return all;
    }

    private List<Wrong> held(List<Part> way, JsonNode value, Place at) {
        List<Wrong> found = new ArrayList<>();
        way.forEach(part -> own(part.node(), value, at, found));
        if (found.isEmpty() && value.isObject()) {
            value.properties().forEach(member -> member(way, member.getKey(), member.getValue(), at, found));
            missing(way, value, at, found);
        } else if (found.isEmpty()) {
            for (int i = 0; i < value.size(); i++) {
                found.addAll(tried(elements(way, i), value.get(i), at.to(i)));
            }
        }
        return found;
    }

    /** What a schema says of a value itself, without its members. */
    private void own(JsonNode schema, JsonNode value, Place at, List<Wrong> found) {
        if (schema.isBoolean() && !schema.asBoolean()) {
            found.add(gone(at, value, null));
        } else if (schema instanceof ObjectNode object) {
            ObjectNode said =
                    object.deepCopy().retain(!value.isContainerNode() ? OF_A_VALUE : whole ? OF_A_WHOLE : Set.of(TYPE));
            for (Error error : SCHEMAS.getSchema(said).validate(value)) {
                BreakCode code = TYPE.equals(error.getKeyword()) ? BreakCode.TYPE_CHANGED : BreakCode.VALUE_REFUSED;
                String message = (whole ? "the contract does not take this: " : "the contract does not give this: ")
                        + error.getMessage();
                found.add(new Wrong(code, at, message, null, weight(value)));
            }
        }
    }

    private Wrong gone(Place at, JsonNode value, String suggestion) {
        return new Wrong(
                whole ? BreakCode.MEMBER_REFUSED : BreakCode.MEMBER_GONE,
                at,
                "the contract has no member " + at.everywhere(),
                suggestion,
                weight(value));
    }

    private static int weight(JsonNode value) {
        return 1 + value.valueStream().mapToInt(SchemaTrial::weight).sum();
    }

    private void member(List<Part> way, String name, JsonNode value, Place at, List<Wrong> found) {
        List<Part> schemas = new ArrayList<>();
        boolean refused = false;
        for (Part part : way) {
            List<Part> described = described(part, name);
            schemas.addAll(described);
            refused |= described.isEmpty() && closed(part.node());
        }
        Place place = at.to(name);
        if (refused || !whole && schemas.isEmpty()) {
            found.add(gone(place, value, Nearest.of(name, names(way))));
            return;
        }
        found.addAll(tried(schemas, value, place));
        if (always.contains(place.everywhere()) && way.stream().noneMatch(part -> requires(part.node(), name))) {
            found.add(Wrong.of(BreakCode.MAY_BE_ABSENT, place, "the contract does not promise that it is there"));
        }
    }

    private static List<Part> described(Part schema, String name) {
        List<Part> found = new ArrayList<>();
        if (schema.node().path(PROPERTIES).has(name)) {
            found.add(schema.child(PROPERTIES).child(name));
        }
        schema.node().path(PATTERNS).properties().forEach(pattern -> {
            if (name.matches("(?s).*(?:" + pattern.getKey() + ").*")) {
                found.add(schema.child(PATTERNS).child(pattern.getKey()));
            }
        });
        if (found.isEmpty() && schema.node().path(ADDITIONAL).isObject()) {
            found.add(schema.child(ADDITIONAL));
        }
        return found;
    }

    private static boolean closed(JsonNode schema) {
        return schema.path(ADDITIONAL).isBoolean() && !schema.path(ADDITIONAL).asBoolean();
    }

    private static boolean requires(JsonNode schema, String name) {
        return schema.path("required")
                .valueStream()
                .anyMatch(one -> one.asText().equals(name));
    }

    private static Set<String> names(List<Part> way) {
        Set<String> names = new TreeSet<>();
        way.forEach(part -> part.node().path(PROPERTIES).fieldNames().forEachRemaining(names::add));
        return names;
    }

    private void missing(List<Part> way, JsonNode value, Place at, List<Wrong> found) {
        Set<String> missing = new TreeSet<>();
        way.forEach(part -> part.node().path("required").forEach(name -> missing.add(name.asText())));
        missing.removeIf(name -> !whole || value.has(name));
        missing.forEach(name ->
                found.add(Wrong.of(BreakCode.MEMBER_MISSING, at.to(name), "the contract wants the member " + name)));
    }

    private static List<Part> elements(List<Part> way, int index) {
        List<Part> schemas = new ArrayList<>();
        for (Part part : way) {
            Part places = part.child("prefixItems");
            Part schema = index < places.node().size() ? places.child(index) : part.child("items");
            if (schema.there()) {
                schemas.add(schema);
            }
        }
        return schemas;
    }
}
