package az.dost.vahid.kit.draft.schema;

import az.dost.vahid.check.wsdl.ReadSchemas;
import az.dost.vahid.check.wsdl.XmlNames;
import az.dost.vahid.kit.draft.field.Kind;
import az.dost.vahid.kit.draft.field.Value;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaFacet;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeList;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeUnion;
import org.apache.ws.commons.schema.XmlSchemaType;

/** Values of XML Schema's simple types: their kind, and one example of their form. */
public final class SimpleTypes {
    /** Stands for binary content. */
    public static final String BINARY = "AAAA";

    private static final String SWA_REF = "{http://ws-i.org/profiles/basic/1.1/xsd}swaRef";
    private static final Set<String> WHOLE = Set.of(
            "integer",
            "int",
            "long",
            "short",
            "byte",
            "nonNegativeInteger",
            "positiveInteger",
            "unsignedInt",
            "unsignedLong",
            "unsignedShort",
            "unsignedByte");
    private static final int MAX_STEPS = 30;
    private final ReadSchemas schemas;

    SimpleTypes(ReadSchemas schemas) {
        this.schemas = schemas;
    }

    /** @param type null for one that says nothing */
    public Value value(XmlSchemaType type) {
        return value(type, 0);
    }

    /** Whether a value is the name of an attachment (WS-I Attachments Profile 1.0, section 4). */
    public boolean refers(XmlSchemaType type) {
        XmlSchemaType at = type;
        for (int step = 0; at != null && step < MAX_STEPS; step++) {
            if (at.getQName() != null && at.getQName().toString().equals(SWA_REF)) {
                return true;
            }
            at = at instanceof XmlSchemaSimpleType simple
                            && simple.getContent() instanceof XmlSchemaSimpleTypeRestriction restriction
                    ? restriction.getBaseType() != null
                            ? restriction.getBaseType()
                            : restriction.getBaseTypeName() == null ? null : schemas.type(restriction.getBaseTypeName())
                    : null;
        }
        return false;
    }

    private Value value(XmlSchemaType type, int step) {
        if (type == null || step > MAX_STEPS) {
            return Value.text("text");
        }
        QName name = type.getQName();
        if (name != null && XmlNames.XSD.equals(name.getNamespaceURI())) {
            return builtIn(name.getLocalPart());
        }
        if (name != null && name.toString().equals(SWA_REF)) {
            // A mapping sees the attachment, and not the reference to it.
            return builtIn("base64Binary");
        }
        if (!(type instanceof XmlSchemaSimpleType simple)) {
            return Value.text("text");
        }
        if (simple.getContent() instanceof XmlSchemaSimpleTypeRestriction restriction) {
            return restricted(restriction, step);
        }
        if (simple.getContent() instanceof XmlSchemaSimpleTypeList list) {
            return of(list.getItemType(), list.getItemTypeName(), step);
        }
        if (simple.getContent() instanceof XmlSchemaSimpleTypeUnion union) {
            QName[] named = union.getMemberTypesQNames();
            return named != null && named.length > 0
                    ? of(null, named[0], step)
                    : union.getBaseTypes().isEmpty()
                            ? Value.text("text")
                            : value(union.getBaseTypes().get(0), step + 1);
        }
        return Value.text("text");
    }

    /** All restrictions on the way to what has none hold together. */
    private Value restricted(XmlSchemaSimpleTypeRestriction first, int step) {
        List<List<XmlSchemaFacet>> steps = new ArrayList<>();
        XmlSchemaSimpleTypeRestriction at = first;
        while (true) {
            steps.add(at.getFacets());
            XmlSchemaType base = at.getBaseType() != null
                    ? at.getBaseType()
                    : at.getBaseTypeName() == null ? null : schemas.type(at.getBaseTypeName());
            boolean known = base != null
                    && base.getQName() != null
                    && (XmlNames.XSD.equals(base.getQName().getNamespaceURI())
                            || base.getQName().toString().equals(SWA_REF));
            if (!known
                    && steps.size() < MAX_STEPS
                    && base instanceof XmlSchemaSimpleType simple
                    && simple.getContent() instanceof XmlSchemaSimpleTypeRestriction next) {
                at = next;
            } else {
                return Restricted.of(value(base, step + steps.size()), steps);
            }
        }
    }

    private Value of(XmlSchemaType inline, QName named, int step) {
        return value(inline != null ? inline : named == null ? null : schemas.type(named), step + 1);
    }

    /** A value of the base with further bounds. */
    Value restricted(Value base, List<XmlSchemaFacet> facets) {
        return Restricted.of(base, List.of(facets));
    }

    private static Value builtIn(String name) {
        if (WHOLE.contains(name)) {
            return Value.of(Kind.NUMBER, null, "1").narrowed(true);
        }
        return switch (name) {
            case "negativeInteger", "nonPositiveInteger" ->
                Value.of(Kind.NUMBER, null, "-1").narrowed(true);
            case "decimal", "double", "float" ->
                Value.of(Kind.NUMBER, null, "12.50").narrowed(true);
            case "boolean" -> Value.of(Kind.BOOLEAN, null, "true");
            case "date" -> Value.of(Kind.DAY, "yyyy-MM-dd", "2020-05-17");
            case "dateTime" -> Value.of(Kind.TIME, "yyyy-MM-dd'T'HH:mm:ssXXX", "2026-11-25T10:15:30+04:00");
            case "time" -> Value.text("10:15:30");
            case "gYear" -> Value.text("2020");
            case "gYearMonth" -> Value.text("2020-05");
            case "gMonth" -> Value.text("--05");
            case "gMonthDay" -> Value.text("--05-17");
            case "gDay" -> Value.text("---17");
            case "duration" -> Value.text("P1Y");
            case "base64Binary" -> Value.text(BINARY);
            case "hexBinary" -> Value.text("00");
            case "language" -> Value.text("az");
            default -> Value.text("text");
        };
    }
}
