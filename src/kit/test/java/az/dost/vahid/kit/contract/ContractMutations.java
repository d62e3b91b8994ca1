package az.dost.vahid.kit.contract;

import az.dost.vahid.json.Json;
import az.dost.vahid.signature.xml.IndentedXml;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Everything that can change in one file of a contract, one thing at a time: fields renamed, removed, of another type,
 * left out, repeated; values of lists renamed; patterns replaced.
 */
final class ContractMutations {
    private static final String XSD = "http://www.w3.org/2001/XMLSchema";
    private static final int MOST_BYTES = 5 << 20;

    /** What becomes of a field, as far as it matters to whoever reads it or sends it. */
    enum Change {
        /** It is called otherwise, is gone, or is of another type. */
        GONE,
        /** A reader meets what he did not before: nothing, two, another value. A sender does not. */
        WIDER,
        /** One value of a list is called otherwise. */
        VALUE
    }

    /**
     * @param what is done, for people
     * @param names fields that it is done to, {@code @} before those of attributes
     * @param value the one of a list that goes; null where it is of none
     * @param text the whole file then, made when it is asked for
     */
    record Mutation(String what, Change change, Set<String> names, String value, Supplier<String> text) {
        @Override
        public String toString() {
            return what;
        }
    }

    private final List<Mutation> all = new ArrayList<>();
    private final List<String> declared = new ArrayList<>();

    /** @param file of a WSDL, a schema of XML or of JSON, or an API */
    ContractMutations(Path file) throws IOException {
        if (file.toString().matches(".*[.](wsdl|xsd)")) {
            xml(Files.readAllBytes(file));
        } else {
            String text = Files.readString(file);
            json(text.stripLeading().startsWith("{") ? Json.mapper().readTree(text) : Json.core(text, MOST_BYTES));
        }
    }

    List<Mutation> all() {
        return all;
    }

    /** How often a field of that name is declared. */
    long declared(String name) {
        return declared.stream().filter(name::equals).count();
    }

    // ---- JSON

    private void json(JsonNode root) {
        List<List<Object>> schemas = new ArrayList<>();
        schemas(root, List.of(), schemas);
        for (List<Object> place : schemas) {
            JsonNode schema = at(root, place);
            for (Map.Entry<String, JsonNode> property :
                    List.copyOf(schema.path("properties").properties())) {
                property(root, place, property.getKey(), property.getValue());
            }
        }
    }

