package az.dost.vahid.kit.draft.schema;

import az.dost.vahid.check.wsdl.ReadSchemas;
import az.dost.vahid.check.wsdl.XmlNames;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Value;
import java.util.ArrayList;
import java.util.List;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaAttribute;
import org.apache.ws.commons.schema.XmlSchemaAttributeGroup;
import org.apache.ws.commons.schema.XmlSchemaAttributeGroupRef;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.apache.ws.commons.schema.XmlSchemaUse;
import org.w3c.dom.Attr;

/** Attributes of XML Schemas as fields. */
final class SchemaAttributes {
    private static final String ENCODING = "http://schemas.xmlsoap.org/soap/encoding/";
    private static final int DEEPEST = 20;
    private final ReadSchemas schemas;
    private final SimpleTypes simple;

    SchemaAttributes(ReadSchemas schemas, SimpleTypes simple) {
        this.schemas = schemas;
        this.simple = simple;
    }

    /** Adds a field for each; those that the SOAP encoding gives every element are left out. */
    void add(List<?> declared, List<Field> fields) {
        add(declared, fields, 0);
    }

    private void add(List<?> declared, List<Field> fields, int depth) {
        if (depth > DEEPEST) {
            throw new DraftException("The contract's attribute groups nest deeper than " + DEEPEST);
        }
        for (Object one : declared) {
            if (one instanceof XmlSchemaAttribute attribute) {
                add(attribute, fields);
            } else if (one instanceof XmlSchemaAttributeGroup group) {
                add(group.getAttributes(), fields, depth + 1);
            } else if (one instanceof XmlSchemaAttributeGroupRef reference
                    && !ENCODING.equals(reference.getRef().getTargetQName().getNamespaceURI())) {
                add(schemas.attributes(reference.getRef().getTargetQName()).getAttributes(), fields, depth + 1);
            }
        }
    }

    private void add(XmlSchemaAttribute attribute, List<Field> fields) {
        QName name = attribute.isRef() ? attribute.getRef().getTargetQName() : attribute.getWireName();
        if (attribute.getUse() == XmlSchemaUse.PROHIBITED
                || ENCODING.equals(name.getNamespaceURI())
                || fields.stream().anyMatch(field -> field.name().equals("@" + name.getLocalPart()))) {
            return;
        }
        SchemaTypes.proper(name);
        XmlSchemaAttribute declared = attribute.isRef() ? schemas.attribute(name) : attribute;
        XmlSchemaType type = declared == null
                ? null
                : declared.getSchemaType() != null
                        ? declared.getSchemaType()
                        : declared.getSchemaTypeName() == null ? null : schemas.type(declared.getSchemaTypeName());
        String fixed = attribute.getFixedValue() != null || declared == null
                ? attribute.getFixedValue()
                : declared.getFixedValue();
        fields.add(Field.leaf(
                "@" + name.getLocalPart(),
                name.getNamespaceURI(),
                false,
                attribute.getUse() == XmlSchemaUse.REQUIRED,
                fixed == null ? simple.value(type) : Value.oneOf(List.of(fixed))));
    }

    /** The type of the members of an array of the SOAP encoding, which an attribute says; null when none does. */
    QName item(List<?> declared) {
        List<Attr> said = new ArrayList<>();
        for (Object one : declared) {
            Attr[] others = one instanceof XmlSchemaAttribute attribute ? attribute.getUnhandledAttributes() : null;
            said.addAll(others == null ? List.of() : List.of(others));
        }
        return said.stream()
                .filter(attribute ->
                        "arrayType".equals(attribute.getLocalName()) && attribute.getOwnerElement() != null)
                .map(attribute -> XmlNames.qualified(
                        attribute.getOwnerElement(), attribute.getValue().replaceFirst("\\[.*", "")))
                .findFirst()
                .orElse(null);
    }
}
