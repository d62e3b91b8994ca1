package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A template has no words, no style and no script of its own, and writes nothing that is not text. */
class TemplatesTest {
    private static final Pattern COMMENT = Pattern.compile("(?s)<!--.*?-->|<!DOCTYPE[^>]*>");
    /** Attributes may hold a greater-than sign within their quotes. */
    private static final Pattern TAG = Pattern.compile("<(?:[^>\"']|\"[^\"]*\"|'[^']*')*>");
    /** Attributes that people read or hear. */
    private static final Pattern SPOKEN =
            Pattern.compile("\\s(?:alt|title|placeholder|aria-label|content)=\"([^\"]*\\p{L}[^\"]*)\"");

    private static final Pattern TABLE = Pattern.compile("<table\\s[^>]*>");
    private static final Pattern INLINE = Pattern.compile(
            "\\s(?:style|on[a-z]+|hx-on[^=]*|th:style|th:on[a-z]+|th:utext|hx-vals|hx-vars)=|\\[\\(|javascript:|<style|<script(?![^>]*\\ssrc|[^>]*th:src)");

    static Stream<Path> templates() {
        try (Stream<Path> files = Files.walk(Path.of("src/pages/main/resources/pages/templates"))) {
            return files.filter(file -> file.toString().endsWith(".html")).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_has_no_words(Path file) {
        String without = COMMENT.matcher(text(file)).replaceAll("");
        assertThat(TAG.matcher(without).replaceAll("").replaceAll("\\s+", "")).isEmpty();
        assertThat(SPOKEN.matcher(without)
                        .results()
                        .map(found -> found.group(1))
                        .filter(spoken -> !spoken.matches("width=device-width.*|no-referrer|\\d+")))
                .isEmpty();
    }

    /** Those of officials at work, and of citizens; figures scroll. */
    @ParameterizedTest
    @MethodSource("templates")
    void a_table_of_people_who_may_hold_a_phone_stands_row_below_row_there(Path file) {
        if (file.getParent().getFileName().toString().matches("desk|hotline|centre|citizen|rating")) {
            assertThat(TABLE.matcher(text(file)).results().map(found -> found.group()))
                    .allSatisfy(table -> assertThat(table).contains("vahid-stack"));
        }
    }

    @ParameterizedTest
    @MethodSource("templates")
    void a_template_has_no_style_no_script_and_no_unescaped_text(Path file) {
        assertThat(INLINE.matcher(text(file)).results().map(found -> found.group()))
                .isEmpty();
    }
}
