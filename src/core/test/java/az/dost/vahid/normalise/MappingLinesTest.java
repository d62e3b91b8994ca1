package az.dost.vahid.normalise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.StringReader;
import org.junit.jupiter.api.Test;

/** What a mapping finds wrong while it runs has the line of the function that found it. */
class MappingLinesTest {
    private static JsonNode json(String text) throws IOException {
        return new ObjectMapper().readTree(text);
    }

    private static Mapping mapping(String... lines) {
        return Mapping.compile(new StringReader(String.join("\n", lines)), "mapping.jslt");
    }

    @Test
    void a_code_that_no_list_has_is_told_by_its_line() {
        Mapping mapping = mapping("{", "  \"a\": .a,", "  \"b\": code({\"1\": true}, .b)", "}");
        MappingException e = catchThrowableOfType(MappingException.class, () -> mapping.apply(json("{\"b\": \"2\"}")));
        assertThat(e.line()).isEqualTo(3);
        assertThat(e.getMessage()).isEqualTo("code: the list has no such code");
    }

    @Test
    void a_value_that_cannot_be_converted_knows_its_line() throws IOException {
        JsonNode mapped =
                mapping("{", "", "  \"a\": date(.a, \"yyyy-MM-dd\")", "}").apply(json("{\"a\": \"x\"}"));
        assertThat(((UnmappableNode) mapped.get("a")).line()).isEqualTo(3);
    }

    @Test
    void what_is_decided_by_such_a_value_has_the_line_of_the_value() {
        Mapping mapping =
                mapping("let day = date(.a, \"yyyy-MM-dd\")", "{", "  \"a\": if ($day == \"2020-01-01\") 1", "}");
        assertThat(catchThrowableOfType(MappingException.class, () -> mapping.apply(json("{\"a\": \"x\"}")))
                        .line())
                .isEqualTo(1);
    }

    @Test
    void an_error_of_the_mapping_s_own_has_its_line() {
        Mapping mapping = mapping("", "if (.a) error(\"no\") else {}");
        assertThat(catchThrowableOfType(MappingException.class, () -> mapping.apply(json("{\"a\": 1}")))
                        .line())
                .isEqualTo(2);
    }

    @Test
    void a_mapping_that_costs_too_much_stays_one() {
        Mapping mapping = mapping("def again(n) again($n + 1)", "again(1)");
        assertThat(catchThrowableOfType(CostlyMappingException.class, () -> mapping.apply(json("{}"))))
                .isNotNull();
    }
}
