package az.dost.vahid.linked;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Graphs, as others read what is written of them. */
class GraphTest {
    private static final String AT = "https://vahid.example.az/v1/catalogue";

    /** What no reader may have: half of a sign beyond the first 65,536. */
    private static String whole(String text) {
        return text.replaceAll("[\\uD800-\\uDFFF]", "?");
    }

    @Property
    void whatever_a_text_has_is_read_as_it_was_said_in_both_forms(@ForAll String any) {
        String text = whole(any);
        Graph graph = new Graph();
        graph.thing(AT).plain("dct:identifier", text).text("dct:title", "az", text);
        var read = ForeignReader.read(graph);
        assertThat(read.size()).isEqualTo(2);
        assertThat(read.contains(Node.ANY, Node.ANY, NodeFactory.createLiteralString(text)))
                .isTrue();
        assertThat(read.contains(Node.ANY, Node.ANY, NodeFactory.createLiteralLang(text, "az")))
                .isTrue();
    }

    @Example
    void things_have_classes_links_texts_and_values_and_what_is_said_twice_stands_once() {
        Graph graph = new Graph();
        graph.thing("/never-said");
        graph.thing("/one")
                .is("cv:Channel", "org:Organization")
                .link("dct:isPartOf", graph.thing("/two"))
                .texts("dct:title", "Ə", "E")
                .value("dct:issued", "xsd:date", "2026-12-03");
        graph.thing("/one").is("cv:Channel").text("dct:title", "az", "Ə").text("dct:title", "en", null);
        assertThat(ForeignReader.read(graph).size()).isEqualTo(6);
        assertThat(new String(LinkedForm.TURTLE.bytes(graph), StandardCharsets.UTF_8))
                .isEqualTo("""
                        @prefix cv: <http://data.europa.eu/m8g/> .
                        @prefix dct: <http://purl.org/dc/terms/> .
                        @prefix org: <http://www.w3.org/ns/org#> .
                        @prefix xsd: <http://www.w3.org/2001/XMLSchema#> .

                        </one> a cv:Channel, org:Organization ;
                            dct:isPartOf </two> ;
                            dct:title "Ə"@az, "E"@en ;
                            dct:issued "2026-12-03"^^xsd:date .
                        """);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a>b", "a\"b", "a\\b", "a\nb", "a\u0000b", "<script>"})
    void what_ends_an_address_stands_in_none(String address) {
        assertThatThrownBy(() -> new Graph().thing(address))
                .isInstanceOf(IllegalArgumentException.class)
                .message()
                .isEqualTo("This is no address");
        assertThatThrownBy(() -> new Graph().thing("/a").link("dct:source", address))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @ValueSource(strings = {"nobody:title", "title"})
    void a_term_of_no_vocabulary_is_told(String name) {
        assertThatThrownBy(() -> new Graph().thing("/a").plain(name, "x")).isInstanceOf(RuntimeException.class);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            nullValues = "none",
            value = {
                "none                                       | application/json | none",
                "text/turtle                                | application/json | TURTLE",
                "application/ld+json                        | application/json | JSON_LD",
                "*/*                                        | application/json | none",
                "application/*                              | application/json | none",
                "text/html, */*;q=0.8                       | application/json | none",
                "application/json;q=0.5, text/turtle        | application/json | TURTLE",
                "text/turtle;q=0.5, application/json        | application/json | none",
                "text/*                                     | application/json | TURTLE",
                "image/png                                  | application/json | none",
                "no list of types                           | application/json | none"
            })
    void linked_data_are_given_to_whoever_likes_them_better(String accept, String other, LinkedForm form) {
        assertThat(LinkedForm.wanted(accept, List.of(other))).isEqualTo(Optional.ofNullable(form));
    }

    @ParameterizedTest
    @ValueSource(strings = {"*/*", "application/ld+json", "application/*", ""})
    void where_there_is_nothing_else_it_is_json_ld(String accept) {
        assertThat(LinkedForm.wanted(accept, List.of())).contains(LinkedForm.JSON_LD);
    }
}
