package az.dost.vahid.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/** dossier.xsd names what dossier.schema.json names, and demands what it demands. */
class XsdNamesTest {
    private static final String XS = "http://www.w3.org/2001/XMLSchema";

    static List<String> facts() {
        return Contracts.factNames();
    }

    @ParameterizedTest
    @MethodSource("facts")
    void haveEveryFieldOfTheFact(String fact) throws Exception {
        TreeSet<String> promised = new TreeSet<>();
        collect(Contracts.record(fact), promised);
        TreeSet<String> named = new TreeSet<>();
        elements(type(fact))
                .forEach(element -> named.add(mark(
                        element.getAttribute("name"),
                        !element.getAttribute("minOccurs").equals("0"))));
        assertThat(named).isEqualTo(promised);
    }

    @Test
    void haveEveryFactAndRepeatTheListsAmongThem() throws Exception {
        List<Element> facts = elements(type("facts")).stream()
                .filter(element -> element.hasAttribute("minOccurs"))
                .toList();
        assertThat(facts).extracting(element -> element.getAttribute("name")).isEqualTo(Contracts.factNames());
        assertThat(facts).allSatisfy(element -> {
            Element value = elements(element).get(0);
            assertThat(value.getAttribute("type")).isEqualTo(element.getAttribute("name"));
            assertThat(value.hasAttribute("maxOccurs")).isEqualTo(Contracts.isList(element.getAttribute("name")));
        });
    }

    /** Fields of the record and of the records in it, each marked when required. */
    private static void collect(JsonNode record, TreeSet<String> into) {
        for (String field : Contracts.names(record.path("properties"))) {
            JsonNode schema = record.path("properties").path(field);
            into.add(mark(field, Contracts.texts(record.path("required")).contains(field)));
            collect(schema.has("items") ? schema.path("items") : schema, into);
        }
    }

    private static String mark(String name, boolean required) {
        return required ? name + "!" : name;
    }

    private static Element type(String name) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element schema = factory.newDocumentBuilder()
                .parse(Contracts.FOLDER.resolve("dossier.xsd").toFile())
                .getDocumentElement();
        return list(schema.getElementsByTagNameNS(XS, "complexType")).stream()
                .filter(type -> type.getAttribute("name").equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static List<Element> elements(Element parent) {
        return list(parent.getElementsByTagNameNS(XS, "element"));
    }

    private static List<Element> list(NodeList nodes) {
        return IntStream.range(0, nodes.getLength())
                .mapToObj(index -> (Element) nodes.item(index))
                .toList();
    }
}
