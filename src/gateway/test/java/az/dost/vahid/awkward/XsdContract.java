package az.dost.vahid.awkward;

import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import javax.xml.XMLConstants;
import javax.xml.transform.dom.DOMSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.xml.sax.SAXException;

/** Answers by an XML schema, alone or in a WSDL. Each one is validated before it is given out. */
final class XsdContract implements AgencyContract {
    private static final String XS = XMLConstants.W3C_XML_SCHEMA_NS_URI;
    private static final String XSI = XMLConstants.W3C_XML_SCHEMA_INSTANCE_NS_URI;
    private static final int MOST = 3;
    private final Element schema;
    private final Element root;
    private final boolean qualified;
    private final String within;
    private final Schema rules;

    /**
     * @param name a global element, or a type
     * @param within name of the member in which the mapping sees the answer; null when it sees the answer itself
     */
    XsdContract(Path file, String name, String within) {
        this.within = within;
        try {
            Document document = XmlFactories.parse(Files.readAllBytes(file));
            schema = (Element) document.getElementsByTagNameNS(XS, "schema").item(0);
            qualified = schema.getAttribute("elementFormDefault").equals("qualified");
            root = global("element", name) != null ? global("element", name) : elementOf(name);
            rules = SchemaFactory.newDefaultInstance().newSchema(new DOMSource(schema));
        } catch (IOException | SAXException e) {
            throw new IllegalStateException(file + " has no usable schema", e);
        }
    }

    /** A type has no element of its own. */
    private Element elementOf(String type) {
        Element element = schema.getOwnerDocument().createElementNS(XS, "xs:element");
        element.setAttribute("name", "answer");
        String prefix =
                schema.getOwnerDocument().getDocumentElement().lookupPrefix(schema.getAttribute("targetNamespace"));
        element.setAttribute("type", prefix == null ? type : prefix + ":" + type);
        schema.appendChild(element);
        return element;
    }

    @Override
    public Map<String, List<Form>> leaves() {
        Leaves leaves = new Leaves();
        leaves(root, within == null ? "" : within, leaves);
        return leaves.found();
    }

    private void leaves(Element element, String path, Leaves leaves) {
        Element type = complexType(element);
        if (type == null) {
            leaves.add(path, values(element));
            return;
        }
        for (Element attribute : descendants(type, "attribute")) {
            leaves.add(Leaves.below(path, "@" + attribute.getAttribute("name")), values(attribute));
        }
        Element text = Xsd.child(type, "simpleContent");
        if (text != null) {
            leaves.add(
                    Leaves.below(path, "#text"),
                    XsdValues.builtIn(Xsd.local(Xsd.child(text, "extension").getAttribute("base"))));
        }
        for (Element child : descendants(type, "element")) {
            leaves(child, Leaves.below(path, child.getAttribute("name")), leaves);
        }
    }

    @Override
    public JsonNode answer(Random random) {
        Document document = XmlFactories.empty();
        Element answer = create(document, root, true);
        document.appendChild(answer);
        fill(answer, root, random);
        try {
            rules.newValidator().validate(new DOMSource(answer));
        } catch (SAXException | IOException e) {
            throw new AssertionError("An answer that the contract does not allow: " + e.getMessage(), e);
        }
        JsonNode tree = XmlTree.of(answer);
        return within == null ? tree : JsonNodeFactory.instance.objectNode().set(within, tree);
    }

    private Element create(Document document, Element declaration, boolean global) {
        String namespace = global || qualified ? schema.getAttribute("targetNamespace") : null;
        return document.createElementNS(namespace, declaration.getAttribute("name"));
    }

    private void fill(Element element, Element declaration, Random random) {
        if (declaration.getAttribute("nillable").equals("true") && random.nextInt(4) == 0) {
            element.setAttributeNS(XSI, "xsi:nil", "true");
            return;
        }
        Element type = complexType(declaration);
        if (type == null) {
            element.setTextContent(values(declaration).text(random));
            return;
        }
        for (Element attribute : descendants(type, "attribute")) {
            if (attribute.getAttribute("use").equals("required") || random.nextBoolean()) {
                element.setAttribute(
                        attribute.getAttribute("name"), values(attribute).text(random));
            }
        }
        if (Xsd.child(type, "simpleContent") != null) {
            element.setTextContent(StrangeText.any(random));
        }
        for (Element group : Xsd.children(type)) {
            content(element, group, random);
        }
    }

    private void content(Element element, Element group, Random random) {
        List<Element> parts = Xsd.children(group);
        switch (group.getLocalName()) {
            case "sequence" -> parts.forEach(part -> content(element, part, random));
            case "choice" -> content(element, StrangeText.pick(parts, random), random);
            case "element" -> {
                for (int i = occurrences(group, random); i > 0; i--) {
                    Element child = create(element.getOwnerDocument(), group, false);
                    element.appendChild(child);
                    fill(child, group, random);
                }
            }
            default -> {} // attributes are there already, and xs:any is the place of a signature
        }
    }

    private static int occurrences(Element element, Random random) {
        int least = element.hasAttribute("minOccurs") ? Integer.parseInt(element.getAttribute("minOccurs")) : 1;
        int most = element.getAttribute("maxOccurs").equals("unbounded") ? MOST : 1;
        return least + (random.nextInt(8) == 0 ? 0 : random.nextInt(most - least + 1));
    }

    /** Null for a simple type. */
    private Element complexType(Element declaration) {
        Element own = Xsd.child(declaration, "complexType");
        return own != null ? own : global("complexType", Xsd.local(declaration.getAttribute("type")));
    }

    private XsdValues values(Element declaration) {
        XsdValues values = simple(declaration);
        return declaration.hasAttribute("fixed") ? values.fixed(declaration.getAttribute("fixed")) : values;
    }

    private XsdValues simple(Element declaration) {
        Element own = Xsd.child(declaration, "simpleType");
        Element simple = own != null ? own : global("simpleType", Xsd.local(declaration.getAttribute("type")));
        return simple == null
                ? XsdValues.builtIn(Xsd.local(declaration.getAttribute("type")))
                : XsdValues.restricted(Xsd.child(simple, "restriction"));
    }

    /** Those of the type itself, not of the types of its elements; a base type's too. */
    private List<Element> descendants(Element type, String name) {
        List<Element> found = new ArrayList<>();
        for (Element child : Xsd.children(type)) {
            if (child.getLocalName().equals(name)) {
                found.add(child);
            } else if (!child.getLocalName().equals("element")) {
                found.addAll(descendants(child, name));
            }
            Element base = child.getLocalName().equals("extension")
                    ? global("complexType", Xsd.local(child.getAttribute("base")))
                    : null;
            if (base != null) {
                found.addAll(descendants(base, name));
            }
        }
        return found;
    }

    private Element global(String kind, String name) {
        return Xsd.children(schema).stream()
                .filter(one -> one.getLocalName().equals(kind)
                        && one.getAttribute("name").equals(name))
                .findFirst()
                .orElse(null);
    }
}
