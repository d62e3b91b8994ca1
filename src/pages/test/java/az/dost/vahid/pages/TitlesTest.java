package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** No two pages have one title: whoever has many open, or hears them, tells them apart. */
class TitlesTest {
    private static final Path MESSAGES = Path.of("src/pages/main/resources/pages/messages");
    private static final Pattern TITLE = Pattern.compile("layout :: page\\((.*), ~\\{::");
    private static final Pattern WORDS_ALONE = Pattern.compile("#\\{([a-z.-]+)}");

    /** By template, what its title is made of. */
    private static Map<Path, String> titles() {
        Map<Path, String> titles = new TreeMap<>();
        TemplatesTest.templates()
                .forEach(template -> TITLE.matcher(TemplatesTest.text(template))
                        .results()
                        .forEach(title -> titles.put(template, title.group(1))));
        return titles;
    }

    private static Map<String, String> messages(String language) {
        Map<String, String> all = new TreeMap<>();
        try (Stream<Path> files = Files.list(MESSAGES)) {
            for (Path file : files.filter(one -> one.toString().endsWith("_" + language + ".properties"))
                    .toList()) {
                Properties read = new Properties();
                try (Reader in = Files.newBufferedReader(file)) {
                    read.load(in);
                }
                read.stringPropertyNames().forEach(key -> all.put(key, read.getProperty(key)));
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return all;
    }

    @Test
    void no_two_pages_make_their_title_alike() {
        assertThat(titles()).hasSizeGreaterThan(60);
        assertThat(titles().values()).doesNotHaveDuplicates();
    }

    @ParameterizedTest
    @ValueSource(strings = {"az", "en"})
    void no_two_titles_of_words_alone_are_the_same_words(String language) {
        Map<String, String> words = messages(language);
        List<String> titles = titles().values().stream()
                .map(WORDS_ALONE::matcher)
                .filter(Matcher::matches)
                .map(title -> words.get(title.group(1)))
                .toList();
        assertThat(titles).hasSizeGreaterThan(40).doesNotContainNull().doesNotHaveDuplicates();
    }
}