    /** Places of nodes that have properties, by names and indexes. */
    private static void schemas(JsonNode node, List<Object> place, List<List<Object>> into) {
        if (node.path("properties").isObject() && !last(place).equals("properties")) {
            into.add(place);
        }
        node.properties().stream()
                .filter(member -> !member.getKey().matches("examples?|x-.*"))
                .forEach(member -> schemas(member.getValue(), with(place, member.getKey()), into));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            schemas(node.get(i), with(place, i), into);
        }
    }

    private static Object last(List<Object> place) {
        return place.isEmpty() ? "" : place.get(place.size() - 1);
    }

    private static List<Object> with(List<Object> place, Object step) {
        return Stream.concat(place.stream(), Stream.of(step)).toList();
    }

    private static JsonNode at(JsonNode root, List<Object> place) {
        JsonNode at = root;
        for (Object step : place) {
            at = step instanceof Integer index ? at.path(index) : at.path(step.toString());
        }
        return at;
    }

    private void property(JsonNode root, List<Object> place, String name, JsonNode said) {
        declared.add(name);
        String where = name + " in " + place;
        boolean needed = at(root, place).path("required").toString().contains("\"" + name + "\"");
        add(root, place, "renamed: " + where, Change.GONE, name, null, schema -> {
            ObjectNode properties = JsonNodeFactory.instance.objectNode();
            schema.path("properties")
                    .properties()
                    .forEach(one ->
                            properties.set(one.getKey().equals(name) ? name + "Anew" : one.getKey(), one.getValue()));
            schema.set("properties", properties);
            require(schema, name, needed ? name + "Anew" : null);
        });
        add(root, place, "removed: " + where, Change.GONE, name, null, schema -> {
            ((ObjectNode) schema.path("properties")).remove(name);
            require(schema, name, null);
        });
        if (needed) {
            add(
                    root,
                    place,
                    "may be left out: " + where,
                    Change.WIDER,
                    name,
                    null,
                    schema -> require(schema, name, null));
        }
        if (said.path("type").asText().matches("string|integer|number") && !said.has("enum") && !said.has("const")) {
            add(
                    root,
                    place,
                    "is a truth value: " + where,
                    Change.GONE,
                    name,
                    null,
                    schema -> ((ObjectNode) schema.path("properties"))
                            .set(name, JsonNodeFactory.instance.objectNode().put("type", "boolean")));
            add(root, place, "is a list: " + where, Change.GONE, name, null, schema -> {
                ObjectNode list = JsonNodeFactory.instance.objectNode().put("type", "array");
                list.set("items", said.deepCopy());
                ((ObjectNode) schema.path("properties")).set(name, list);
            });
        }
        for (int i = 0; i < said.path("enum").size(); i++) {
            int index = i;
            String value = said.path("enum").path(i).asText();
            if (said.path("enum").path(i).isTextual()) {
                add(
                        root,
                        place,
                        "value " + value + " renamed: " + where,
                        Change.VALUE,
                        name,
                        value,
                        schema -> ((ArrayNode)
                                        schema.path("properties").path(name).path("enum"))
                                .set(index, TextNode.valueOf(value + "X")));
            }
        }
    }

    /** @param instead null for none */
    private static void require(ObjectNode schema, String name, String instead) {
        if (schema.path("required").isArray()) {
            ArrayNode required = JsonNodeFactory.instance.arrayNode();
            schema.path("required").forEach(one -> {
                if (!one.asText().equals(name)) {
                    required.add(one);
                } else if (instead != null) {
                    required.add(instead);
                }
            });
            schema.set("required", required);
        }
    }

    private void add(
            JsonNode root,
            List<Object> place,
            String what,
            Change change,
            String name,
            String value,
            Consumer<ObjectNode> edit) {
        all.add(new Mutation(what, change, Set.of(name), value, () -> {
            JsonNode copy = root.deepCopy();
            edit.accept((ObjectNode) at(copy, place));
            return copy.toString();
        }));
    }

    // ---- XML

    private void xml(byte[] file) {
        Document document = XmlFactories.parse(file);
        List<Element> declarations = new ArrayList<>(elements(document, "element"));
        declarations.addAll(elements(document, "attribute"));
        declarations.removeIf(one -> !one.hasAttribute("name"));
        declarations.forEach(one -> declared.add(name(one)));
        for (Element one : declarations) {
            if (!one.getParentNode().getLocalName().equals("schema")) {
                declaration(document, one);
            }
        }
        for (Element facet : Stream.concat(
                        elements(document, "enumeration").stream(), elements(document, "pattern").stream())
                .toList()) {
            facet(document, facet, owners(facet, declarations));
        }
    }

    private static List<Element> elements(Document document, String name) {
        var found = document.getElementsByTagNameNS(XSD, name);
        return IntStream.range(0, found.getLength())
                .mapToObj(i -> (Element) found.item(i))
                .toList();
    }

    private static String name(Element declaration) {
        return (declaration.getLocalName().equals("attribute") ? "@" : "") + declaration.getAttribute("name");
    }

    private void declaration(Document document, Element one) {
        String name = name(one);
        boolean attribute = name.startsWith("@");
        String owner = name + " in " + owner(one);
        add(
                document,
                one,
                "renamed: " + owner,
                Change.GONE,
                name,
                copy -> copy.setAttribute("name", copy.getAttribute("name") + "Anew"));
        add(
                document,
                one,
                "removed: " + owner,
                Change.GONE,
                removed(one),
                null,
                copy -> copy.getParentNode().removeChild(copy));
        if (attribute && one.getAttribute("use").equals("required")) {
            add(document, one, "may be left out: " + owner, Change.WIDER, name, copy -> copy.removeAttribute("use"));
        }
        if (!attribute && !one.getAttribute("minOccurs").equals("0")) {
            add(
                    document,
                    one,
                    "may be left out: " + owner,
                    Change.WIDER,
                    name,
                    copy -> copy.setAttribute("minOccurs", "0"));
        }
        if (!attribute
                && !one.hasAttribute("maxOccurs")
                && !one.getParentNode().getLocalName().equals("all")) {
            add(
                    document,
                    one,
                    "may repeat: " + owner,
                    Change.WIDER,
                    name,
                    copy -> copy.setAttribute("maxOccurs", "unbounded"));
        }
        if (simple(document, one)) {
            String type = one.getAttribute("type").endsWith(":boolean") ? "date" : "boolean";
            add(document, one, "is of type " + type + ": " + owner, Change.GONE, name, copy -> {
                while (copy.hasChildNodes()) {
                    copy.removeChild(copy.getFirstChild());
                }
                copy.removeAttribute("fixed");
                copy.removeAttribute("default");
                copy.setAttributeNS("http://www.w3.org/2000/xmlns/", "xmlns:anew", XSD);
                copy.setAttribute("type", "anew:" + type);
            });
        }
    }

    /** Without its only attribute a text is read in another way. */
    private static Set<String> removed(Element one) {
        Element within = (Element) one.getParentNode();
        boolean alone = within.getLocalName().equals("extension")
                && within.getParentNode().getLocalName().equals("simpleContent")
                && IntStream.range(0, within.getChildNodes().getLength())
                                .mapToObj(i -> within.getChildNodes().item(i))
                                .filter(Element.class::isInstance)
                                .count()
                        == 1;
        return alone ? Set.of(name(one), owner(one)) : Set.of(name(one));
    }

    private static String owner(Element declaration) {
        for (Node at = declaration.getParentNode(); at instanceof Element around; at = at.getParentNode()) {
            if (around.hasAttribute("name")) {
                return around.getAttribute("name");
            }
        }
        return "the schema";
    }

    /** Of a simple type, by its own, by a built-in one or by one of this file. */
    private static boolean simple(Document document, Element declaration) {
        String type = declaration.getAttribute("type");
        String local = type.substring(type.indexOf(':') + 1);
        String namespace =
                declaration.lookupNamespaceURI(type.contains(":") ? type.substring(0, type.indexOf(':')) : null);
        return type.isEmpty()
                ? elements(document, "simpleType").stream().anyMatch(one -> one.getParentNode() == declaration)
                : XSD.equals(namespace)
                        || elements(document, "simpleType").stream()
                                .anyMatch(one -> one.getAttribute("name").equals(local));
    }

    /** Declarations whose values a facet bounds. */
    private static List<Element> owners(Element facet, List<Element> declarations) {
        for (Node at = facet.getParentNode(); at instanceof Element around; at = at.getParentNode()) {
            if (declarations.contains(around)) {
                return List.of(around);
            }
            if (around.getLocalName().endsWith("Type") && around.hasAttribute("name")) {
                String named = around.getAttribute("name");
                return declarations.stream()
                        .filter(one ->
                                one.getAttribute("type").replaceFirst(".*:", "").equals(named))
                        .toList();
            }
        }
        return List.of();
    }

    private void facet(Document document, Element facet, List<Element> owners) {
        Set<String> names =
                new LinkedHashSet<>(owners.stream().map(ContractMutations::name).toList());
        if (names.isEmpty() || names.size() < owners.size()) {
            // A type that is made of this one, or fields of one name.
            return;
        }
        String value = facet.getAttribute("value");
        boolean enumeration = facet.getLocalName().equals("enumeration");
        add(
                document,
                facet,
                (enumeration ? "value " : "pattern ") + value + " replaced: " + names,
                enumeration ? Change.VALUE : Change.GONE,
                names,
                value,
                copy -> copy.setAttribute("value", enumeration ? value + "X" : "anew[0-9]{3}"));
    }

    private void add(Document document, Element at, String what, Change change, String name, Consumer<Element> edit) {
        add(document, at, what, change, Set.of(name), null, edit);
    }

    private void add(
            Document document,
            Element at,
            String what,
            Change change,
            Set<String> names,
            String value,
            Consumer<Element> edit) {
        all.add(new Mutation(what, change, names, value, () -> {
            int index = elements(document, at.getLocalName()).indexOf(at);
            Document copy = (Document) document.cloneNode(true);
            edit.accept(elements(copy, at.getLocalName()).get(index));
            return IndentedXml.of(copy);
        }));
    }
}
