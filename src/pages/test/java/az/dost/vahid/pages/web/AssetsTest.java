package az.dost.vahid.pages.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class AssetsTest {
    private final Assets assets = new Assets();

    private String text(String file) {
        String version = assets.address(file).split("/")[2];
        return new String(assets.find(version, file).orElseThrow().bytes(), StandardCharsets.UTF_8);
    }

    @Test
    void pages_ask_for_no_typeface_and_no_crest_of_others() {
        assertThat(text("vahid.css"))
                .contains(".govuk-button", "font-family:Inter,system-ui,")
                .doesNotContain("GDS Transport", "crest", "/assets/fonts", "/assets/images", "url(http", "url(//");
    }

    @Test
    void the_script_that_refreshes_pages_is_unpacked() {
        assertThat(text("htmx.js")).startsWith("var htmx=");
    }
}
