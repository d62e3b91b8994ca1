package az.dost.vahid.mock.population;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class NamesTest {
    private static final Locale AZERBAIJANI = new Locale("az");
    /** Each of these 32 letters has one counterpart in the Azerbaijani Cyrillic alphabet. */
    private static final String WORD = "[A-VX-ZÇƏĞİÖŞÜ][a-vx-zçəğıöşü]+";

    static List<String> names() {
        return Arrays.stream(Nation.values())
                .flatMap(nation -> Stream.of(Stream.of(nation.men), Stream.of(nation.women), Stream.of(nation.surnames))
                        .flatMap(names -> names))
                .toList();
    }

    static List<String> places() {
        return Stream.concat(
                        Stream.of(Place.BAKU, Place.TOWNS)
                                .flatMap(Stream::of)
                                .flatMap(place -> Stream.of(place.region(), place.city())),
                        Stream.of(Place.OCCUPIED))
                .toList();
    }

    @ParameterizedTest
    @MethodSource({"names", "places"})
    void areReadBackFromCapitals(String name) {
        assertThat(name).matches(WORD);
        String capitals = name.toUpperCase(AZERBAIJANI);
        assertThat(capitals.charAt(0) + capitals.substring(1).toLowerCase(AZERBAIJANI))
                .isEqualTo(name);
    }

    @Test
    void ofStreetsAreReadBackFromCapitals() {
        assertThat(Sample.numbers()
                        .limit(5_000)
                        .mapToObj(number -> Sample.<Facts.Address>fact("identity-register", number, "address"))
                        .filter(address -> address != null)
                        .map(Facts.Address::street))
                .isNotEmpty()
                .allMatch(street -> street.matches(WORD + "( " + WORD + ")*"));
    }

    @ParameterizedTest
    @MethodSource("names")
    void areMisheardAsAnotherName(String name) {
        assertThat(Spelling.misheard(name))
                .isNotEqualTo(name)
                .hasSameSizeAs(name)
                .matches(WORD);
    }

    @ParameterizedTest
    @EnumSource
    void sufficeForSiblings(Nation nation) {
        for (String[] names : List.of(nation.men, nation.women)) {
            assertThat(names).doesNotHaveDuplicates();
            assertThat(names.length % 7).isNotZero();
        }
    }

    @Test
    void ofWomenEndInAWhereTheMansDoNot() {
        assertThat(Stream.of("Məmmədov", "Quliyev", "Rəhimzadə", "Qarabağlı")
                        .map(name -> Arrays.asList(Nation.AZE.surnames).indexOf(name))
                        .map(index -> Nation.AZE.surname(Sex.FEMALE, index))
                        .collect(Collectors.joining(" ")))
                .isEqualTo("Məmmədova Quliyeva Rəhimzadə Qarabağlı");
    }
}
