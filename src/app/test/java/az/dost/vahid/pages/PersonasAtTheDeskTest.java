package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.mock.population.Personas;
import az.dost.vahid.pages.visit.Desk;
import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Three services for each persona of the population: the page says what the dossier says, in both languages. */
@Tag("pages")
class PersonasAtTheDeskTest {
    private static final RunningPages PAGES = RunningPages.real();
    private static final int EACH = 3;

    /** By turns, so that together they ask for as many services as there are. */
    static Stream<Arguments> cases() {
        List<String> services = services();
        List<Arguments> cases = new ArrayList<>();
        for (Personas persona : Personas.values()) {
            for (int i = 0; i < EACH; i++) {
                cases.add(Arguments.of(persona, services.get(cases.size() % services.size())));
            }
        }
        return cases.stream();
    }

    private static List<String> services() {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            return clerk.page().locator("input[name=service]").all().stream()
                    .map(choice -> choice.getAttribute("value"))
                    .sorted()
                    .toList();
        }
    }

    /** What only a program reads: codes, days as ISO 8601 has them, places that were not filled. */
    private static final Pattern FOR_PROGRAMS =
            Pattern.compile("\\{|\\b\\d{4}-\\d\\d-\\d\\d\\b|\\b[A-Z]{3,}_[A-Z_]+\\b");

    private static long verdicts(JsonNode dossier, String verdict) {
        return dossier.path("documents").findValuesAsText("verdict").stream()
                .filter(verdict::equals)
                .count();
    }

    private static boolean isRightDoubted(JsonNode dossier) {
        List<String> grounds = StreamSupport.stream(dossier.path("documents").spliterator(), false)
                .filter(document -> document.has("ground"))
                .map(document -> document.path("verdict").asText())
                .toList();
        return !grounds.isEmpty() && Set.copyOf(grounds).equals(Set.of("NOT_APPLICABLE"));
    }

    @ParameterizedTest
    @MethodSource("cases")
    void the_page_says_what_the_dossier_says(Personas persona, String service) {
        try (Visit clerk = new Visit(PAGES).login("a.mammadova")) {
            Desk desk = new Desk(clerk)
                    .ask(persona.fin(), service, "PERSONA/" + persona.ordinal())
                    .answered();
            JsonNode dossier = desk.dossier();
            long needed = verdicts(dossier, "STILL_NEEDED");
            long open = verdicts(dossier, "UNKNOWN");
            for (String language : List.of("az", "en")) {
                String sentence = clerk.page().locator(".vahid-sentence").innerText();
                String state = dossier.at("/subject/state").asText();
                if (!state.equals("KNOWN")) {
                    assertThat(sentence)
                            .doesNotContain("No paper is needed")
                            .doesNotContain("Heç bir sənəd lazım deyil");
                    assertThat(Stream.of("has died", "vəfat edib").anyMatch(sentence::contains))
                            .isEqualTo(state.equals("DECEASED"));
                } else if (needed > 0) {
                    assertThat(sentence).contains(String.valueOf(needed));
                } else if (open == 0) {
                    boolean doubted = isRightDoubted(dossier);
                    assertThat(Stream.of("No paper is needed", "Heç bir sənəd lazım deyil")
                                    .anyMatch(sentence::contains))
                            .isEqualTo(!doubted);
                    assertThat(Stream.of("Check the right first", "Əvvəlcə hüququ yoxlayın")
                                    .anyMatch(sentence::contains))
                            .isEqualTo(doubted);
                }
                assertThat(clerk.page()
                                .locator("[aria-labelledby=papers] tbody tr")
                                .count())
                        .isEqualTo(dossier.path("documents").size());
                assertThat(clerk.page()
                                .locator("[aria-labelledby=facts] article")
                                .count())
                        .isEqualTo(dossier.path("facts").size());
                assertThat(clerk.page()
                                .locator("[aria-labelledby=sources] tbody tr")
                                .count())
                        .isEqualTo(dossier.path("sources").size());
                assertThat(clerk.page()
                                .locator("[aria-labelledby=disagreements] table")
                                .count())
                        .isEqualTo(dossier.path("conflicts").size());
                for (JsonNode conflict : dossier.path("conflicts")) {
                    assertThat(clerk.page()
                                    .locator("[aria-labelledby=disagreements]")
                                    .innerText())
                            .contains(conflict.path("whatToDo").path(language).asText());
                }
                assertThat(clerk.page().locator("[aria-labelledby=papers]").allInnerTexts())
                        .noneMatch(text -> FOR_PROGRAMS.matcher(text).find());
                assertThat(clerk.page()
                                .locator("[aria-labelledby=disagreements]")
                                .allInnerTexts())
                        .noneMatch(text -> FOR_PROGRAMS.matcher(text).find());
                assertThat(clerk.page().locator("html").getAttribute("lang")).isEqualTo(language);
                clerk.isAccessible().isNotTooWide().noticedNothing();
                if (language.equals("az")) {
                    clerk.english();
                }
            }
        }
    }
}
