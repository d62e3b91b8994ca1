package az.dost.vahid.normalise;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class XmlTreeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<a/>                                                              | null",
                "<a>  </a>                                                         | null",
                "<a> x </a>                                                        | \"x\"",
                "<a><![CDATA[<x>]]></a>                                            | \"<x>\"",
                "<a>1AB<!-- -->CDE2</a>                                            | \"1ABCDE2\"",
                "<a>1AB<?x y?>CDE2</a>                                             | \"1ABCDE2\"",
                "<a>1AB&#67;DE2</a>                                                | \"1ABCDE2\"",
                "<a b='1'/>                                                        | {\"@b\":\"1\"}",
                "<a b='1'>x</a>                                                    | {\"@b\":\"1\",\"#text\":\"x\"}",
                "<a>x<b/>y</a>                                                     | {\"b\":null,\"#text\":\"xy\"}",
                "<a><b>1</b></a>                                                   | {\"b\":\"1\"}",
                "<a><b>1</b><b>2</b></a>                                           | {\"b\":[\"1\",\"2\"]}",
                "<a><b>1</b><c/><b>2</b><b/></a>                                   | {\"b\":[\"1\",\"2\",null],\"c\":null}",
                "<p:a xmlns:p='urn:p' p:b='1'><p:c>2</p:c></p:a>                   | {\"@b\":\"1\",\"c\":\"2\"}",
                "<a xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'><b xsi:nil='true'/></a> | {\"b\":null}",
                "<a><s:Signature xmlns:s='http://www.w3.org/2000/09/xmldsig#'><b>1</b></s:Signature></a> | null",
                "<a><Signature><b>1</b></Signature></a>                            | {\"Signature\":{\"b\":\"1\"}}",
                "<a xmlns:w='http://docs.oasis-open.org/wss/2004/01/oasis-200401-wss-wssecurity-utility-1.0.xsd' w:Id='1' Id='2'/> | {\"@Id\":\"2\"}"
            })
    void xml_becomes_the_tree_that_mappings_see(String xml, String json) {
        assertThat(tree(xml)).hasToString(json);
    }

    @Property
    void no_document_is_too_strange(@ForAll("documents") String xml) {
        assertThat(tree(xml)).isNotNull();
    }

    /** Texts are numbered on their way into the document; none may be lost, none may come twice. */
    @Property
    void no_text_is_lost(@ForAll("documents") String xml) {
        StringBuilder numbered = new StringBuilder();
        int count = 0;
        for (String part : xml.split("§", -1)) {
            numbered.append(count++ == 0 ? "" : "[" + (count - 1) + "]").append(part);
        }
        String tree = tree(numbered.toString()).toString();
        for (int i = 1; i < count; i++) {
            assertThat(tree).containsOnlyOnce("[" + i + "]");
        }
    }

    @Provide
    Arbitrary<String> documents() {
        Arbitrary<String> names = Arbitraries.of("a", "b", "ə", "p:a", "Signature");
        Arbitrary<String> attributes =
                Arbitraries.of("", " a='§'", " p:a='§'", " a='§' b=''", " xml:lang='az'", " xsi:nil='true'");
        Arbitrary<String> leaves = Arbitraries.of(
                "", "§", " § ", "<![CDATA[§]]>", "<!-- x -->", "<?x x?>", "&amp;", "&#x130;", "\n", "😀");
        Arbitrary<String> inner =
                Arbitraries.lazyOf(() -> leaves, () -> leaves, () -> leaves, () -> element(names, attributes, leaves));
        return element(names, attributes, inner)
                .map(xml -> xml.replaceFirst(
                        "^<([^ />]+)", "<$1 xmlns:p='urn:p' xmlns:xsi='http://www.w3.org/2001/XMLSchema-instance'"));
    }

    private static Arbitrary<String> element(
            Arbitrary<String> names, Arbitrary<String> attributes, Arbitrary<String> inner) {
        Arbitrary<List<String>> children = inner.list().ofMaxSize(6);
        return Combinators.combine(names, attributes, children)
                .as((name, attribute, content) ->
                        "<" + name + attribute + ">" + String.join("", content) + "</" + name + ">");
    }

    private static JsonNode tree(String xml) {
        return XmlTree.of(
                XmlFactories.parse(xml.getBytes(StandardCharsets.UTF_8)).getDocumentElement());
    }
}
