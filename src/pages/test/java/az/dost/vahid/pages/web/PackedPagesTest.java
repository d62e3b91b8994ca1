package az.dost.vahid.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.thymeleaf.context.Context;
import org.thymeleaf.spring6.SpringTemplateEngine;
import org.thymeleaf.templateresolver.StringTemplateResolver;

/** Pages go out without the empty lines of their templates, and say the same. */
class PackedPagesTest {
    private static final SpringTemplateEngine ENGINE = new SpringTemplateEngine();

    static {
        ENGINE.setTemplateResolver(new StringTemplateResolver());
        ENGINE.addDialect(new PackedPages.Dialect());
    }

    static Stream<Arguments> templates() {
        return Stream.of(
                Arguments.of("<p>a</p>\n\n   \n<p>b</p>", "<p>a</p>\n<p>b</p>"),
                Arguments.of("<b>a</b>    <b>b</b>", "<b>a</b> <b>b</b>"),
                Arguments.of("<b>a</b><b>b</b>", "<b>a</b><b>b</b>"),
                Arguments.of(
                        "<i>a</i>\n  <b th:if=\"false\">x</b>\n  <b th:if=\"false\">y</b>\n<i>b</i>",
                        "<i>a</i>\n<i>b</i>"),
                Arguments.of("<p>  a\n\n  b  </p>", "<p>  a\n\n  b  </p>"),
                Arguments.of("<pre>\n\n   <b>a</b>\n\n</pre>", "<pre>\n\n   <b>a</b>\n\n</pre>"),
                Arguments.of(
                        "<textarea>\n\n \n</textarea>\n\n<br/>\n\n<hr/>",
                        "<textarea>\n\n \n</textarea>\n<br/>\n<hr/>"));
    }

    @ParameterizedTest
    @MethodSource("templates")
    void only_what_is_not_seen_is_left_out(String template, String page) {
        assertThat(ENGINE.process(template, new Context())).isEqualTo(page);
    }
}
