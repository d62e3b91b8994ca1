package az.dost.vahid.journeys.lookup;

import az.dost.vahid.answer.Evidence;
import az.dost.vahid.answer.Reason;
import az.dost.vahid.answer.SourceAnswer;
import az.dost.vahid.answer.Verdict;
import az.dost.vahid.connector.Connector;
import az.dost.vahid.fact.CheckedFacts;
import az.dost.vahid.fact.FactCheck;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;

/**
 * What registers say of somebody, at random: records by the definitions of facts, of before, now and later, some of
 * which cannot be believed; and registers that fail. Little of it is likely, all of it is possible.
 */
final class RandomRegisters {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final List<String> FINS = List.of("1AAAAAB", "1AAAAAC", "1AAAAAD", "1AAAAAE", "1AAAAAF");
    private static final String FIN = "1AAAAAA";
    private static final List<String> COUNTRIES = List.of("AZE", "AZE", "AZE", "TUR", "RUS");
    /** Days between them and today. */
    private static final int[] AROUND = {-1, 0, 1, -400, 400, -3000, 3000, -7000};

    private final JsonNode definitions;
    private final FactCheck check;
    private final LocalDate today;
    private final Random random;

    RandomRegisters(JsonNode schema, FactCheck check, LocalDate today, long seed) {
        this.definitions = schema.path("$defs");
        this.check = check;
        this.today = today;
        this.random = new Random(seed);
    }

    /** What became of a connector; null where it is not used for the person. */
    SourceAnswer of(Connector connector) {
        int luck = random.nextInt(100);
        if (luck < 3) {
            return null;
        }
        if (luck < 20) {
            return failed(connector.id(), luck);
        }
        ObjectNode said = NODES.objectNode();
        for (String fact : connector.facts()) {
            say(said, fact, 60);
        }
        for (String fact : connector.confirms()) {
            say(said, fact, 25);
        }
        if (random.nextInt(8) == 0) {
            spoil(said);
        }
        CheckedFacts checked = check.check(said, FIN, today);
        boolean doubted = !checked.unmappable().isEmpty();
        boolean late = connector.drop() != null && random.nextInt(3) == 0;
        Verdict verdict =
                late ? Verdict.STALE : checked.facts().isEmpty() && !doubted ? Verdict.NO_RECORD : Verdict.ANSWERED;
        return new SourceAnswer(
                connector.id(),
                verdict,
                late ? Reason.SNAPSHOT_OLD : doubted ? Reason.UNMAPPABLE : null,
                Instant.now(),
                1,
                checked.facts(),
                List.of(new Evidence(
                        UUID.nameUUIDFromBytes(connector.id().getBytes(StandardCharsets.UTF_8)),
                        new byte[0],
                        "",
                        null,
                        "",
                        "",
                        "")),
                checked.unmappable());
    }

    private static SourceAnswer failed(String agency, int luck) {
        Verdict verdict = luck < 8
                ? Verdict.TIMED_OUT
                : luck < 12 ? Verdict.REJECTED : luck < 18 ? Verdict.UNAVAILABLE : Verdict.NOT_AUTHORISED;
        Reason reason = luck < 8
                ? Reason.NO_ANSWER_IN_TIME
                : luck < 12
                        ? Reason.SIGNATURE_INVALID
                        : luck < 14
                                ? Reason.SWITCHED_OFF
                                : luck < 18 ? Reason.CONNECTION_FAILED : Reason.CREDENTIALS_REFUSED;
        return new SourceAnswer(agency, verdict, reason, null, 1, NODES.objectNode(), List.of());
    }

    private void say(ObjectNode said, String fact, int percent) {
        int odds = fact.equals("death") ? 12 : fact.equals("identity") ? 85 : percent;
        if (random.nextInt(100) < odds) {
            said.set(fact, value(definitions.path(fact), ""));
        }
    }

    private JsonNode value(JsonNode definition, String named) {
        if (definition.has("$ref")) {
            String name = definition.path("$ref").asText().replace("#/$defs/", "");
            return value(definitions.path(name), name);
        }
        if (definition.has("enum")) {
            JsonNode values = definition.path("enum");
            return values.get(random.nextInt(values.size()));
        }
        return switch (definition.path("type").asText()) {
            case "object" -> object(definition);
            case "array" -> list(definition);
            case "boolean" -> BooleanNode.valueOf(random.nextBoolean());
            case "integer" -> IntNode.valueOf(named.equals("year") ? 2020 + random.nextInt(6) : random.nextInt(5));
            default -> TextNode.valueOf(text(named));
        };
    }

    private ObjectNode object(JsonNode definition) {
        ObjectNode record = NODES.objectNode();
        List<String> required = new ArrayList<>();
        definition.path("required").forEach(name -> required.add(name.asText()));
        definition.path("properties").properties().forEach(property -> {
            if (required.contains(property.getKey()) && random.nextInt(60) != 0 || random.nextInt(10) < 7) {
                record.set(property.getKey(), value(property.getValue(), ""));
            }
        });
        return record;
    }

    private ArrayNode list(JsonNode definition) {
        ArrayNode list = NODES.arrayNode();
        for (int n = random.nextInt(4); n > 0; n--) {
            list.add(!list.isEmpty() && random.nextInt(15) == 0 ? list.get(0) : value(definition.path("items"), ""));
        }
        return list;
    }

    private String text(String named) {
        return switch (named) {
            case "day" -> today.plusDays(AROUND[random.nextInt(AROUND.length)]).toString();
            case "fin" -> random.nextInt(30) == 0 ? FIN : FINS.get(random.nextInt(FINS.size()));
            case "voen" -> "123456789" + random.nextInt(10);
            case "amount" -> random.nextInt(1000) + ".50";
            case "area" -> String.valueOf(1 + random.nextInt(90));
            case "fraction" -> "1/" + (1 + random.nextInt(4));
            case "country" -> COUNTRIES.get(random.nextInt(COUNTRIES.size()));
            case "icd10" -> "G80.1";
            case "postalCode" -> "AZ1000";
            case "academicYear" -> random.nextInt(3) == 0 ? "2011/2012" : "2026/2027";
            case "photo" -> "AAAA";
            default -> "T" + random.nextInt(50);
        };
    }

    /** Puts something in the place of one value, or of a whole part, that nobody can believe. */
    private void spoil(ObjectNode said) {
        List<ObjectNode> records = new ArrayList<>();
        collect(said, records);
        ObjectNode record = records.get(random.nextInt(records.size()));
        List<String> names = new ArrayList<>();
        record.fieldNames().forEachRemaining(names::add);
        if (!names.isEmpty()) {
            record.put(names.get(random.nextInt(names.size())), random.nextBoolean() ? "\u0001" : "2021-02-30");
        }
    }

    private static void collect(JsonNode node, List<ObjectNode> records) {
        if (node instanceof ObjectNode record) {
            records.add(record);
        }
        node.forEach(child -> collect(child, records));
    }
}
