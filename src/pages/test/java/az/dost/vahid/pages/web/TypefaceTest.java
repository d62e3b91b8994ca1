package az.dost.vahid.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Font;
import java.awt.FontFormatException;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Properties;
import java.util.stream.Stream;
import java.util.zip.DataFormatException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The typeface of the pages has every letter and sign of their words, and of what they write by themselves. */
class TypefaceTest {
    private static final Path MESSAGES = Path.of("src/pages/main/resources/pages/messages");
    /** Letters of Azerbaijani, and what {@code Wording} and the charts write. */
    private static final String WRITTEN =
            "AaBbCcÇçDdEeƏəFfGgĞğHhXxIıİiJjKkQqLlMmNnOoÖöPpRrSsŞşTtUuÜüVvYyZz0123456789₼€%№–—−→▲▼";

    private final Assets assets = new Assets();

    private Font typeface(String file) throws IOException, FontFormatException, DataFormatException {
        String version = assets.address(file).split("/")[2];
        return Woff.read(assets.find(version, file).orElseThrow().bytes());
    }

    private static Stream<Path> files(String folder, String end) {
        try (Stream<Path> files = Files.walk(Path.of(folder))) {
            return files.filter(file -> file.toString().endsWith(end)).toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String messages(Path file) {
        Properties messages = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            messages.load(in);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return String.join("", messages.values().stream().map(Object::toString).toList());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"inter-400.woff", "inter-700.woff"})
    void each_letter_of_the_words_is_there(String file) throws Exception {
        Font typeface = typeface(file);
        String words = Stream.of(
                        Stream.of(WRITTEN),
                        files("contracts/words", ".yaml").map(TypefaceTest::text),
                        files("contracts/services", ".yaml").map(TypefaceTest::text),
                        files(MESSAGES.toString(), ".properties").map(TypefaceTest::messages))
                .flatMap(texts -> texts)
                .reduce("", String::concat);
        assertThat(words.codePoints()
                        .filter(letter -> !Character.isISOControl(letter))
                        .distinct()
                        .filter(letter -> !typeface.canDisplay(letter))
                        .mapToObj(Character::toString))
                .isEmpty();
    }

    /** So that the test above can fail, and the files stay as small as a telephone wants them. */
    @ParameterizedTest
    @ValueSource(strings = {"inter-400.woff", "inter-700.woff"})
    void it_has_nothing_that_nobody_reads_here(String file) throws Exception {
        assertThat(typeface(file).canDisplay('Ж')).isFalse();
        String version = assets.address(file).split("/")[2];
        assertThat(assets.find(version, file).orElseThrow().bytes()).hasSizeLessThan(32_000);
    }

    @ParameterizedTest
    @ValueSource(strings = {"inter-400.woff", "inter-700.woff"})
    void the_style_sheet_names_it_beside_itself(String file) {
        String version = assets.address("vahid.css").split("/")[2];
        assertThat(new String(assets.find(version, "vahid.css").orElseThrow().bytes(), StandardCharsets.UTF_8))
                .contains("url(" + file + ")");
    }
}
