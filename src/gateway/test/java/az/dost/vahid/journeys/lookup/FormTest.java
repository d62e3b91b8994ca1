package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import az.dost.vahid.problem.ProblemCode;
import az.dost.vahid.problem.ProblemException;
import java.time.Duration;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class FormTest {
    private static final int MANY = 50_000;

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", " "})
    void without_a_wish_it_is_json(String accept) {
        assertThat(Form.accepted(accept)).isEqualTo(Form.JSON);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "application/json                                | JSON",
                "APPLICATION/JSON                                | JSON",
                "application/json;charset=utf-8                  | JSON",
                "application/jose                                | JOSE",
                "application/xml                                 | XML",
                "*/*                                             | JSON",
                "application/*                                   | JSON",
                "text/html, */*;q=0.8                            | JSON",
                "application/json;q=0.5, application/xml         | XML",
                "application/json;q=0.5, application/xml;q=0.5   | JSON",
                "application/xml;q=0.1, application/jose;q=0.2   | JOSE",
                "application/xml;q=0.5, */*;q=0.1                | XML",
                // What is refused by name is not given because a wider range takes all (RFC 9110, section 12.5.1).
                "application/json;q=0, */*                       | JOSE",
                "*/*, application/json;q=0, application/jose;q=0 | XML",
                "application/json;q=0.1, application/*;q=0.9     | JOSE"
            })
    void the_form_liked_best_is_given(String accept, Form form) {
        assertThat(Form.accepted(accept)).isEqualTo(form);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/html",
                "application/json;q=0",
                "application",
                "application/",
                "/json",
                "*/json",
                "application/json;q=2",
                "application/json;q=x",
                "application/*+json",
                "image/*",
                ",",
                ";",
                "application/json application/xml",
                "application/json;q=0, text/*"
            })
    void what_there_is_not_is_refused(String accept) {
        assertThatThrownBy(() -> Form.accepted(accept)).isInstanceOfSatisfying(ProblemException.class, problem -> {
            assertThat(problem.code()).isEqualTo(ProblemCode.NOT_ACCEPTABLE);
            assertThat(problem.getMessage() + problem.detail()).doesNotContain(accept.length() > 1 ? accept : "\u0000");
        });
    }

    @Property
    void a_header_of_any_kind_is_a_form_or_a_problem(@ForAll String accept) {
        try {
            assertThat(Form.accepted(accept)).isNotNull();
        } catch (ProblemException problem) {
            assertThat(problem.code()).isEqualTo(ProblemCode.NOT_ACCEPTABLE);
        }
    }

    @Test
    @Tag("attack")
    void thousands_of_ranges_cost_no_more_than_to_read_them() {
        String accept = "a/b,".repeat(MANY) + "application/xml;q=0.5";
        assertThat(assertTimeoutPreemptively(Duration.ofSeconds(10), () -> Form.accepted(accept)))
                .isEqualTo(Form.XML);
    }
}
