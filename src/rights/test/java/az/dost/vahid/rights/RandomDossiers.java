package az.dost.vahid.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.Period;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/** Strange persons near the limits of the law, of whom registers are silent, late, in doubt or at odds. */
final class RandomDossiers {
    private static final LocalDate TODAY = LocalDate.of(2026, 12, 1);
    private static final List<String> LIMITS =
            List.of("P0D", "P1Y", "P18M", "P3Y", "P18Y", "P23Y", "P59Y6M", "P60Y", "P64Y6M", "P65Y", "P66Y");
    private static final List<String> NUMBERS = List.of("0.00", "100.00", "46079.99", "46080.00");
    private static final List<Integer> COUNTS = List.of(0, 12, 59, 60, 259, 260, 299, 300, 2025, 2026);
    private static final List<String> FINS = List.of("AAAAAA1", "AAAAAA2", "AAAAAA3");

    private final Random random;
    /** Draws those whom an event is about, so that they change nobody else. */
    private final Random others;

    private final Vocabulary vocabulary;

    RandomDossiers(long seed, Vocabulary vocabulary) {
        this.random = new Random(seed);
        this.others = new Random(seed + 1);
        this.vocabulary = vocabulary;
    }

    /** What is asked of both evaluators: right, day, event and dossier. */
    ObjectNode question(Right right) {
        ObjectNode question = JsonNodeFactory.instance.objectNode().put("right", right.code());
        question.put("day", one(List.of("2025-06-30", "2025-07-01", "2026-06-30", "2026-12-01", "2026-12-01")));
        ObjectNode event = question.putObject("event");
        if (random.nextInt(5) > 0) {
            event.put("fin", one(FINS)).put("dateOfBirth", "2026-11-20");
        }
        question.set("dossier", dossier(right, ""));
        if (right.ofKin() && others.nextInt(6) > 0) {
            question.set("about", new RandomDossiers(others.nextLong(), vocabulary).dossier(right, Rights.IN_ABOUT));
        }
        return question;
    }

    /** @param about how the places begin that are read of this person */
    private JsonNode dossier(Right right, String about) {
        MadeDossier dossier = new MadeDossier(vocabulary, facts(right, about));
        spoil(dossier);
        return dossier.json();
    }

    private Set<String> read(Right right, String about) {
        Set<String> facts = new TreeSet<>();
        right.versions()
                .forEach(version -> version.conditions()
                        .forEach(condition -> condition.is().reads().stream()
                                .filter(place -> place.startsWith(about))
                                .map(place -> place.substring(about.length()).replaceFirst("[.].*", ""))
                                .filter(vocabulary.facts()::containsKey)
                                .forEach(facts::add)));
        return facts;
    }

    private ObjectNode facts(Right right, String about) {
        ObjectNode facts = JsonNodeFactory.instance.objectNode();
        for (String fact : read(right, about)) {
            // Most people are alive.
            boolean rare = fact.equals("death") && about.isEmpty();
            if (random.nextInt(rare ? 8 : 4) > (rare ? 6 : 0)) {
                facts.set(fact, value(vocabulary.facts().get(fact)));
            }
        }
        return facts;
    }

    private JsonNode value(Type type) {
        JsonNodeFactory nodes = JsonNodeFactory.instance;
        return switch (type.kind()) {
            case BOOLEAN -> nodes.booleanNode(random.nextBoolean());
            case NUMBER ->
                type.codes().isEmpty()
                        ? random.nextBoolean() ? nodes.textNode(one(NUMBERS)) : nodes.numberNode(one(COUNTS))
                        : nodes.numberNode(Integer.parseInt(one(type.codes())));
            case DAY -> nodes.textNode(day().toString());
            case CODE -> nodes.textNode(one(type.codes()));
            case FIN -> nodes.textNode(one(FINS));
            case LIST -> {
                ArrayNode list = nodes.arrayNode();
                for (int i = random.nextInt(4); i > 0; i--) {
                    list.add(value(type.element()));
                }
                yield list;
            }
            case RECORD -> {
                ObjectNode record = nodes.objectNode();
                type.fields().forEach((field, of) -> {
                    if (!field.equals(Vocabulary.RECORDED) && random.nextInt(8) > (of.endless() ? 4 : 0)) {
                        record.set(field, value(of));
                    }
                });
                yield record;
            }
            default -> nodes.textNode(type.codes().isEmpty() ? one(List.of("AZE", "TUR")) : one(type.codes()));
        };
    }

    private LocalDate day() {
        LocalDate limit = TODAY.minus(Period.parse(one(LIMITS)));
        return random.nextInt(3) == 0
                ? TODAY.minusDays(random.nextInt(36_000))
                : limit.plusDays(random.nextInt(3) - 1L);
    }

    private void spoil(MadeDossier dossier) {
        List<String> facts = new ArrayList<>(vocabulary.facts().keySet());
        for (int i = random.nextInt(4); i > 0; i--) {
            String fact = one(facts);
            String field = one(new ArrayList<>(vocabulary.fieldsOf(fact).keySet()));
            switch (random.nextInt(6)) {
                case 0 -> dossier.silent(vocabulary.registers(fact).get(0));
                case 1 -> dossier.stale(fact);
                case 2 -> dossier.without(fact);
                case 3 -> dossier.unmappable("/" + fact + "/" + field);
                case 4 -> dossier.conflict(fact, field, random.nextInt(3) == 0);
                default -> ((ObjectNode) dossier.json()).put("service", "no-such-service");
            }
        }
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }
}
