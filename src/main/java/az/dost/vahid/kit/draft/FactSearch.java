package az.dost.vahid.kit.draft;

import az.dost.vahid.kit.fact.FactField;
import az.dost.vahid.kit.fact.FactSchemas;
import az.dost.vahid.kit.fact.FactShape;
import az.dost.vahid.kit.fact.Words;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Looks for canonical facts in an agency's fields: by name, by what surrounds them, by the form of their values. */
final class FactSearch {
    private static final double ALIKE = 0.5;
    private static final double SURE = 0.85;
    private static final double CONTEXT = 0.3;
    private static final double EACH = 0.05;
    private static final int NEAR = 2;
    /** One like field alone is chance. */
    private static final int FIELDS = 2;
    private final FactSchemas schemas;
    private final Words words;
    private final List<Leaf> leaves;
    private final List<String> context;

    /** @param context names that say what the document is about: the connector's id, the document's own name */
    FactSearch(FactSchemas schemas, Words words, List<Leaf> leaves, List<String> context) {
        this.schemas = schemas;
        this.words = words;
        this.leaves = leaves;
        this.context = context;
    }

    /** The likely facts, the surest first; one for each canonical fact at most. */
    List<FactChoice> choices() {
        List<FactChoice> choices = new ArrayList<>();
        for (String fact : schemas.names()) {
            FactShape shape = schemas.shape(fact);
            containers(shape).stream().map(container -> choice(shape, container)).filter(choice -> !choice.fields().isEmpty())
                    .max(Comparator.comparingDouble(FactChoice::confidence)).ifPresent(choices::add);
        }
        choices.sort(Comparator.comparingDouble(FactChoice::confidence).reversed());
        return choices;
    }

    /** The complete and sure ones, no field used twice. */
    List<FactChoice> sure() {
        List<FactChoice> sure = new ArrayList<>();
        Set<Leaf> used = new LinkedHashSet<>();
        for (FactChoice choice : choices()) {
            boolean free = choice.fields().entrySet().stream().filter(entry -> entry.getKey().required()).noneMatch(entry -> used.contains(entry.getValue()));
            if (choice.complete() && choice.confidence() >= SURE && free && choice.fields().size() >= FIELDS) {
                Map<FactField, Leaf> own = new LinkedHashMap<>(choice.fields());
                own.entrySet().removeIf(entry -> used.contains(entry.getValue()) || Fit.expression(entry.getValue(), entry.getKey()).isEmpty());
                used.addAll(own.values());
                sure.add(new FactChoice(choice.fact(), choice.container(), own, choice.confidence()));
            }
        }
        return sure;
    }

    /** Groups that may hold a record: any that does not repeat, and for a list those that do. */
    private Set<List<Field>> containers(FactShape shape) {
        Set<List<Field>> containers = new LinkedHashSet<>();
        containers.add(List.of());
        for (Leaf leaf : leaves) {
            if (leaf.repetitions() == 0) {
                containers.add(leaf.path().subList(0, leaf.path().size() - 1));
            } else if (shape.list() && leaf.repetitions() == 1) {
                containers.add(leaf.container());
            }
        }
        return containers;
    }

    private static boolean inside(Leaf leaf, List<Field> container) {
        return leaf.container().equals(container) || leaf.repetitions() == 0 && leaf.path().size() - container.size() <= NEAR
                && leaf.path().size() > container.size() && leaf.path().subList(0, container.size()).equals(container);
    }

    private FactChoice choice(FactShape shape, List<Field> container) {
        List<Leaf> inside = leaves.stream().filter(leaf -> inside(leaf, container)).toList();
        Map<FactField, Leaf> fields = new LinkedHashMap<>();
        double sum = 0;
        long required = shape.fields().stream().filter(FactField::required).count();
        for (FactField field : shape.fields()) {
            Leaf best = inside.stream().filter(leaf -> !fields.containsValue(leaf) && Fit.plausible(leaf, field) && score(leaf, field) >= ALIKE)
                    .max(Comparator.comparingDouble(leaf -> score(leaf, field))).orElse(null);
            if (best != null) {
                fields.put(field, best);
                sum += field.required() ? score(best, field) : 0;
            }
        }
        return new FactChoice(shape, container, fields, required == 0 ? 0
                : sum / required + (about(shape.name(), container) ? CONTEXT : 0) + EACH * fields.size());
    }

    private double score(Leaf leaf, FactField field) {
        double name = words.field(leaf.name(), field.name());
        if (leaf.path().size() > 1) {
            name = Math.max(name, words.field(leaf.path().get(leaf.path().size() - 2).name() + " " + leaf.name(), field.name()));
        }
        return name;
    }

    private boolean about(String fact, List<Field> container) {
        List<String> names = new ArrayList<>(context);
        container.forEach(field -> names.add(field.name()));
        return names.stream().anyMatch(name -> words.fact(name, fact) >= ALIKE);
    }
}
