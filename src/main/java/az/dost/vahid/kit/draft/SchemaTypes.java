package az.dost.vahid.kit.draft;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.w3c.dom.Element;

/** Elements of XML Schemas as fields; of a choice the first branch, of a type that contains itself one level. */
final class SchemaTypes {
    private static final int MAX_FIELDS = 5_000;
    private final Map<String, Element> globals = new HashMap<>();
    private final Deque<Element> within = new ArrayDeque<>();
    private final SimpleTypes simple = new SimpleTypes(globals);
    private int fields;

    SchemaTypes(List<Element> schemas) {
        for (Element schema : schemas) {
            for (Element global : XmlNames.children(schema)) {
                String kind = global.getLocalName().replaceFirst("(complex|simple)Type", "type");
                globals.putIfAbsent(kind + " {" + schema.getAttribute("targetNamespace") + "}" + global.getAttribute("name"), global);
            }
        }
    }

    /** @throws DraftException when the schemas do not define the element, or it must contain itself */
    Field element(String qualified) {
        Element declaration = globals.get("element " + qualified);
        if (declaration == null) {
            throw new DraftException("The schemas define no element " + qualified);
        }
        return field(declaration, XmlNames.local(qualified), XmlNames.namespace(qualified), false, true);
    }

    /** An element of a type, as RPC parts are. */
    Field typed(String name, Element context, String type) {
        Element declaration = globals.get("type " + XmlNames.qualified(context, type));
        return declaration == null ? Field.leaf(name, "", false, true, simple.builtIn(XmlNames.local(XmlNames.qualified(context, type))))
                : content(declaration, name, "", false, true);
    }

    private Field field(Element declaration, String name, String namespace, boolean repeated, boolean required) {
        if (++fields > MAX_FIELDS) {
            throw new DraftException("The contract has more than " + MAX_FIELDS + " fields");
        }
        Element inline = XmlNames.child(declaration, "complexType");
        Element named = globals.get("type " + XmlNames.qualified(declaration, XmlNames.attribute(declaration, "type")));
        Element type = inline != null ? inline : named;
        return type == null || type.getLocalName().equals("simpleType")
                ? Field.leaf(name, namespace, repeated, required, simple.value(declaration, type))
                : content(type, name, namespace, repeated, required);
    }

    private Field content(Element type, String name, String namespace, boolean repeated, boolean required) {
        if (type.getLocalName().equals("simpleType")) {
            return Field.leaf(name, namespace, repeated, required, simple.value(type, type));
        }
        if (within.contains(type)) {
            if (required) {
                throw new DraftException("The type of " + name + " contains itself, and must: no document can have it");
            }
            return Field.group(name, namespace, repeated, false, List.of());
        }
        within.push(type);
        try {
            List<Field> children = new ArrayList<>();
            Element text = particles(type, children);
            if (text != null && children.isEmpty()) {
                return Field.leaf(name, namespace, repeated, required, simple.value(text, globals.get("type "
                        + XmlNames.qualified(text, XmlNames.attribute(text, "base")))));
            }
            if (text != null) {
                children.add(Field.leaf("#text", "", false, true, simple.value(text, globals.get("type "
                        + XmlNames.qualified(text, XmlNames.attribute(text, "base"))))));
            }
            return Field.group(name, namespace, repeated, required, children);
        } finally {
            within.pop();
        }
    }

    /** Adds the fields of a type or model group; gives the extension of a simple content, null when there is none. */
    private Element particles(Element parent, List<Field> children) {
        Element text = null;
        for (Element part : XmlNames.children(parent)) {
            switch (part.getLocalName()) {
                case "sequence", "all" -> particles(part, children);
                case "choice" -> XmlNames.children(part).stream().filter(branch -> !branch.getLocalName().equals("annotation"))
                        .findFirst().ifPresent(branch -> one(branch, children, repeats(part)));
                case "complexContent" -> particles(part, children);
                case "extension", "restriction" -> {
                    Element base = globals.get("type " + XmlNames.qualified(part, XmlNames.attribute(part, "base")));
                    if (base != null && base.getLocalName().equals("complexType") && part.getLocalName().equals("extension")) {
                        text = particles(base, children);
                    }
                    particles(part, children);
                }
                case "simpleContent" -> {
                    text = XmlNames.children(part).get(0);
                    particles(text, children);
                }
                default -> one(part, children, false);
            }
        }
        return text;
    }

    private void one(Element part, List<Field> children, boolean repeats) {
        String reference = XmlNames.qualified(part, XmlNames.attribute(part, "ref"));
        boolean optional = "0".equals(part.getAttribute("minOccurs"));
        switch (part.getLocalName()) {
            case "element" -> children.add(child(part, reference, repeats || repeats(part), !optional));
            case "attribute" -> children.add(Field.leaf("@" + (reference == null ? part.getAttribute("name") : XmlNames.local(reference)), "",
                    false, "required".equals(part.getAttribute("use")), simple.value(part, globals.get("type "
                            + XmlNames.qualified(part, XmlNames.attribute(part, "type"))))));
            case "group", "attributeGroup" -> {
                Element global = globals.get(part.getLocalName() + " " + reference);
                if (global != null) {
                    particles(global, children);
                }
            }
            case "sequence", "choice", "all" -> particles(part, children);
            default -> {
                // any, annotations and constraints give no field.
            }
        }
    }

    private Field child(Element part, String reference, boolean repeated, boolean required) {
        if (reference == null) {
            return field(part, part.getAttribute("name"), qualified(part) ? target(part) : "", repeated, required);
        }
        Element global = globals.get("element " + reference);
        if (global == null) {
            throw new DraftException("The schemas define no element " + reference);
        }
        return field(global, XmlNames.local(reference), XmlNames.namespace(reference), repeated, required);
    }

    private static boolean repeats(Element part) {
        String most = part.getAttribute("maxOccurs");
        return !most.isEmpty() && !most.equals("1") && !most.equals("0");
    }

    private static boolean qualified(Element part) {
        String form = part.hasAttribute("form") ? part.getAttribute("form") : schema(part).getAttribute("elementFormDefault");
        return form.equals("qualified");
    }

    private static String target(Element part) {
        return schema(part).getAttribute("targetNamespace");
    }

    private static Element schema(Element part) {
        Element at = part;
        while (!at.getLocalName().equals("schema")) {
            at = (Element) at.getParentNode();
        }
        return at;
    }
}
