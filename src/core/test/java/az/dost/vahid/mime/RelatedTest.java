package az.dost.vahid.mime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.mime.PartReader.BadPartsException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Messages of several parts: each has one reading, or none. */
@Tag("attack")
class RelatedTest {
    private static final String ROOT = "--b\r\nContent-Type: text/xml\r\nContent-ID: <root>\r\n\r\n<a/>\r\n";
    private static final String PART =
            "--b\r\nContent-Type: image/png\r\nContent-ID: <p@x>\r\nContent-Transfer-Encoding: binary\r\n\r\none\r\n";
    private static final String END = "--b--\r\n";

    private static Related read(String message) throws BadPartsException {
        return Related.read(message.getBytes(StandardCharsets.ISO_8859_1), 2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\r\n"})
    void the_first_part_is_the_root_and_the_others_are_known_by_their_id(String before) throws Exception {
        Related related = read(before + ROOT + PART + END);
        assertThat(related.root()).asString(StandardCharsets.UTF_8).isEqualTo("<a/>");
        assertThat(related.rootType().type()).isEqualTo("text/xml");
        assertThat(related.parts())
                .containsOnlyKeys("p@x")
                .allSatisfy((id, part) ->
                        assertThat(part).asString(StandardCharsets.UTF_8).isEqualTo("one"));
    }

    @Test
    void a_part_in_base64_is_read_as_what_it_stands_for() throws Exception {
        assertThat(read(ROOT + PART.replace("binary", "base64").replace("one", "b25l\r\nb25l") + END)
                        .parts()
                        .get("p@x"))
                .asString(StandardCharsets.UTF_8)
                .isEqualTo("oneone");
    }

    @Test
    void a_header_may_go_on_in_a_second_line_as_some_stacks_write_it() throws Exception {
        Related related =
                read(ROOT.replace("text/xml", "application/xop+xml;\r\n\ttype=\"text/xml\";\r\n charset=utf-8") + END);
        assertThat(related.rootType().parameters())
                .containsEntry("type", "text/xml")
                .containsEntry("charset", "utf-8");
    }

    static Stream<Arguments> bad() {
        return Map.ofEntries(
                        Map.entry("no boundary first", "text" + ROOT + PART + END),
                        Map.entry("no end", ROOT + PART),
                        Map.entry("text after the end", ROOT + PART + END + "more"),
                        Map.entry(
                                "a root that does not say what it is",
                                ROOT.replace("Content-Type: text/xml\r\n", "") + END),
                        Map.entry(
                                "a root of two types",
                                ROOT.replace("text/xml", "text/xml\r\nContent-Type: text/plain") + END),
                        Map.entry(
                                "more parts than two",
                                ROOT + PART + PART.replace("p@x", "q") + PART.replace("p@x", "r") + END),
                        Map.entry("two parts of one id", ROOT + PART + PART + END),
                        Map.entry("a part with the id of the root", ROOT + PART.replace("p@x", "root") + END),
                        Map.entry("a part without an id", ROOT + PART.replace("Content-ID: <p@x>\r\n", "") + END),
                        Map.entry("an id without brackets", ROOT + PART.replace("<p@x>", "p@x") + END),
                        Map.entry(
                                "an encoding that is not read",
                                ROOT + PART.replace("binary", "quoted-printable") + END),
                        Map.entry(
                                "base64 with something else in it",
                                ROOT + PART.replace("binary", "base64").replace("one", "b2*5l") + END),
                        Map.entry(
                                "base64 that breaks off",
                                ROOT + PART.replace("binary", "base64").replace("one", "b25lb") + END),
                        Map.entry("a boundary that goes on", ROOT + PART.replace("one", "one\r\n--bee") + END),
                        Map.entry(
                                "a folded header without end",
                                ROOT + PART.replace("image/png", "image/png" + ";\r\n name=a".repeat(2_000)) + END),
                        Map.entry("a fold of nothing", ROOT.replace("Content-Type", " Content-Type") + END),
                        Map.entry("lines that end with LF alone", (ROOT + PART + END).replace("\r\n", "\n")),
                        Map.entry("a head without end", "--b\r\nContent-Type: text/xml\r\nX: " + "x".repeat(10_000)),
                        Map.entry("a boundary without end", "--" + "b".repeat(100_000)),
                        Map.entry("nothing but a boundary", "--b"))
                .entrySet()
                .stream()
                .map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void a_message_that_two_readers_could_read_differently_is_refused(String name, String message) {
        assertThatThrownBy(() -> read(message)).isInstanceOf(BadPartsException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "multipart/related; boundary=b; type=\"text/xml\"; start=\"<root>\" | true",
                "multipart/related; boundary=\"b\" | true",
                "multipart/related; boundary=c | false",
                "multipart/related; boundary=b; start=\"<p@x>\" | false",
                "multipart/mixed; boundary=b | false",
                "text/xml | false",
                "multipart/related; boundary=b; boundary=c | false"
            })
    void what_its_content_type_says_is_only_compared(String told, boolean agrees) throws Exception {
        assertThat(read(ROOT + PART + END).agrees(told)).isEqualTo(agrees);
    }

    @Test
    void no_document_begins_like_one() {
        assertThat(Stream.of("<a/>", "{}", "\r\n<a/>", "-", "", "\r\n"))
                .noneMatch(text -> Related.begins(text.getBytes(StandardCharsets.UTF_8)));
    }
}
