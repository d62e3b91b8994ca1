package az.dost.vahid.kit.draft;

import az.dost.vahid.check.fact.FactField;
import az.dost.vahid.check.fact.FactSchemas;
import az.dost.vahid.check.fact.FactShape;
import az.dost.vahid.check.fact.Match;
import az.dost.vahid.check.fact.Words;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Leaf;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Looks for canonical facts in an agency's fields: by name, by what surrounds them, by the form of their values. */
final class FactSearch {
    private static final double ALIKE = 0.5;
    private static final double SURE = 0.85;
    /** From which confidence on a fact is proposed. */
    private static final double LIKELY = 0.6;

    private static final double CONTEXT = 0.3;
    private static final double EACH = 0.05;
    private static final double AS_GOOD = 0.1;
    private static final int NEAR = 2;
    /** One like field alone is chance, unless its name is the word itself. */
    private static final int FIELDS = 2;
    /** Days whose month may come first. */
    private static final Set<String> DOUBTFUL = Set.of("dd/MM/yyyy", "ddMMyyyy", "dd-MM-yyyy");
    /** Of which a person has many: company proves nothing. */
    private static final Set<String> DATED = Set.of("day", "country");

    private final FactSchemas schemas;
    private final Words words;
    private final List<Leaf> leaves;
    private final List<String> context;
    private final Map<String, FactChoice> rivals = new HashMap<>();
    private List<FactChoice> choices;

    /** @param context names that say what the document is about: the connector's id, the document's own name */
    FactSearch(FactSchemas schemas, Words words, List<Leaf> leaves, List<String> context) {
        this.schemas = schemas;
        this.words = words;
        this.leaves = leaves;
        this.context = context;
    }

    /** The likely facts, the surest first; one for each canonical fact at most. */
    List<FactChoice> choices() {
        if (choices != null) {
            return choices;
        }
        choices = new ArrayList<>();
        for (String fact : schemas.names()) {
            FactShape shape = schemas.shape(fact);
            Map<FactField, List<Leaf>> candidates = candidates(shape);
            List<FactChoice> found = containers(candidates).stream()
                    .map(container -> choice(shape, container, candidates))
                    .filter(choice -> !choice.fields().isEmpty())
                    .sorted(Comparator.comparingDouble(FactChoice::confidence).reversed())
                    .toList();
            List<FactChoice> single =
                    found.stream().filter(choice -> !choice.several()).toList();
            if (!found.isEmpty()) {
                // A list of persons is what there is where nothing else is like it.
                FactChoice best =
                        !single.isEmpty() && single.get(0).confidence() > LIKELY ? single.get(0) : found.get(0);
                choices.add(best);
                single.stream()
                        .filter(other -> other != best
                                && other.confidence() >= best.confidence() - AS_GOOD
                                && Collections.disjoint(
                                        other.fields().values(), best.fields().values()))
                        .findFirst()
                        .ifPresent(other -> rivals.put(fact, other));
            }
        }
        choices.sort(Comparator.comparingDouble(FactChoice::confidence).reversed());
        return choices;
    }

    /**
     * Those that are proposed: one like field, such as a day or a status, makes no fact where nothing else speaks of
     * it.
     */
    List<FactChoice> likely() {
        return choices().stream()
                .filter(choice -> choice.confidence() > LIKELY
                        && (choice.fields().size() >= FIELDS
                                || about(choice.fact().name(), choice.container())
                                                .score()
                                        >= ALIKE
                                || choice.fields().entrySet().stream()
                                        .allMatch(only -> match(
                                                        only.getValue(),
                                                        choice.fact().name(),
                                                        only.getKey())
                                                .sure())))
                .toList();
    }

    /** The complete and sure ones, no field used twice. */
    List<FactChoice> sure() {
        List<FactChoice> sure = new ArrayList<>();
        Set<Leaf> used = new LinkedHashSet<>();
        for (FactChoice choice : choices()) {
            boolean free = choice.fields().entrySet().stream()
                    .filter(entry -> entry.getKey().required())
                    .noneMatch(entry -> used.contains(entry.getValue()));
            if (!choice.several()
                    && choice.complete()
                    && choice.confidence() >= SURE
                    && free
                    && (choice.fields().size() >= FIELDS || named(choice, field -> true))) {
                Map<FactField, Leaf> own = new LinkedHashMap<>(choice.fields());
                own.entrySet()
                        .removeIf(entry -> used.contains(entry.getValue())
                                || Fit.expression(entry.getValue(), entry.getKey())
                                        .isEmpty());
                used.addAll(own.values());
                sure.add(new FactChoice(choice.fact(), choice.container(), own, choice.confidence()));
            }
        }
        return sure;
    }

    /** Whether those fields of the fact are there by words that mean nothing else. */
    private boolean named(FactChoice choice, Predicate<FactField> which) {
        return choice.fact().fields().stream()
                        .filter(FactField::required)
                        .filter(which)
                        .allMatch(choice.fields()::containsKey)
                && choice.fields().entrySet().stream()
                        .filter(entry -> which.test(entry.getKey()))
                        .allMatch(entry -> match(entry.getValue(), choice.fact().name(), entry.getKey())
                                .sure());
    }

