package az.dost.vahid.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A literal on the left of a comparison does not see a value that could not be converted. */
class LiteralCheckTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "if (null != $day) 1",
                "\"A\" == $code",
                "[for (.list) . if (1 == .n)]",
                "(.a + \"b\" == $c)",
                "true== .x"
            })
    void a_literal_on_the_left_is_found_in_its_line(String expression) {
        assertThat(LiteralCheck.in("// a mapping\n" + expression))
                .singleElement()
                .satisfies(place -> assertThat(place.line()).isEqualTo(2));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "$day != null",
                ".\"@kod\" != \"204\"",
                ".a == \"x\" and .b != \"y\"",
                "// \"A\" == $code",
                ".total1 == 5",
                "$null == 1"
            })
    void nothing_else_is(String expression) {
        assertThat(LiteralCheck.in(expression)).isEmpty();
    }

    @Test
    void no_mapping_of_ours_has_one() throws IOException {
        for (Path folder : ConnectorCheck.folders(Path.of("connectors"))) {
            assertThat(LiteralCheck.in(Files.readString(folder.resolve("mapping.jslt"))))
                    .as(folder.toString())
                    .isEmpty();
        }
    }
}
