package az.dost.vahid.check.form;

import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaEnumerationFacet;
import org.apache.ws.commons.schema.XmlSchemaFacet;
import org.apache.ws.commons.schema.XmlSchemaPatternFacet;
import org.apache.ws.commons.schema.XmlSchemaSimpleType;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeRestriction;
import org.apache.ws.commons.schema.XmlSchemaSimpleTypeUnion;
import org.apache.ws.commons.schema.XmlSchemaType;

/** What simple types of XML Schema say of a value. */
final class XsdValues {
    private static final int MOST_STEPS = 30;
    private final XmlSchemaCollection schemas;

    XsdValues(XmlSchemaCollection schemas) {
        this.schemas = schemas;
    }

    /** Whether it is one of those that every schema has. */
    static boolean known(XmlSchemaType type) {
        return type.getQName() != null
                && SchemaSlices.XSD.equals(type.getQName().getNamespaceURI());
    }

    /** @param type null for one that is not known, which is text */
    ContractLeaf leaf(XmlSchemaType type, int optional, boolean nillable, int repetitions) {
        List<String> values = new ArrayList<>();
        List<String> patterns = new ArrayList<>();
        String kind = "text";
        XmlSchemaType at = type;
        for (int step = 0; at != null && step < MOST_STEPS; step++) {
            if (known(at)) {
                kind = kind(at.getQName().getLocalPart());
                break;
            }
            if (!(at instanceof XmlSchemaSimpleType simple)) {
                break;
            }
            if (simple.getContent() instanceof XmlSchemaSimpleTypeRestriction restriction) {
                facets(restriction.getFacets(), values, patterns);
                at = restriction.getBaseType() != null
                        ? restriction.getBaseType()
                        : type(restriction.getBaseTypeName());
            } else if (simple.getContent() instanceof XmlSchemaSimpleTypeUnion union) {
                patterns.add(
                        "union " + String.valueOf(union.getMemberTypesSource()).strip());
                at = null;
            } else {
                at = null;
            }
        }
        return new ContractLeaf(kind, String.join(" and ", patterns), optional, nillable, repetitions, values);
    }

    private XmlSchemaType type(QName name) {
        return name == null ? null : schemas.getTypeByQName(name);
    }

    /** Of a restriction of a list of values only what is left of it. */
    private static void facets(List<XmlSchemaFacet> facets, List<String> values, List<String> patterns) {
        boolean first = values.isEmpty();
        for (XmlSchemaFacet facet : facets) {
            if (facet instanceof XmlSchemaEnumerationFacet && first) {
                values.add(String.valueOf(facet.getValue()));
            } else if (facet instanceof XmlSchemaPatternFacet) {
                patterns.add(String.valueOf(facet.getValue()));
            }
        }
    }

    private static String kind(String builtIn) {
        return switch (builtIn) {
            case "integer",
                    "int",
                    "long",
                    "short",
                    "byte",
                    "nonNegativeInteger",
                    "positiveInteger",
                    "negativeInteger",
                    "nonPositiveInteger",
                    "unsignedInt",
                    "unsignedLong",
                    "unsignedShort",
                    "unsignedByte" -> "whole number";
            case "decimal", "double", "float" -> "number";
            case "boolean" -> "truth value";
            case "date" -> "day";
            case "dateTime" -> "time";
            case "gYear",
                    "gYearMonth",
                    "gMonth",
                    "gMonthDay",
                    "gDay",
                    "time",
                    "duration",
                    "base64Binary",
                    "hexBinary" -> builtIn;
            default -> "text";
        };
    }
}
