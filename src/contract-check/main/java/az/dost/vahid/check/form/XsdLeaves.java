package az.dost.vahid.check.form;

import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchema;
import org.apache.ws.commons.schema.XmlSchemaAll;
import org.apache.ws.commons.schema.XmlSchemaAttribute;
import org.apache.ws.commons.schema.XmlSchemaAttributeGroup;
import org.apache.ws.commons.schema.XmlSchemaAttributeGroupRef;
import org.apache.ws.commons.schema.XmlSchemaChoice;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexContentExtension;
import org.apache.ws.commons.schema.XmlSchemaComplexContentRestriction;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaContent;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaGroup;
import org.apache.ws.commons.schema.XmlSchemaGroupRef;
import org.apache.ws.commons.schema.XmlSchemaParticle;
import org.apache.ws.commons.schema.XmlSchemaSequence;
import org.apache.ws.commons.schema.XmlSchemaSimpleContentExtension;
import org.apache.ws.commons.schema.XmlSchemaSimpleContentRestriction;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.apache.ws.commons.schema.XmlSchemaUse;
import org.w3c.dom.Element;

/**
 * The leaves that XML Schemas describe, read by XmlSchema: of every branch of a choice, of a type within itself once.
 */
final class XsdLeaves {
    private static final int DEEPEST = 60;
    private static final int MOST_STEPS = 200_000;
    private final XmlSchemaCollection schemas = new XmlSchemaCollection();
    private final XsdValues values = new XsdValues(schemas);
    private final LeafList leaves = new LeafList();
    /** Types that are open, with where they are: by identity, for the library takes all nameless ones for equal. */
    private final IdentityHashMap<XmlSchemaType, String> within = new IdentityHashMap<>();

    private int steps;

    /** Where something stands. */
    private record At(String path, int optional, boolean nillable, int repetitions) {
        At child(String name, boolean must, boolean nil, boolean repeats) {
            return new At(path + "/" + name, optional + (must ? 0 : 1), nil, repetitions + (repeats ? 1 : 0));
        }

        At maybe(boolean must, boolean repeats) {
            return new At(path, optional + (must ? 0 : 1), nillable, repetitions + (repeats ? 1 : 0));
        }
    }

    /** @param all the contract's schemas, without references to files */
    XsdLeaves(List<Element> all) {
        schemas.setSchemaResolver((namespace, location, base) -> null);
        for (int i = 0; i < all.size(); i++) {
            schemas.read(all.get(i), "schema-" + i);
        }
    }

    /** Of what an element contains. */
    LeafList element(QName name) {
        element(name, new At("", 0, false, 0));
        return leaves;
    }

    /** Adds those of a part of an rpc message that is an element. */
    void part(QName element) {
        element(element, new At("/" + element.getLocalPart(), 0, false, 0));
    }

    /** Adds those of what a fault has in its detail, by the elements' local names; SOAP itself has the rest of it. */
    void faults(Set<String> names) {
        for (String own : List.of("/faultcode", "/faultstring")) {
            leaves.add(own, new ContractLeaf("text", "", 1, false, 0, List.of()));
        }
        for (XmlSchema schema : schemas.getXmlSchemas()) {
            schema.getElements().keySet().stream()
                    .filter(name -> names.contains(name.getLocalPart()))
                    .forEach(name -> element(name, new At("/detail/" + name.getLocalPart(), 1, false, 0)));
        }
    }

    private void element(QName name, At at) {
        XmlSchemaElement element = schemas.getElementByQName(name);
        if (element != null) {
            content(type(element), at);
        }
    }

    /** Adds those of a part of an rpc message. */
    void part(String name, QName type) {
        content(schemas.getTypeByQName(type), new At("/" + name, 0, false, 0));
    }

    LeafList all() {
        return leaves;
    }

    private XmlSchemaType type(XmlSchemaElement element) {
        if (element.getSchemaType() != null || element.getSchemaTypeName() != null) {
            return element.getSchemaType() != null
                    ? element.getSchemaType()
                    : schemas.getTypeByQName(element.getSchemaTypeName());
        }
        XmlSchemaElement head = element.getSubstitutionGroup() == null
                ? null
                : schemas.getElementByQName(element.getSubstitutionGroup());
        return head == null || head == element ? null : head.getSchemaType();
    }

    private void content(XmlSchemaType type, At at) {
        if (!(type instanceof XmlSchemaComplexType complex) || XsdValues.known(type)) {
            if (!at.path().isEmpty()) {
                leaves.add(at.path(), values.leaf(type, at.optional(), at.nillable(), at.repetitions()));
            }
            return;
        }
        if (within.containsKey(complex)) {
            leaves.again(at.path(), within.get(complex));
        } else if (within.size() > DEEPEST) {
            leaves.cut();
        } else {
            within.put(complex, at.path());
            members(complex, at);
            within.remove(complex);
        }
    }

