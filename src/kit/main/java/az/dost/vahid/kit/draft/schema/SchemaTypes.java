package az.dost.vahid.kit.draft.schema;

import az.dost.vahid.check.wsdl.ReadSchemas;
import az.dost.vahid.check.wsdl.XmlNames;
import az.dost.vahid.kit.draft.field.DraftException;
import az.dost.vahid.kit.draft.field.Field;
import az.dost.vahid.kit.draft.field.Value;
import az.dost.vahid.logging.PlainText;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaAll;
import org.apache.ws.commons.schema.XmlSchemaAny;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaComplexContentExtension;
import org.apache.ws.commons.schema.XmlSchemaComplexContentRestriction;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaContent;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaGroupRef;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSimpleContentExtension;
import org.apache.ws.commons.schema.XmlSchemaSimpleContentRestriction;
import org.apache.ws.commons.schema.XmlSchemaType;

/**
 * Elements of XML Schemas as fields; of a choice the first branch that is no fault, of an abstract type the first that
 * is not, of a type that contains itself one level.
 */
public final class SchemaTypes {
    private static final String ENCODED_ARRAY = "{http://schemas.xmlsoap.org/soap/encoding/}Array";
    private static final int MAX_FIELDS = 5_000;
    private static final int DEEPEST = 100;
    private static final int NAMED = 5;
    private final ReadSchemas schemas;
    private final SimpleTypes simple;
    private final SchemaAttributes attributes;
    private final Set<XmlSchemaType> within = Collections.newSetFromMap(new IdentityHashMap<>());
    private final Set<String> references = new LinkedHashSet<>();
    private final Set<String> chosen = new LinkedHashSet<>();
    private int fields;
    private int depth;
    /** Whether the type that was read last has a wildcard. */
    private boolean any;

    public SchemaTypes(ReadSchemas schemas) {
        this.schemas = schemas;
        this.simple = new SimpleTypes(schemas);
        this.attributes = new SchemaAttributes(schemas, simple);
    }

    /** @throws DraftException when it must contain itself */
    public Field element(QName name) {
        XmlSchemaElement declared = schemas.element(name);
        return field(declared, name, false, true);
    }

    /** An element of a type, as parts of RPC messages are. */
    public Field typed(QName name, QName type) {
        return of(schemas.type(type), name, false, true, null);
    }

    /** Local names of the elements read so far whose text refers to an attachment. */
    public List<String> references() {
        return List.copyOf(references);
    }

    /** Which of several types, or branches of a choice, was taken, a line each. */
    public List<String> chosen() {
        return List.copyOf(chosen);
    }

    private Field field(XmlSchemaElement declared, QName name, boolean repeated, boolean required) {
        XmlSchemaType type = declared.getSchemaType() != null
                ? declared.getSchemaType()
                : declared.getSchemaTypeName() != null
                        ? schemas.type(declared.getSchemaTypeName())
                        : declared.getSubstitutionGroup() != null
                                ? schemas.element(declared.getSubstitutionGroup())
                                        .getSchemaType()
                                : null;
        return of(type, name, repeated, required, declared.getFixedValue());
    }

    private Field of(XmlSchemaType type, QName name, boolean repeated, boolean required, String fixed) {
        if (++fields > MAX_FIELDS) {
            throw new DraftException("The contract has more than " + MAX_FIELDS + " fields");
        }
        proper(name);
        if (simple.refers(type)) {
            references.add(name.getLocalPart());
        }
        boolean known = type == null
                || type.getQName() != null
                        && XmlNames.XSD.equals(type.getQName().getNamespaceURI());
        if (known || !(type instanceof XmlSchemaComplexType complex)) {
            return Field.leaf(
                    name.getLocalPart(),
                    name.getNamespaceURI(),
                    repeated,
                    required,
                    fixed == null ? simple.value(type) : Value.oneOf(List.of(fixed)));
        }
        if (complex.isAbstract() && complex.getQName() != null) {
            List<XmlSchemaComplexType> concrete = schemas.concrete(complex);
            if (!concrete.isEmpty()) {
                String names = concrete.stream()
                        .skip(1)
                        .limit(NAMED)
                        .map(other -> other.getQName().getLocalPart())
                        .collect(Collectors.joining(", "));
                chosen.add(name.getLocalPart() + " is drafted as "
                        + concrete.get(0).getQName().getLocalPart()
                        + (names.isEmpty() ? "" : "; its xsi:type may also be " + names));
                return of(concrete.get(0), name, repeated, required, fixed)
                        .of(concrete.get(0).getQName());
            }
        }
        if (within.contains(complex)) {
            if (required) {
                throw new DraftException.Endless(
                        "The type of " + name.getLocalPart() + " contains itself, and must: no document can have it");
            }
            return Field.group(name.getLocalPart(), name.getNamespaceURI(), repeated, false, List.of());
        }
        within.add(complex);
        try {
            List<Field> children = new ArrayList<>();
            any = false;
            Value text = members(complex, children);
            if (any && children.isEmpty()) {
                chosen.add(name.getLocalPart()
                        + " is drafted empty; the contract lets it have any content, and does not say which");
            }
            if (text != null && children.isEmpty()) {
                return Field.leaf(name.getLocalPart(), name.getNamespaceURI(), repeated, required, text);
            }
            if (text != null) {
                children.add(Field.leaf("#text", "", false, true, text));
            }
            return Field.group(name.getLocalPart(), name.getNamespaceURI(), repeated, required, children);
        } finally {
            within.remove(complex);
        }
    }

