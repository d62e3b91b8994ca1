package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.login.VisitorRole;
import az.dost.vahid.pages.visit.Address;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.web.Area;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The gallery shows each page that there is, in both languages, and tells who sees it as its area has it. */
class GalleryTest {
    /** With all that the pages of a demonstration have. */
    private static final RunningPages PAGES = RunningPages.played("--vahid.pages.try=true");

    private static final Path GALLERY = Path.of("src/docs/gallery.md");
    private static final Path PICTURES = Path.of("src/docs/pages");
    private static final List<String> LANGUAGES = List.of("az", "en");
    private static final String ROW =
            "| `%1$s` | %2$s | ![%3$s, Azerbaijani](pages/%3$s-az.png) | ![%3$s, English](pages/%3$s-en.png) |";
    private static final long MOST_BYTES = 3_000_000;

    @AfterAll
    static void end() {
        PAGES.close();
    }

    private static List<Address> pages() {
        return Address.all(PAGES).stream()
                .filter(address -> address.page() && address.method().equals("GET"))
                .toList();
    }

    private static String seenBy(Address page) {
        return PAGES.beans(Area.class).stream()
                .filter(area -> page.path().equals(area.path()) || page.path().startsWith(area.path() + "/"))
                .max(Comparator.comparingInt(area -> area.path().length()))
                .map(area -> named(area.roles().stream().sorted().toList()))
                .orElse("everybody");
    }

    private static String named(List<VisitorRole> roles) {
        return roles.containsAll(List.of(VisitorRole.values()))
                ? "whoever has a role"
                : roles.stream()
                        .map(role -> role.name()
                                .toLowerCase(Locale.ROOT)
                                .replace("_read", " who only looks")
                                .replace('_', ' '))
                        .collect(Collectors.joining(", "));
    }

    private static List<Path> pictures() throws IOException {
        try (Stream<Path> all = Files.list(PICTURES)) {
            return all.toList();
        }
    }

    @Test
    void each_page_has_a_line_that_tells_who_sees_it_and_shows_it_in_both_languages() throws IOException {
        assertThat(Files.readAllLines(GALLERY).stream().filter(line -> line.startsWith("| `/")))
                .containsExactlyInAnyOrderElementsOf(pages().stream()
                        .map(page -> ROW.formatted(page.pattern().getPatternString(), seenBy(page), page.name()))
                        .toList());
    }

    @Test
    void each_picture_is_one_of_the_gallery_and_is_there_small_and_of_few_colours() throws IOException {
        assertThat(pictures())
                .extracting(picture -> picture.getFileName().toString())
                .containsExactlyInAnyOrderElementsOf(pages().stream()
                        .flatMap(page -> LANGUAGES.stream().map(language -> page.name() + "-" + language + ".png"))
                        .toList());
        long bytes = 0;
        for (Path picture : pictures()) {
            bytes += Files.size(picture);
            assertThat(ImageIO.read(picture.toFile()).getColorModel().getPixelSize())
                    .as(picture.toString())
                    .isLessThanOrEqualTo(8);
        }
        assertThat(bytes).isLessThan(MOST_BYTES);
    }

    @Test
    void a_picture_shows_the_page_in_its_own_language() throws IOException {
        for (Address page : pages()) {
            assertThat(Files.mismatch(
                            PICTURES.resolve(page.name() + "-az.png"), PICTURES.resolve(page.name() + "-en.png")))
                    .as(page.toString())
                    .isNotNegative();
        }
    }
}
