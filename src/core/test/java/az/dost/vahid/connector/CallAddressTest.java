package az.dost.vahid.connector;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.CharRange;
import net.jqwik.api.constraints.NotEmpty;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CallAddressTest {
    private static final CallAddress ADDRESS =
            CallAddress.of("/persons/{fin}/benefits", new LinkedHashMap<>(Map.of("id", "{fin}")));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "5AB1CD2 | /persons/5AB1CD2/benefits?id=5AB1CD2",
                "a/b | /persons/a%2Fb/benefits?id=a%2Fb",
                "../x | /persons/..%2Fx/benefits?id=..%2Fx",
                "a?b=c&d#e | /persons/a%3Fb%3Dc%26d%23e/benefits?id=a%3Fb%3Dc%26d%23e",
                "a b+c%2F | /persons/a%20b%2Bc%252F/benefits?id=a%20b%2Bc%252F",
                "Ə;@: | /persons/%C6%8F%3B%40%3A/benefits?id=%C6%8F%3B%40%3A"
            })
    void a_value_stays_in_the_segment_and_the_parameter_it_stands_in(String value, String address) {
        assertThat(ADDRESS.filled(name -> value)).isEqualTo(address);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "..."})
    void a_value_that_would_be_another_path_is_refused(String value) {
        assertThatThrownBy(() -> ADDRESS.filled(name -> value))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessage("The value of {fin} cannot stand in a path");
    }

    @Property
    void whatever_the_value_is_the_address_has_the_same_parts(
            @ForAll @NotEmpty @CharRange(from = ' ', to = '\uD7FF') String value) {
        if (!value.chars().allMatch(c -> c == '.')) {
            String[] parts = ADDRESS.filled(name -> value).split("[/?&=]", -1);
            assertThat(parts).hasSize(6).contains("persons", "benefits", "id");
            assertThat(ADDRESS.filled(name -> value)).matches("[A-Za-z0-9._~%/?=-]*");
        }
    }

    @Test
    void a_list_is_a_parameter_that_is_there_several_times() {
        Map<String, Object> query = new LinkedHashMap<>();
        query.put("include", List.of("name", "address, place"));
        query.put("at", "2026-11-28");
        assertThat(CallAddress.of("/persons", query).filled(name -> null))
                .isEqualTo("/persons?include=name&include=address,%20place&at=2026-11-28");
    }

    @Test
    void texts_of_a_query_are_written_plainly_and_travel_encoded() {
        assertThat(CallAddress.of("/p", Map.of("q[x]", "a&b=c+d e;f#g%")).filled(name -> null))
                .isEqualTo("/p?q%5Bx%5D=a%26b%3Dc%2Bd%20e%3Bf%23g%25");
    }

    @Test
    void it_never_shows_whom_it_names() {
        assertThat(ADDRESS.toString()).isEqualTo("Address with [fin, fin]");
    }

    @Test
    void what_was_filled_in_is_found_again() {
        assertThat(ADDRESS.matcher("/persons/5AB1CD2/benefits", "id=5AB1CD2").group("fin"))
                .isEqualTo("5AB1CD2");
        assertThat(ADDRESS.matcher("/persons/5AB1CD2/benefits", null)).isNull();
        assertThat(ADDRESS.matcher("/persons/5AB1CD2/x/benefits", "id=5AB1CD2")).isNull();
    }
}
