package az.dost.vahid.faces;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import az.dost.vahid.whole.RunningVahid;
import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.core.env.Environment;

/** A call from its beginning to its end, with the pages at the running gateway: the caller's facts reach no page. */
@Tag("pages")
class HotLineJourneyTest {
    private static final Person CLERK = new Person("a.mammadova");

    @Test
    @Tag("attack")
    void no_fact_of_the_caller_is_in_a_page_of_the_call() {
        String fin = RunningVahid.get().population().fin(4471);
        JsonNode dossier = Person.json(CLERK.lookUp(fin, "ccu-intake", "HOT/J", null));
        JsonNode identity = dossier.at("/facts/identity/value");
        List<String> told = new ArrayList<>();
        texts(dossier.path("facts").path("identity").path("value"), told);
        texts(dossier.path("facts").path("address").path("value"), told);
        assertThat(told).hasSizeGreaterThan(5);
        String issuer = RunningVahid.get().bean(Environment.class).getRequiredProperty("vahid.tokens.issuer");
        try (RunningPages pages = RunningPages.elsewhere(Gateway.address("").toString(), issuer);
                Visit official = new Visit(pages).login("l.huseynova")) {
            official.open("/hot-line/calls");
            official.page().locator("#fin").fill(fin);
            official.page()
                    .locator("#birthDate")
                    .fill(day(identity.path("birthDate").asText()));
            official.page()
                    .locator("#documentNumber")
                    .fill(identity.path("documentNumber").asText());
            official.page().locator("#send").click();
            official.page().waitForSelector("#call");
            knowsNothing(official, told);
            official.page().locator("#service-ccu-car").check();
            official.page().locator("#send").click();
            official.page().waitForSelector("#verdicts");
            knowsNothing(official, told);
            assertThat(official.page().locator("#verdicts tbody tr").count()).isPositive();
            String id = Person.json(CLERK.lookUp(fin, "ccu-car", "HOT/J", null))
                    .path("dossierId")
                    .asText();
            official.press("Zəngə qayıt");
            official.page().locator("#code").fill(id.substring(24));
            official.press("Yaddaş vərəqini tap");
            official.page().waitForSelector("#verdicts");
            knowsNothing(official, told);
            official.noticedNothing();
            assertThat(official.addresses()).noneMatch(address -> address.contains(fin));
        }
    }

    private static void knowsNothing(Visit official, List<String> told) {
        assertThat(official.page().content()).doesNotContain(told);
    }

    private static String day(String day) {
        return day.substring(8) + "." + day.substring(5, 7) + "." + day.substring(0, 4);
    }

    /** What somebody would be known by: no code of a list, and no FIN, which the official typed himself. */
    private static void texts(JsonNode fact, List<String> found) {
        fact.properties().forEach(field -> {
            String text = field.getValue().asText();
            if (field.getValue().isTextual() && !field.getKey().equals("fin") && text.length() > 4) {
                found.add(text);
                if (text.matches("\\d{4}-\\d{2}-\\d{2}")) {
                    found.add(day(text));
                }
            }
        });
    }
}
