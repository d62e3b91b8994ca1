package az.dost.vahid.journeys.exchange;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.xroad.IdentifierException;
import az.dost.vahid.xroad.MemberId;
import az.dost.vahid.xroad.SafePath;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;

/** Identifiers and paths: decoded once, and nothing that a second reader would read otherwise. */
class IdentifierPropertiesTest {
    @Provide
    Arbitrary<String> names() {
        return Arbitraries.strings()
                .withChars("abcxyzABC019'()+,-=?_əğıöşüçƏİ")
                .ofMinLength(1)
                .ofMaxLength(20);
    }

    @Provide
    Arbitrary<String> tricks() {
        return Arbitraries.of(
                "..", "/", "\\", "%2e", "%", "\u0000", "\n", "\u200b", ";", ":", " ", "\u2215", "%2F", "%252e%252e");
    }

    @Property(tries = 300)
    void what_is_written_is_read_again(
            @ForAll("names") String instance, @ForAll("names") String member, @ForAll("names") String subsystem) {
        MemberId id = MemberId.ofParts(instance, "GOV", member, subsystem);
        assertThat(MemberId.of(id.toString())).isEqualTo(id);
        assertThat(id.toString()).matches("[\\x21-\\x7e]+").matches("[^/]+/[^/]+/[^/]+/[^/]+");
    }

    @Property(tries = 300)
    void a_trick_in_any_part_is_refused_however_often_it_is_encoded(
            @ForAll("names") String before, @ForAll("tricks") String trick, @ForAll("names") String after) {
        String part = before + trick + after;
        String once = URLEncoder.encode(part, StandardCharsets.UTF_8).replace("+", "%20");
        String twice = URLEncoder.encode(once, StandardCharsets.UTF_8);
        for (String encoded : List.of(once, twice)) {
            assertThatThrownBy(() -> MemberId.of("AZ/GOV/" + encoded + "/cases"))
                    .isInstanceOf(IdentifierException.class);
        }
    }

    @Property(tries = 500)
    void no_text_at_all_gets_past_with_anything_but_the_characters_of_identifiers(@ForAll String text) {
        try {
            MemberId id = MemberId.of("AZ/GOV/member/" + text);
            assertThat(id.subsystem()).matches("[\\p{L}\\p{N}'()+,\\-.=?_]+").doesNotContain("..");
        } catch (IdentifierException e) {
            assertThat(e.getMessage()).doesNotContain(text.length() > 3 ? text : "\u0000");
        }
    }

    @Property(tries = 300)
    void a_path_that_leads_elsewhere_is_refused_however_it_is_written(
            @ForAll("names") String before, @ForAll("names") String after) {
        String head = "/" + URLEncoder.encode(before, StandardCharsets.UTF_8) + "/";
        String tail = "/" + URLEncoder.encode(after, StandardCharsets.UTF_8);
        for (String dots : List.of(
                "..",
                ".",
                "%2e%2e",
                ".%2E",
                "%252e%252e",
                "..;a=b",
                "a%2fb",
                "a%5Cb",
                "a\\b",
                "%00",
                "%0d%0a",
                "%c0%ae")) {
            assertThatThrownBy(() -> SafePath.segments(head + dots + tail))
                    .as(dots)
                    .isInstanceOf(IdentifierException.class);
        }
        assertThat(SafePath.segments(head + "100%25" + tail)).containsExactly(before, "100%", after);
    }
}
