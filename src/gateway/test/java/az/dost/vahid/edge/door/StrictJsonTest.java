package az.dost.vahid.edge.door;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class StrictJsonTest {
    private static final Set<String> FIELDS = Set.of("known");

    private static ProblemException refused(String body) {
        return (ProblemException)
                catchThrowable(() -> StrictJson.object(body.getBytes(StandardCharsets.UTF_8), FIELDS));
    }

    @Test
    void one_object_of_known_fields_is_read() {
        assertThat(StrictJson.object(" {\"known\":{\"deep\":[1.50]}} ".getBytes(StandardCharsets.UTF_8), FIELDS))
                .hasToString("{\"known\":{\"deep\":[1.5]}}");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "7",
                "\"a\"",
                "[]",
                "[{}]",
                "{",
                "{}}",
                "{} {}",
                "{},",
                "{\"known\":1,\"known\":1}",
                "{\"known\":{\"a\":1,\"a\":2}}",
                "{'known':1}",
                "{known:1}",
                "{\"known\":1,}",
                "{\"known\":NaN}",
                "{\"known\":01}",
                "{} // end",
                "\uFEFF{} x"
            })
    void anything_else_is_malformed(String body) {
        assertThat(refused(body).code()).isEqualTo(ProblemCode.REQUEST_MALFORMED);
    }

    @Test
    void neither_depth_nor_digits_have_no_end() {
        assertThat(refused("{\"known\":" + "[".repeat(49) + "]".repeat(49) + "}"))
                .isNull();
        assertThat(refused("{\"known\":" + "[".repeat(50) + "]".repeat(50) + "}")
                        .code())
                .isEqualTo(ProblemCode.REQUEST_MALFORMED);
        assertThat(refused("{\"known\":" + "9".repeat(100) + "}")).isNull();
        assertThat(refused("{\"known\":" + "9".repeat(101) + "}").code()).isEqualTo(ProblemCode.REQUEST_MALFORMED);
    }

    @Test
    void what_is_told_has_no_word_of_the_body() {
        assertThat(refused("{\"fin\":\"9QZ7TRX\"").getMessage()).doesNotContain("fin", "9QZ7TRX");
    }

    @ParameterizedTest
    @CsvSource({"other, other", "Other,", "a<b>,", "9QZ7TRX,", "o,"})
    void an_unknown_field_is_named_where_its_name_is_a_plain_word(String name, String told) {
        ProblemException problem = refused("{\"known\":1,\"" + name + "\":1}");
        assertThat(problem.code()).isEqualTo(ProblemCode.FIELD_UNKNOWN);
        assertThat(problem.field()).isEqualTo(told);
    }
}
