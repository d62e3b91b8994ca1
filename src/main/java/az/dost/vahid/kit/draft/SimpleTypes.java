package az.dost.vahid.kit.draft;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.w3c.dom.Element;

/** Values of XML Schema's simple types: their kind, and one example of their form. */
final class SimpleTypes {
    private static final Set<String> WHOLE = Set.of("integer", "int", "long", "short", "byte", "nonNegativeInteger", "positiveInteger",
            "unsignedInt", "unsignedLong", "unsignedShort", "unsignedByte");
    private static final int MAX_STEPS = 20;
    private final Map<String, Element> globals;

    SimpleTypes(Map<String, Element> globals) {
        this.globals = globals;
    }

    /**
     * @param holder element, attribute or extension whose type is meant
     * @param named  its type's definition; null when the type is built in or stands in the holder
     */
    Value value(Element holder, Element named) {
        return value(holder, named, 0);
    }

    private Value value(Element holder, Element named, int step) {
        if (holder.hasAttribute("fixed")) {
            return Value.oneOf(List.of(holder.getAttribute("fixed")));
        }
        Element type = named != null ? named : XmlNames.child(holder, "simpleType");
        if (type == null) {
            String name = holder.hasAttribute("type") ? holder.getAttribute("type") : holder.getAttribute("base");
            return builtIn(name.substring(name.indexOf(':') + 1));
        }
        Element restriction = XmlNames.child(type, "restriction");
        if (restriction == null || step > MAX_STEPS) {
            return Value.text("text");
        }
        List<String> values = XmlNames.children(restriction, "enumeration").stream().map(one -> one.getAttribute("value")).toList();
        if (!values.isEmpty()) {
            return Value.oneOf(values);
        }
        Value base = value(restriction, globals.get("type " + XmlNames.qualified(restriction, XmlNames.attribute(restriction, "base"))), step + 1);
        Element pattern = XmlNames.child(restriction, "pattern");
        return pattern == null ? base : Value.like(Example.of(pattern.getAttribute("value"), base.example()));
    }

    Value builtIn(String name) {
        if (WHOLE.contains(name)) {
            return Value.of(Kind.NUMBER, null, "1");
        }
        return switch (name) {
            case "decimal", "double", "float" -> Value.of(Kind.NUMBER, null, "12.50");
            case "boolean" -> Value.of(Kind.BOOLEAN, null, "true");
            case "date" -> Value.of(Kind.DAY, "yyyy-MM-dd", "2020-05-17");
            case "dateTime" -> Value.of(Kind.TIME, "yyyy-MM-dd'T'HH:mm:ssXXX", "2026-11-25T10:15:30+04:00");
            case "time" -> Value.text("10:15:30");
            case "gYear" -> Value.text("2020");
            case "base64Binary" -> Value.text("AAAA");
            default -> Value.text("text");
        };
    }
}
