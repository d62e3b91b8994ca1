package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.contracts.WrittenWords.Place;
import az.dost.vahid.contracts.WrittenWords.Written;
import az.dost.vahid.wordbook.Language;
import az.dost.vahid.wordbook.Wordbook;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever the contracts, the rules and the code name has words in {@code contracts/words}, and nothing else has. */
class WordsTest {
    private static final String WHAT_TO_DO = ".whatToDo";
    private static final Wordbook WORDS = Wordbook.builtIn();
    private static final Set<Place> THINGS = NamedThings.all();
    private static final Map<String, List<String>> CODES = NamedThings.stableCodes();

    static Set<String> kindsOfThings() {
        return THINGS.stream().map(Place::kind).collect(Collectors.toCollection(TreeSet::new));
    }

    static Set<String> kindsOfCodes() {
        Set<String> kinds = new TreeSet<>(WrittenWords.kinds());
        kinds.removeAll(kindsOfThings());
        return kinds;
    }

    static Set<String> enums() {
        return CODES.keySet();
    }

    @ParameterizedTest
    @MethodSource("kindsOfThings")
    void each_name_and_value_has_its_words(String kind) {
        assertThat(THINGS.stream()
                        .filter(thing -> thing.kind().equals(kind))
                        .filter(thing -> WORDS.find(kind, thing.key(), Language.AZ)
                                        .isEmpty()
                                || WORDS.find(kind, thing.key(), Language.EN).isEmpty())
                        .map(Place::key))
                .as("contracts/words/%s.yaml lacks the words of these", kind)
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("kindsOfThings")
    void there_are_no_words_of_something_that_there_is_not(String kind) {
        Set<Place> named = WrittenWords.all().stream()
                .map(Written::place)
                .filter(place -> place.kind().equals(kind))
                .collect(Collectors.toSet());
        named.removeAll(THINGS);
        assertThat(named)
                .as("contracts/words/%s.yaml has words of what there is not", kind)
                .isEmpty();
        assertThat(WrittenWords.elsewhere().stream()
                        .filter(place -> place.kind().equals(kind))
                        .filter(place ->
                                THINGS.stream().noneMatch(thing -> thing.group().equals(place))))
                .isEmpty();
    }

    /** Which words are its own is seen by the codes, so that a new enum needs no entry here. */
    @ParameterizedTest
    @MethodSource("enums")
    void each_stable_code_of_the_code_has_its_words_and_no_others(String type) {
        List<String> codes = CODES.get(type);
        Map.Entry<Place, Set<String>> nearest = vocabularies().entrySet().stream()
                .max(Comparator.comparingLong(vocabulary ->
                        vocabulary.getValue().stream().filter(codes::contains).count()))
                .orElseThrow();
        assertThat(nearest.getValue())
                .as("contracts/words/%s and %s", nearest.getKey(), type)
                .containsExactlyInAnyOrderElementsOf(codes);
    }

    @ParameterizedTest
    @MethodSource("kindsOfCodes")
    void each_file_of_codes_is_of_an_enum(String kind) {
        assertThat(CODES.values().stream().map(Set::copyOf))
                .as("no enum of stable codes has just those of contracts/words/%s.yaml", kind)
                .contains(vocabularies().get(new Place(kind, "")));
    }

    @ParameterizedTest
    @MethodSource("kindsOfCodes")
    void a_file_that_tells_what_to_do_tells_it_of_each_code(String kind) {
        Set<String> told = WORDS.of(kind).keySet().stream()
                .filter(key -> key.endsWith(WHAT_TO_DO))
                .map(key -> key.replace(WHAT_TO_DO, ""))
                .collect(Collectors.toSet());
        assertThat(told).isIn(Set.of(), vocabularies().get(new Place(kind, "")));
    }

    /** By their group, the codes that have words. */
    private static Map<Place, Set<String>> vocabularies() {
        return WrittenWords.all().stream()
                .map(Written::place)
                .filter(place -> !place.key().endsWith(WHAT_TO_DO))
                .collect(Collectors.groupingBy(
                        Place::group,
                        () -> new TreeMap<>(Comparator.comparing(Place::toString)),
                        Collectors.mapping(
                                place -> place.key().substring(place.key().lastIndexOf('.') + 1), Collectors.toSet())));
    }

    @ParameterizedTest
    @MethodSource("groups")
    void neighbours_have_different_words(String group, Collection<Written> neighbours) {
        assertThat(neighbours).extracting(Written::az).doesNotHaveDuplicates();
        assertThat(neighbours).extracting(Written::en).doesNotHaveDuplicates();
    }

    static List<Arguments> groups() {
        return WrittenWords.all().stream()
                .collect(Collectors.groupingBy(Written::group, TreeMap::new, Collectors.toList()))
                .entrySet()
                .stream()
                .map(group -> Arguments.of(group.getKey(), group.getValue()))
                .toList();
    }
}
