package az.dost.vahid.fact;

import az.dost.vahid.definition.Nearest;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import java.util.regex.Pattern;

/**
 * Compiles rules of plausibility, {@code x-plausible} beside a definition: each has an id, {@code rule}, and what must
 * hold.
 *
 * <ul>
 *   <li>of a day: {@code earliest} and {@code latest}, a day, or {@code today} in Baku
 *   <li>of a number: {@code atLeast}, {@code atMost}, and {@code latest} for a year: {@code this-year} or
 *       {@code next-year}
 *   <li>of a fraction: {@code atMostOne}; of an academic year: {@code consecutive}; of a FIN: {@code not}
 *       {@code subject}, it is another person's than the one whom the facts are about
 *   <li>of a list: {@code unique}, names of fields in which no two records are alike
 *   <li>of a record: see {@link RecordRuleReader}
 * </ul>
 */
final class ValueRuleReader {
    private static final Pattern ID = Pattern.compile("[A-Z][A-Z0-9_]{0,63}");
    private static final Set<String> OF_DAY = Set.of("earliest", "latest");
    private static final Set<String> OF_TEXT = Set.of("atMostOne", "consecutive", "not");
    private static final Set<String> OF_NUMBER = Set.of("atLeast", "atMost", "latest");
    private static final Set<String> OF_LIST = Set.of("unique");
    private static final Map<String, Integer> YEARS = Map.of("this-year", 0, "next-year", 1);
    private final Mistakes mistakes;

    ValueRuleReader(Mistakes mistakes) {
        this.mistakes = mistakes;
    }

    List<ValueRule> ofText(List<SchemaPart> rules, boolean day) {
        return read(rules, day ? OF_DAY : OF_TEXT, argument -> switch (argument.name()) {
            case "atMostOne" -> (value, trail) -> Plausible.atMostOne((String) value);
            case "consecutive" -> (value, trail) -> Plausible.consecutive((String) value);
            case "not" -> notSubject(argument);
            case "earliest" -> day(argument, -1);
            default -> day(argument, 1);
        });
    }

    List<ValueRule> ofNumber(List<SchemaPart> rules) {
        return read(rules, OF_NUMBER, argument -> {
            JsonNode given = argument.value();
            if (argument.name().equals("latest") ? !YEARS.containsKey(given.asText()) : !given.isIntegralNumber()) {
                mistakes.add(
                        argument,
                        argument.name()
                                + (argument.name().equals("latest")
                                        ? " must be one of this-year, next-year"
                                        : " must be a whole number"));
                return null;
            }
            long bound = given.longValue();
            return switch (argument.name()) {
                case "atLeast" -> (value, trail) -> (Long) value >= bound;
                case "atMost" -> (value, trail) -> (Long) value <= bound;
                default -> year(YEARS.get(given.asText()));
            };
        });
    }

    private BiPredicate<Object, CheckRun> notSubject(SchemaPart argument) {
        if (!argument.value().asText().equals("subject")) {
            mistakes.add(argument, "not must be subject");
            return null;
        }
        return (value, trail) -> !trail.isSubject((String) value);
    }

    /** @param item shape of each item */
    List<UniqueRule> ofList(List<SchemaPart> rules, Shape item) {
        List<UniqueRule> read = new ArrayList<>();
        for (SchemaPart rule : rules) {
            if (known(rule, OF_LIST)) {
                for (SchemaPart field : rule.child("unique").children()) {
                    String name = field.value().asText();
                    if (item instanceof RecordShape record && record.fields().containsKey(name)) {
                        read.add(new UniqueRule(rule.value().path("rule").textValue(), name));
                    } else {
                        mistakes.add(field, "unique names fields of the list's records");
                    }
                }
            }
        }
        return List.copyOf(read);
    }

    List<FactsRule> ofFacts(List<SchemaPart> rules, Set<String> facts) {
        return rules.stream()
                .filter(rule -> known(rule, FactsRule.KINDS))
                .map(rule -> FactsRule.of(rule, facts, mistakes))
                .filter(Objects::nonNull)
                .toList();
    }

    List<RecordRule> ofRecord(List<SchemaPart> rules, Map<String, Shape> fields) {
        RecordRuleReader reader = new RecordRuleReader(fields, mistakes);
        return rules.stream()
                .filter(rule -> known(rule, RecordRuleReader.KINDS))
                .map(reader::read)
                .filter(Objects::nonNull)
                .toList();
    }

    private static BiPredicate<Object, CheckRun> year(int ahead) {
        return (value, trail) -> (Long) value <= trail.today().getYear() + ahead;
    }

    /**
     * Days of four-digit years are in the order of their texts. @param sign of how the value may differ from the bound:
     * 1 for less
     */
    private BiPredicate<Object, CheckRun> day(SchemaPart argument, int sign) {
        String bound = argument.value().asText();
        if (bound.equals("today")) {
            return (value, trail) -> trail.day().compareTo((String) value) * sign >= 0;
        }
        if (!Plausible.isDay(bound)) {
            mistakes.add(argument, argument.name() + " must be a day, 2026-01-31, or today");
            return null;
        }
        return (value, trail) -> bound.compareTo((String) value) * sign >= 0;
    }

    private interface Kind {
        /** Null for an argument that is a mistake. */
        BiPredicate<Object, CheckRun> of(SchemaPart argument);
    }

    private List<ValueRule> read(List<SchemaPart> rules, Set<String> kinds, Kind kind) {
        List<ValueRule> read = new ArrayList<>();
        for (SchemaPart rule : rules) {
            if (known(rule, kinds)) {
                rule.children().stream()
                        .filter(argument -> kinds.contains(argument.name()))
                        .map(kind::of)
                        .filter(Objects::nonNull)
                        .forEach(holds ->
                                read.add(new ValueRule(rule.value().path("rule").textValue(), holds)));
            }
        }
        return List.copyOf(read);
    }

    private boolean known(SchemaPart rule, Set<String> kinds) {
        String id = rule.value().path("rule").asText();
        if (!ID.matcher(id).matches()) {
            mistakes.add(rule, "a rule of plausibility needs a rule, its id in capitals");
            return false;
        }
        List<SchemaPart> arguments = rule.children().stream()
                .filter(member -> !member.name().equals("rule"))
                .toList();
        for (SchemaPart argument : arguments) {
            if (!kinds.contains(argument.name())) {
                mistakes.add(
                        argument,
                        "there is no rule of plausibility " + argument.name() + " for this; there is "
                                + String.join(", ", new TreeSet<>(kinds)),
                        Nearest.of(argument.name(), kinds));
                return false;
            }
        }
        if (arguments.isEmpty()) {
            mistakes.add(rule, id + " does not say what must hold");
        }
        return !arguments.isEmpty();
    }
}
