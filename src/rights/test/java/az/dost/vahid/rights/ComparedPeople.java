package az.dost.vahid.rights;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * People who are computed, beside a second evaluator: every right of each of them, condition by condition. A parent is
 * asked about by the birth of the youngest child, kin by the death of a parent, spouse or child.
 */
public final class ComparedPeople {
    private static final String PURPOSE = "proactive:all";
    private static final String FAMILY = "/facts/family/value";
    private final Path folder;
    private final MadeUpPeople people;
    private final Numbers numbers;
    private final LocalDate day;
    private final Map<String, Set<String>> asked = new TreeMap<>();
    private final Map<String, Integer> outcomes = new TreeMap<>();
    private final List<String> differences = new ArrayList<>();

    /** The number of whoever has a FIN; empty for nobody. */
    @FunctionalInterface
    public interface Numbers {
        java.util.OptionalInt of(String fin);
    }

    /** @param folder for questions and answers */
    public ComparedPeople(Path folder, MadeUpPeople people, Numbers numbers, LocalDate day) {
        this.folder = folder;
        this.people = people;
        this.numbers = numbers;
        this.day = day;
        RightCase.RIGHTS.forEach(right -> {
            right.asks(RightCase.VOCABULARY).forEach(this::alsoAsk);
            right.asksAbout(RightCase.VOCABULARY).forEach(this::alsoAsk);
        });
        alsoAsk("family", Set.copyOf(Kin.FIELDS));
    }

    /** An empty set is the whole fact. */
    private void alsoAsk(String fact, Set<String> fields) {
        asked.merge(fact, new TreeSet<>(fields), (some, more) -> {
            if (some.isEmpty() || more.isEmpty()) {
                return new TreeSet<>();
            }
            some.addAll(more);
            return some;
        });
    }

    /** Compares all rights of some people, and remembers what came of it. */
    public void compare(int[] some) throws Exception {
        ArrayNode dossiers = JsonNodeFactory.instance.arrayNode();
        ArrayNode questions = JsonNodeFactory.instance.arrayNode();
        List<String> ours = new ArrayList<>();
        for (int number : some) {
            ask(number, dossiers, questions, ours);
        }
        List<JsonNode> theirs = new SecondEngine(folder)
                .answers(SecondEngine.rights(Path.of("contracts/rights")), questions, dossiers, PURPOSE, asked);
        for (int i = 0; i < questions.size(); i++) {
            outcomes.merge(theirs.get(i).path("outcome").asText(), 1, Integer::sum);
            if (!ours.get(i).equals(theirs.get(i).toString())) {
                differences.add(questions.path(i) + "\n ours   " + ours.get(i) + "\n theirs " + theirs.get(i));
            }
        }
    }

    private void ask(int number, ArrayNode dossiers, ArrayNode questions, List<String> ours) {
        int own = add(number, dossiers);
        JsonNode family = dossiers.path(own).at(FAMILY);
        Optional<String> child = family.path("children")
                .valueStream()
                .map(one -> one.path("fin").asText())
                .reduce((older, younger) -> younger);
        Optional<Integer> dead = kin(family)
                .flatMap(fin -> numbers.of(fin).stream().boxed())
                .map(kin -> add(kin, dossiers))
                .filter(at -> dossiers.path(at).at("/facts/death").isObject())
                .findFirst();
        for (Right right : RightCase.RIGHTS) {
            boolean kin = right.whose() == Right.Whose.KIN;
            ObjectNode event = JsonNodeFactory.instance.objectNode();
            if (kin && dead.isPresent()) {
                event.put("fin", dossiers.path(dead.get()).at("/subject/fin").asText());
            } else if (right.whose() == Right.Whose.PARENT && child.isPresent()) {
                event.put("fin", child.get());
            }
            ObjectNode question = questions
                    .addObject()
                    .put("right", right.code())
                    .put("day", day.toString())
                    .put("dossier", own);
            question.set("event", event);
            if (kin && dead.isPresent()) {
                question.put("about", dead.get());
            }
            ours.add(OurAnswer.of(
                    right,
                    new Known(
                            facts(dossiers.path(own)),
                            kin && dead.isPresent() ? facts(dossiers.path(dead.get())) : null,
                            event),
                    day));
        }
    }

    private static Stream<String> kin(JsonNode family) {
        return Stream.of(
                        Stream.of(family.path("spouse")),
                        family.path("parents").valueStream(),
                        family.path("children").valueStream())
                .flatMap(some -> some)
                .map(one -> one.path("fin").asText());
    }

    private DossierFacts facts(JsonNode dossier) {
        return new DossierFacts(dossier, RightCase.VOCABULARY, asked);
    }

    /** @return its place */
    private int add(int number, ArrayNode dossiers) {
        ObjectNode dossier = (ObjectNode) people.dossier(number, asked);
        dossier.put("service", PURPOSE).putArray("documents");
        dossier.putObject("subject")
                .put("fin", dossier.at("/facts/identity/value/fin").asText());
        dossiers.add(dossier);
        return dossiers.size() - 1;
    }

    /** How often each outcome came. */
    public Map<String, Integer> outcomes() {
        return outcomes;
    }

    /** Where the two say something else. */
    public List<String> differences() {
        return differences;
    }
}
