package az.dost.vahid.awkward;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.awkward.Answer.Place;
import az.dost.vahid.awkward.LeafTable.Fate;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.ShrinkingMode;

/**
 * Answers that are valid by an agency's own contract and strange to us, for each connector that there is: whatever
 * stands in one is in the facts, or told as unmappable, or all of it is refused by name. That something is in the facts
 * shows in that they change when it does.
 */
class AwkwardAnswersTest {
    private static final Map<String, AgencyFolder> FOLDERS =
            AgencyFolder.ids().stream().collect(Collectors.toMap(Function.identity(), AgencyFolder::of));
    /** The same answers in every run, and others in a siege. */
    private static final long SHIFT = Integer.getInteger("vahid.fuzz.times", 1) == 1 ? 0 : System.nanoTime();

    private static final int OTHERS = 6;
    private static final int LOOKED_AT = 40;

    @Provide
    Arbitrary<String> agencies() {
        return Arbitraries.of(AgencyFolder.ids());
    }

    @Property(seed = "1", tries = 6000, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void a_valid_answer_is_never_stumbled_over(@ForAll("agencies") String id, @ForAll long seed) {
        AgencyFolder folder = FOLDERS.get(id);
        JsonNode answer = folder.contract().answer(new Random(seed + SHIFT));
        String refusal = Outcome.of(folder.mapping(), answer).refusal();
        assertThat(refusal == null
                        || refusal.endsWith("it is refused by error()")
                        || refusal.startsWith("code: ")
                        || isOfNoUse(folder, refusal))
                .as("%s for %s", refusal, answer)
                .isTrue();
        JsonNode tidy = folder.tidied(answer);
        String inVain = Outcome.of(folder.mapping(), tidy).refusal();
        assertThat(inVain == null || isOfNoUse(folder, inVain))
                .as("%s for %s", inVain, tidy)
                .isTrue();
    }

    @Property(seed = "1", tries = 6000, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void nothing_that_an_answer_says_disappears(@ForAll("agencies") String id, @ForAll long seed) {
        AgencyFolder folder = FOLDERS.get(id);
        Random random = new Random(seed + SHIFT);
        JsonNode answer = folder.tidied(folder.contract().answer(random)).deepCopy();
        Outcome outcome = Outcome.of(folder.mapping(), answer);
        if (outcome.refusal() != null) {
            return;
        }
        List<Place> places = Answer.places(answer);
        Collections.shuffle(places, random);
        for (Place place : places.subList(0, Math.min(LOOKED_AT, places.size()))) {
            Fate fate = folder.table().leaves().get(place.path());
            boolean counts = fate.counts() && !outcome.tellsOf(fate);
            assertThat(!counts || matters(folder, answer, outcome, place, random))
                    .as("%s is lost of %s", place.path(), answer)
                    .isTrue();
        }
    }

    @Property(seed = "1", tries = 6000, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void no_record_of_a_list_disappears(@ForAll("agencies") String id, @ForAll long seed) {
        AgencyFolder folder = FOLDERS.get(id);
        Random random = new Random(seed + SHIFT);
        JsonNode answer = folder.tidied(folder.contract().answer(random)).deepCopy();
        JsonNode whole = answer.deepCopy();
        Outcome outcome = Outcome.of(folder.mapping(), answer);
        List<ArrayNode> lists = Answer.lists(answer);
        if (outcome.refusal() != null || lists.isEmpty()) {
            return;
        }
        ArrayNode list = StrangeText.pick(lists, random);
        JsonNode record = list.remove(random.nextInt(list.size()));
        boolean counts = fates(folder, record).allMatch(fate -> fate.counts() && !outcome.tellsOf(fate));
        JsonNode without = folder.tidied(answer);
        // A list that must not be empty may be given the same record again.
        assertThat(!counts
                        || without.equals(whole)
                        || !Outcome.of(folder.mapping(), without).equals(outcome))
                .as("%s is lost beside %s", record, answer)
                .isTrue();
    }

    /** Of the leaves that are in a part of an answer, wherever it stands. */
    private static Stream<Fate> fates(AgencyFolder folder, JsonNode part) {
        return Answer.places(part).stream()
                .flatMap(place -> folder.table().leaves().entrySet().stream()
                        .filter(leaf -> leaf.getKey().endsWith(place.path()))
                        .map(Map.Entry::getValue));
    }

    /** In XML a mapping sees a list where a record comes twice, and finds none of its members. */
    @Property(seed = "1", tries = 6000, shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
    void a_record_is_not_lost_by_coming_twice_where_the_contract_has_it_once(
            @ForAll("agencies") String id, @ForAll long seed) {
        AgencyFolder folder = FOLDERS.get(id);
        Random random = new Random(seed + SHIFT);
        JsonNode answer = folder.tidied(folder.contract().answer(random)).deepCopy();
        Outcome once = Outcome.of(folder.mapping(), answer);
        List<Place> records = Answer.records(answer);
        if (!(folder.contract() instanceof XsdContract) || once.refusal() != null || records.isEmpty()) {
            return;
        }
        Place place = StrangeText.pick(records, random);
        JsonNode record = place.holder().get(place.name());
        place.holder().putArray(place.name()).add(record).add(record.deepCopy());
        Outcome twice = Outcome.of(folder.mapping(), answer);
        assertThat(twice.refusal() != null
                        || !twice.told().isEmpty()
                        || Answer.places(twice.mapped().path("facts")).size()
                                >= Answer.places(once.mapped().path("facts")).size())
                .as("%s is lost of %s", place.path(), answer)
                .isTrue();
    }

    /** The properties would hold if everything were refused. */
    @Property(seed = "1", tries = 1, generation = net.jqwik.api.GenerationMode.RANDOMIZED)
    void many_answers_that_keep_the_words_of_the_contract_too_are_not_refused() {
        FOLDERS.forEach((id, folder) -> assertThat(IntStream.range(0, 200)
                        .filter(seed -> Outcome.of(
                                                folder.mapping(),
                                                folder.tidied(folder.contract().answer(new Random(seed + SHIFT))))
                                        .refusal()
                                == null)
                        .count())
                .as(id)
                .isGreaterThan(60));
    }

    /** Whether anything changes with the leaf. */
    private static boolean matters(AgencyFolder folder, JsonNode answer, Outcome outcome, Place place, Random random) {
        JsonNode value = place.holder().get(place.name());
        List<Form> forms = folder.contract().leaves().get(place.path());
        boolean other = false;
        try {
            for (int i = 0; i < OTHERS; i++) {
                JsonNode drawn = StrangeText.pick(forms, random).draw(random);
                other |= !drawn.equals(value);
                place.holder().set(place.name(), drawn);
                if (!Outcome.of(folder.mapping(), answer).equals(outcome)
                        || !Outcome.of(folder.mapping(), folder.tidied(answer)).equals(outcome)) {
                    return true;
                }
            }
            // Where the contract allows one value only there is nothing to lose.
            return !other;
        } finally {
            place.holder().set(place.name(), value);
        }
    }

    /**
     * What no contract's grammar can rule out: a time of the answer that never was, and an empty name; and in a row of
     * a file any value that cannot be converted, which costs the file, since its agency is told row and column.
     */
    private static boolean isOfNoUse(AgencyFolder folder, String refusal) {
        return refusal.equals("no subject") || refusal.matches(folder.isDrop() ? "[a-z]+: .*" : "instant: .*");
    }
}