    private void members(XmlSchemaComplexType type, At at) {
        if (type.getContentModel() == null) {
            particle(type.getParticle(), at);
            attributes(type.getAttributes(), at, 0);
            return;
        }
        XmlSchemaContent content = type.getContentModel().getContent();
        if (content instanceof XmlSchemaComplexContentExtension extension) {
            base(extension.getBaseTypeName(), at);
            particle(extension.getParticle(), at);
            attributes(extension.getAttributes(), at, 0);
        } else if (content instanceof XmlSchemaComplexContentRestriction restriction) {
            particle(restriction.getParticle(), at);
            attributes(restriction.getAttributes(), at, 0);
        } else if (content instanceof XmlSchemaSimpleContentExtension extension) {
            text(schemas.getTypeByQName(extension.getBaseTypeName()), extension.getAttributes(), at);
        } else if (content instanceof XmlSchemaSimpleContentRestriction restriction) {
            XmlSchemaType base = restriction.getBaseType() != null
                    ? restriction.getBaseType()
                    : schemas.getTypeByQName(restriction.getBaseTypeName());
            text(base, restriction.getAttributes(), at);
        }
    }

    private void base(QName name, At at) {
        if (schemas.getTypeByQName(name) instanceof XmlSchemaComplexType complex && !XsdValues.known(complex)) {
            content(complex, at);
        }
    }

    /** A mapping sees text alone as the element's value, and beside attributes as a member of its own. */
    private void text(XmlSchemaType base, List<?> attributes, At at) {
        if (base instanceof XmlSchemaComplexType complex && !XsdValues.known(base)) {
            base(complex.getQName(), at);
            attributes(attributes, at, 0);
            return;
        }
        leaves.add(
                at.path() + (attributes.isEmpty() ? "" : "/#text"),
                values.leaf(base, at.optional(), at.nillable(), at.repetitions()));
        attributes(attributes, at, 0);
    }

    private void particle(XmlSchemaParticle particle, At at) {
        if (particle == null || particle.getMaxOccurs() == 0) {
            return;
        }
        if (within.size() > DEEPEST || ++steps > MOST_STEPS) {
            leaves.cut();
            return;
        }
        boolean must = particle.getMinOccurs() > 0;
        boolean many = particle.getMaxOccurs() > 1;
        if (particle instanceof XmlSchemaElement part) {
            element(part, at, must, many);
            return;
        }
        At inner = at.maybe(
                must
                        && !(particle instanceof XmlSchemaChoice choice
                                && choice.getItems().size() > 1),
                many);
        members(particle).forEach(member -> particle(member, inner));
    }

    private List<XmlSchemaParticle> members(XmlSchemaParticle group) {
        Stream<?> members = group instanceof XmlSchemaSequence sequence
                ? sequence.getItems().stream()
                : group instanceof XmlSchemaAll all
                        ? all.getItems().stream()
                        : group instanceof XmlSchemaChoice choice
                                ? choice.getItems().stream()
                                : group instanceof XmlSchemaGroupRef reference
                                        ? Stream.ofNullable(named(reference))
                                        : Stream.empty();
        return members.filter(XmlSchemaParticle.class::isInstance)
                .map(XmlSchemaParticle.class::cast)
                .toList();
    }

    private XmlSchemaParticle named(XmlSchemaGroupRef reference) {
        XmlSchemaGroup group = reference.getParticle() != null || reference.getRefName() == null
                ? null
                : schemas.getGroupByQName(reference.getRefName());
        return group == null ? reference.getParticle() : group.getParticle();
    }

    private void element(XmlSchemaElement part, At at, boolean must, boolean many) {
        XmlSchemaElement declared =
                part.isRef() ? schemas.getElementByQName(part.getRef().getTargetQName()) : part;
        if (declared == null) {
            return;
        }
        content(type(declared), at.child(declared.getName(), must, declared.isNillable(), many));
    }

    private void attributes(List<?> declared, At at, int depth) {
        for (Object one : declared) {
            if (one instanceof XmlSchemaAttribute attribute && attribute.getUse() != XmlSchemaUse.PROHIBITED) {
                XmlSchemaAttribute known = attribute.isRef()
                        ? schemas.getAttributeByQName(attribute.getRef().getTargetQName())
                        : attribute;
                String name =
                        attribute.isRef() ? attribute.getRef().getTargetQName().getLocalPart() : attribute.getName();
                XmlSchemaType type = known == null
                        ? null
                        : known.getSchemaType() != null
                                ? known.getSchemaType()
                                : known.getSchemaTypeName() == null
                                        ? null
                                        : schemas.getTypeByQName(known.getSchemaTypeName());
                leaves.add(
                        at.path() + "/@" + name,
                        values.leaf(
                                type,
                                at.optional() + (attribute.getUse() == XmlSchemaUse.REQUIRED ? 0 : 1),
                                false,
                                at.repetitions()));
            } else if (one instanceof XmlSchemaAttributeGroup group && depth < DEEPEST) {
                attributes(new ArrayList<>(group.getAttributes()), at, depth + 1);
            } else if (one instanceof XmlSchemaAttributeGroupRef reference && depth < DEEPEST) {
                XmlSchemaAttributeGroup group =
                        schemas.getAttributeGroupByQName(reference.getRef().getTargetQName());
                attributes(group == null ? List.of() : new ArrayList<>(group.getAttributes()), at, depth + 1);
            }
        }
    }
}