    /** @throws DraftException when no element or attribute can be called so */
    public static void proper(QName name) {
        if (!XmlNames.proper(name.getLocalPart())) {
            throw new DraftException(
                    "The contract names what no document can have: " + PlainText.of(name.getLocalPart()));
        }
    }

    /** Adds the fields of a type; gives the value of a simple content, null when it has none. */
    private Value members(XmlSchemaComplexType type, List<Field> children) {
        if (++depth > DEEPEST) {
            throw new DraftException("The contract's types nest deeper than " + DEEPEST);
        }
        try {
            if (type.getContentModel() == null) {
                particle(type.getParticle(), children, false, true);
                attributes.add(type.getAttributes(), children);
                return null;
            }
            return derived(type.getContentModel().getContent(), children);
        } finally {
            depth--;
        }
    }

    private Value derived(XmlSchemaContent content, List<Field> children) {
        Value text = null;
        if (content instanceof XmlSchemaComplexContentExtension extension) {
            text = base(extension.getBaseTypeName(), children);
            particle(extension.getParticle(), children, false, true);
            attributes.add(extension.getAttributes(), children);
        } else if (content instanceof XmlSchemaComplexContentRestriction restriction) {
            QName item = String.valueOf(restriction.getBaseTypeName()).equals(ENCODED_ARRAY)
                    ? attributes.item(restriction.getAttributes())
                    : null;
            if (item != null) {
                children.add(of(schemas.type(item), new QName("item"), true, false, null));
            } else {
                particle(restriction.getParticle(), children, false, true);
                attributes.add(restriction.getAttributes(), children);
            }
        } else if (content instanceof XmlSchemaSimpleContentExtension extension) {
            text = base(extension.getBaseTypeName(), children);
            attributes.add(extension.getAttributes(), children);
        } else if (content instanceof XmlSchemaSimpleContentRestriction restriction) {
            Value base = restriction.getBaseType() != null
                    ? simple.value(restriction.getBaseType())
                    : base(restriction.getBaseTypeName(), children);
            text = simple.restricted(base == null ? Value.text("text") : base, restriction.getFacets());
            attributes.add(restriction.getAttributes(), children);
        }
        return text;
    }

    private Value base(QName name, List<Field> children) {
        XmlSchemaType base = name == null ? null : schemas.type(name);
        boolean known = base == null
                || base.getQName() != null
                        && XmlNames.XSD.equals(base.getQName().getNamespaceURI());
        return !known && base instanceof XmlSchemaComplexType complex
                ? members(complex, children)
                : base instanceof XmlSchemaComplexType ? null : simple.value(base);
    }

    private void particle(XmlSchemaParticle particle, List<Field> children, boolean repeats, boolean required) {
        if (particle == null || particle.getMaxOccurs() == 0) {
            return;
        }
        if (++depth > DEEPEST) {
            throw new DraftException("The contract's types nest deeper than " + DEEPEST);
        }
        try {
            boolean many = repeats || particle.getMaxOccurs() > 1;
            boolean must = required && particle.getMinOccurs() > 0;
            int before = children.size();
            try {
                occurs(particle, children, many, must);
            } catch (DraftException.Endless e) {
                if (particle.getMinOccurs() > 0) {
                    throw e;
                }
                // No document ends that has it; one without it does.
                children.subList(before, children.size()).clear();
            }
        } finally {
            depth--;
        }
    }

    private void occurs(XmlSchemaParticle particle, List<Field> children, boolean many, boolean must) {
        if (particle instanceof XmlSchemaElement element) {
            // A schema within a document, as data sets of .NET have one, says nothing beforehand.
            if (!element.isRef()
                    || !XmlNames.XSD.equals(element.getRef().getTargetQName().getNamespaceURI())) {
                children.add(element(element, many, must));
            }
        } else {
            any |= particle instanceof XmlSchemaAny;
            members(particle).forEach(member -> particle(member, children, many, must));
        }
    }

    /** What stands in a sequence or a group; of a choice one branch, nothing of a wildcard. */
    private List<XmlSchemaParticle> members(XmlSchemaParticle group) {
        Stream<?> members = group instanceof XmlSchemaSequence sequence
                ? sequence.getItems().stream()
                : group instanceof XmlSchemaAll all
                        ? all.getItems().stream()
                        : group instanceof XmlSchemaChoice choice
                                ? branch(choice)
                                : group instanceof XmlSchemaGroupRef reference
                                        ? Stream.of(
                                                reference.getParticle() != null
                                                        ? reference.getParticle()
                                                        : schemas.group(reference.getRefName())
                                                                .getParticle())
                                        : Stream.empty();
        return members.filter(XmlSchemaParticle.class::isInstance)
                .map(XmlSchemaParticle.class::cast)
                .toList();
    }

    private Stream<XmlSchemaParticle> branch(XmlSchemaChoice choice) {
        Branch.others(choice).ifPresent(chosen::add);
        return Branch.of(choice).stream();
    }

    private Field element(XmlSchemaElement part, boolean repeated, boolean required) {
        if (!part.isRef()) {
            return field(part, part.getWireName(), repeated, required);
        }
        XmlSchemaElement global = schemas.element(part.getRef().getTargetQName());
        XmlSchemaElement declared = global.isAbstract() ? schemas.substitute(global) : global;
        return field(declared, declared.getQName(), repeated, required);
    }
}
