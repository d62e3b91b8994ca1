package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.text.Format;
import java.text.MessageFormat;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the pages say, they say in both languages, and a template says nothing by itself. */
class MessagesTest {
    private static final Path MESSAGES = Path.of("src/pages/main/resources/pages/messages");
    private static final Pattern ARGUMENT = Pattern.compile("\\{(\\d+)");
    /** A key in a template or in Java; one that is put together has its beginning. */
    private static final Pattern KEY_IN_TEMPLATE =
            Pattern.compile("(?:#\\{|messages[.]msg\\(')\\|?([a-z][A-Za-z0-9.-]+)");

    private static final Pattern KEY_TEXT = Pattern.compile("['\"]([a-z][a-z-]*([.][A-Za-z0-9-]+)+)['\"]");

    static Stream<String> bundles() {
        return files(MESSAGES, "_az.properties")
                .map(file -> file.getFileName().toString().replace("_az.properties", ""));
    }

    private static Stream<Path> files(Path folder, String end) {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(end)).sorted().toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Map<String, String> read(String bundle, String language) {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(MESSAGES.resolve(bundle + "_" + language + ".properties"))) {
            read.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return read.stringPropertyNames().stream()
                .collect(Collectors.toMap(key -> key, read::getProperty, (one, other) -> one, TreeMap::new));
    }

    private static Set<String> arguments(String message) {
        return ARGUMENT.matcher(message)
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void each_message_is_there_in_both_languages(String bundle) {
        assertThat(read(bundle, "en").keySet()).isEqualTo(read(bundle, "az").keySet());
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void both_languages_name_the_same_arguments(String bundle) {
        Map<String, String> english = read(bundle, "en");
        read(bundle, "az")
                .forEach((key, message) ->
                        assertThat(arguments(message)).as(key).isEqualTo(arguments(english.getOrDefault(key, ""))));
    }

    @ParameterizedTest
    @MethodSource("bundles")
    void each_message_has_the_form_of_messages_and_no_apostrophe_that_would_be_a_sign_of_it(String bundle) {
        for (String language : List.of("az", "en")) {
            read(bundle, language).forEach((key, message) -> {
                Format[] made = new MessageFormat(message).getFormats();
                assertThat(made).isNotNull();
                assertThat(message).as(key).isNotBlank().doesNotContain("'");
            });
        }
    }

    @Test
    void no_key_stands_in_two_bundles() {
        List<String> keys = bundles()
                .flatMap(bundle -> read(bundle, "az").keySet().stream())
                .toList();
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void each_key_that_a_template_or_a_class_names_is_there_and_each_message_is_named() {
        Set<String> keys = bundles()
                .flatMap(bundle -> read(bundle, "az").keySet().stream())
                .collect(Collectors.toCollection(TreeSet::new));
        List<String> named = new ArrayList<>();
        files(Path.of("src/pages/main/resources/pages/templates"), ".html")
                .forEach(file -> KEY_IN_TEMPLATE
                        .matcher(TemplatesTest.text(file))
                        .results()
                        .forEach(key -> {
                            named.add(key.group(1));
                            assertThat(keys)
                                    .as("%s in %s", key.group(1), file)
                                    .anyMatch(known -> known.equals(key.group(1))
                                            || key.group(1).endsWith(".") && known.startsWith(key.group(1)));
                        }));
        Stream.concat(
                        files(Path.of("src/pages/main/resources/pages/templates"), ".html"),
                        files(Path.of("src/pages/main/java/az/dost/vahid/pages"), ".java"))
                .forEach(file ->
                        KEY_TEXT.matcher(TemplatesTest.text(file)).results().forEach(key -> named.add(key.group(1))));
        assertThat(keys)
                .allSatisfy(key -> assertThat(named)
                        .as(key)
                        .anyMatch(name -> key.equals(name) || name.endsWith(".") && key.startsWith(name)));
    }

    /** A certificate of a kind without a word would leave the operator without the page. */
    @ParameterizedTest
    @ValueSource(strings = {"az", "en"})
    void each_kind_of_certificate_of_the_contract_has_its_word(String language) {
        String kinds = Pattern.compile("owner: \\{ type: string, pattern: \"\\^\\(([a-z|]+)\\):")
                .matcher(TemplatesTest.text(Path.of("contracts/operations.openapi.yaml")))
                .results()
                .map(found -> found.group(1))
                .findFirst()
                .orElseThrow();
        assertThat(read("operator", language).keySet())
                .containsAll(Stream.of(kinds.split("[|]"))
                        .map(kind -> "operator.certificates.kind." + kind)
                        .toList());
    }
}
