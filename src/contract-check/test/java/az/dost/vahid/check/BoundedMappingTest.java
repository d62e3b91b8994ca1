package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.normalise.Mapping;
import az.dost.vahid.normalise.MappingException;
import com.fasterxml.jackson.databind.node.NullNode;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class BoundedMappingTest {
    static Stream<Arguments> badMappings() {
        return Stream.of(
                Arguments.of("throws", "error(\"no\")", "no"),
                Arguments.of("calls itself", "def again(x) again($x) + 1 again(1)", "calls itself without end"),
                Arguments.of(
                        "doubles itself",
                        "def grow(x, n) if ($n == 0) $x else grow($x + $x, $n - 1) grow(\"ab\", 22)",
                        "longer than"),
                Arguments.of(
                        "takes for ever",
                        "def fib(n) if ($n < 2) $n else fib($n - 1) + fib($n - 2) fib(60)",
                        "does not end"));
    }

    @ParameterizedTest(name = "a mapping that {0}")
    @MethodSource("badMappings")
    void a_bad_mapping_is_refused_in_words(String what, String jslt, String words) {
        BoundedMapping mapping = new BoundedMapping(Mapping.compile(jslt));
        assertThatThrownBy(() -> mapping.apply(NullNode.instance))
                .isInstanceOf(MappingException.class)
                .hasMessageContaining(words);
    }
}
