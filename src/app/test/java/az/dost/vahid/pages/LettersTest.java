package az.dost.vahid.pages;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.pages.visit.RunningPages;
import az.dost.vahid.pages.visit.Visit;
import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A browser draws each letter of Azerbaijani, and the sign of the manat, by the typeface of the pages. */
@Tag("pages")
class LettersTest {
    private static final String WRITE = """
            ([letter, tag]) => {
              const text = document.createElement('p');
              text.id = 'letter'; text.className = 'govuk-body';
              text.append(document.createElement(tag)); text.firstChild.textContent = letter.repeat(20);
              document.querySelector('main').append(text);
              return document.fonts.ready.then(() => true);
            }""";

    @ParameterizedTest
    @CsvSource({
        "ə,span", "Ə,b", "ğ,span", "Ğ,b", "ı,span", "İ,b", "ö,span", "ş,span", "Ş,b", "ç,span", "ü,span", "–,span",
        "₼,span", "₼,b", "▲,span"
    })
    void a_letter_is_drawn_by_our_own(String letter, String tag) {
        try (Visit visitor = new Visit(RunningPages.get())) {
            visitor.open("/");
            visitor.page().evaluate(WRITE, new String[] {letter, tag});
            visitor.page().waitForTimeout(50);
            assertThat(StreamSupport.stream(drawn(visitor).spliterator(), false))
                    .isNotEmpty()
                    .allSatisfy(font -> {
                        assertThat(font.getAsJsonObject().get("isCustomFont").getAsBoolean())
                                .as("%s is drawn by %s", letter, font)
                                .isTrue();
                        assertThat(font.getAsJsonObject().get("familyName").getAsString())
                                .isEqualTo("Inter");
                    });
            visitor.noticedNothing();
        }
    }

    /** What the browser says that it took. */
    private static JsonArray drawn(Visit visitor) {
        CDPSession browser = visitor.page().context().newCDPSession(visitor.page());
        browser.send("DOM.enable");
        browser.send("CSS.enable");
        JsonObject root = browser.send("DOM.getDocument").getAsJsonObject("root");
        JsonObject wanted = new JsonObject();
        wanted.addProperty("nodeId", root.get("nodeId").getAsInt());
        wanted.addProperty("selector", "#letter > *");
        JsonObject node = new JsonObject();
        node.add("nodeId", browser.send("DOM.querySelector", wanted).get("nodeId"));
        return browser.send("CSS.getPlatformFontsForNode", node).getAsJsonArray("fonts");
    }
}