    /** By field, the leaves that may become it, the likest first. */
    private Map<FactField, List<Leaf>> candidates(FactShape shape) {
        Map<FactField, List<Leaf>> candidates = new LinkedHashMap<>();
        shape.fields()
                .forEach(field -> candidates.put(
                        field,
                        leaves.stream()
                                .filter(leaf -> score(leaf, shape, field) >= ALIKE && Fit.plausible(leaf, field))
                                .sorted(Comparator.comparingDouble((Leaf leaf) -> -score(leaf, shape, field))
                                        .thenComparing(leaf ->
                                                match(leaf, shape.name(), field).sure() ? 0 : 1))
                                .toList()));
        return candidates;
    }

    /**
     * Groups that may hold a record; of one that repeats a person has to say which is meant, unless the fact is a list.
     */
    private static Set<List<Field>> containers(Map<FactField, List<Leaf>> candidates) {
        Set<List<Field>> containers = new LinkedHashSet<>();
        containers.add(List.of());
        candidates.values().stream().flatMap(List::stream).distinct().forEach(leaf -> {
            if (leaf.repetitions() == 0) {
                containers.add(leaf.path().subList(0, leaf.path().size() - 1));
            } else if (leaf.repetitions() == 1) {
                containers.add(leaf.container());
            }
        });
        return containers;
    }

    private static boolean inside(Leaf leaf, List<Field> container) {
        return leaf.container().equals(container)
                || leaf.repetitions() == 0
                        && leaf.path().size() - container.size() <= NEAR
                        && leaf.path().size() > container.size()
                        && leaf.path().subList(0, container.size()).equals(container);
    }

    private FactChoice choice(FactShape shape, List<Field> container, Map<FactField, List<Leaf>> candidates) {
        Map<FactField, Leaf> fields = new LinkedHashMap<>();
        double sum = 0;
        long required = shape.fields().stream().filter(FactField::required).count();
        for (FactField field : shape.fields()) {
            Leaf best = candidates.get(field).stream()
                    .filter(leaf -> inside(leaf, container) && !fields.containsValue(leaf))
                    .findFirst()
                    .orElse(null);
            if (best != null) {
                fields.put(field, best);
                sum += field.required() ? score(best, shape, field) : 0;
            }
        }
        return new FactChoice(
                shape,
                container,
                fields,
                required == 0
                        ? 0
                        : sum / required
                                + (about(shape.name(), container).score() >= ALIKE ? CONTEXT : 0)
                                + EACH * fields.size());
    }

    private double score(Leaf leaf, FactShape shape, FactField field) {
        return match(leaf, shape.name(), field).score();
    }

    private Match match(Leaf leaf, String fact, FactField field) {
        return leaf.match(name -> words.field(name, fact, field.name()));
    }

    /** What says that the document or one of its groups is about the fact. */
    private Match about(String fact, List<Field> container) {
        List<String> names = new ArrayList<>(context);
        container.forEach(field -> names.add(field.name()));
        return names.stream()
                .map(name -> words.fact(name, fact))
                .max(Comparator.comparingDouble(Match::score))
                .orElseThrow();
    }

    private static boolean asGood(Match other, Match match) {
        return other.score() >= match.score() && (other.sure() || !match.sure());
    }

    /** What is to be said of a field that was taken for one of a fact. */
    Roles.Taken taken(FactChoice choice, FactField field) {
        String fact = choice.fact().name();
        Leaf leaf = choice.fields().get(field);
        Match match = match(leaf, fact, field);
        Match about = about(fact, choice.container());
        boolean placed = match.score() == 1
                && (about.score() == 1
                        || !field.required() && !DATED.contains(field.type()) && named(choice, FactField::required));
        List<String> doubts = new ArrayList<>();
        if (!match.sure() && !placed) {
            doubts.add(match.score() < 1 ? match.likeness() + match.told() : match.told() + " means other things, too");
        }
        leaves.stream()
                .filter(other -> !choice.fields().containsValue(other)
                        && inside(other, choice.container())
                        && asGood(match(other, fact, field), match)
                        && Fit.plausible(other, field))
                .findFirst()
                .ifPresent(other -> doubts.add("it may be " + other.place("").substring(1)));
        if (about.score() < 1) {
            leaf.other(words)
                    .filter(other -> !match.word().contains(other.word()))
                    .ifPresent(other -> doubts.add("by " + other.told() + " it may be about somebody else"));
        }
        if (choice.several()) {
            doubts.add("it repeats, and which one is meant is to be said");
        }
        if (rivals.containsKey(fact)) {
            doubts.add("the fact may be at "
                    + rivals.get(fact)
                            .fields()
                            .values()
                            .iterator()
                            .next()
                            .place("")
                            .substring(1));
        }
        if (DOUBTFUL.contains(String.valueOf(leaf.field().pattern()))) {
            doubts.add("the day is read as " + leaf.field().pattern() + ", unless its month comes first");
        }
        String evident = match.told()
                + (match.sure()
                        ? ""
                        : about.score() == 1 ? " within " + about.told() : " beside " + fact + "'s own fields");
        return new Roles.Taken(
                leaf,
                fact + "." + field.name(),
                doubts.isEmpty(),
                doubts.isEmpty() ? evident : String.join("; ", doubts));
    }
}
