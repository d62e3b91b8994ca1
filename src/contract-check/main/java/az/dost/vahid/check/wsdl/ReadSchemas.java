package az.dost.vahid.check.wsdl;

import az.dost.vahid.logging.PlainText;
import java.io.ByteArrayInputStream;
import java.util.Arrays;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import javax.xml.namespace.QName;
import org.apache.ws.commons.schema.XmlSchemaAttribute;
import org.apache.ws.commons.schema.XmlSchemaAttributeGroup;
import org.apache.ws.commons.schema.XmlSchemaCollection;
import org.apache.ws.commons.schema.XmlSchemaComplexContentExtension;
import org.apache.ws.commons.schema.XmlSchemaComplexContentRestriction;
import org.apache.ws.commons.schema.XmlSchemaComplexType;
import org.apache.ws.commons.schema.XmlSchemaContent;
import org.apache.ws.commons.schema.XmlSchemaElement;
import org.apache.ws.commons.schema.XmlSchemaGroup;
import org.apache.ws.commons.schema.XmlSchemaType;
import org.w3c.dom.Element;
import org.xml.sax.InputSource;

/**
 * The schemas of a contract, read by XmlSchema. What is looked for and not defined is told with the line that wants it.
 */
public final class ReadSchemas {
    private final ContractFiles files;
    private final XmlSchemaCollection schemas = new XmlSchemaCollection();
    private final Set<String> added = new HashSet<>();

    /** @throws ContractException when XmlSchema cannot read them */
    public ReadSchemas(ContractFiles files) {
        this.files = files;
        schemas.setSchemaResolver(this::resolve);
        files.all().forEach(this::read);
    }

    private void read(ContractFile file) {
        List<Element> own = file.schemas();
        for (int i = 0; i < own.size(); i++) {
            // Two schemas of one namespace in one file are two.
            String id = file.isSchema() ? file.name() : file.name() + "#" + i;
            if (schemas.getXmlSchema(id).length > 0) {
                continue;
            }
            try {
                schemas.read(own.get(i), id);
            } catch (RuntimeException e) {
                // What no schema should have makes the library throw anything.
                throw new ContractException(
                        file.place(own.get(i)) + ": the schema cannot be read: "
                                + PlainText.of(String.valueOf(e.getMessage())),
                        e);
            }
        }
    }

    /** Called by XmlSchema; null for what is read without a location, or known to every reader. */
    private InputSource resolve(String namespace, String location, String base) {
        ContractFile target =
                base == null || location == null ? null : files.target(base.replaceFirst("#[0-9]+$", ""), location);
        if (target == null || !target.isSchema()) {
            return null;
        }
        InputSource source = new InputSource(new ByteArrayInputStream(target.bytes()));
        source.setSystemId(target.name());
        return source;
    }

    /** @throws ContractException when it is not defined */
    public XmlSchemaElement element(QName name) {
        return defined("element", name, schemas::getElementByQName);
    }

    /**
     * @return null for a type that every schema has, and this library does not know
     * @throws ContractException when it is not defined
     */
    public XmlSchemaType type(QName name) {
        return XmlNames.XSD.equals(name.getNamespaceURI())
                ? schemas.getTypeByQName(name)
                : defined("type", name, schemas::getTypeByQName);
    }

    /** @throws ContractException when it is not defined */
    public XmlSchemaGroup group(QName name) {
        return defined("group", name, schemas::getGroupByQName);
    }

    /** @throws ContractException when it is not defined */
    public XmlSchemaAttributeGroup attributes(QName name) {
        return defined("attribute group", name, schemas::getAttributeGroupByQName);
    }

    /** Null when it is not defined: everybody knows what {@code xml:lang} is. */
    public XmlSchemaAttribute attribute(QName name) {
        return found(name, schemas::getAttributeByQName);
    }

    /** The first element that may stand for an abstract one; the one itself when there is none. */
    public XmlSchemaElement substitute(XmlSchemaElement head) {
        return Arrays.stream(schemas.getXmlSchemas())
                .flatMap(schema -> schema.getElements().values().stream())
                .filter(element -> !element.isAbstract() && head.getQName().equals(element.getSubstitutionGroup()))
                .findFirst()
                .orElse(head);
    }

    /**
     * Types that an element of an abstract one may have: those that are made of it, over any number of steps; in no
     * order but the schemas' own.
     */
    public List<XmlSchemaComplexType> concrete(XmlSchemaComplexType type) {
        Set<QName> made = new LinkedHashSet<>(Set.of(type.getQName()));
        List<XmlSchemaComplexType> all = Arrays.stream(schemas.getXmlSchemas())
                .flatMap(schema -> schema.getSchemaTypes().values().stream())
                .filter(XmlSchemaComplexType.class::isInstance)
                .map(XmlSchemaComplexType.class::cast)
                .toList();
        while (made.addAll(all.stream()
                .filter(one -> made.contains(base(one)))
                .map(XmlSchemaType::getQName)
                .toList())) {
            // Until no more is found.
        }
        return all.stream()
                .filter(one -> !one.isAbstract() && made.contains(one.getQName()))
                .distinct()
                .toList();
    }

    private static QName base(XmlSchemaComplexType type) {
        XmlSchemaContent content =
                type.getContentModel() == null ? null : type.getContentModel().getContent();
        return content instanceof XmlSchemaComplexContentExtension extension
                ? extension.getBaseTypeName()
                : content instanceof XmlSchemaComplexContentRestriction restriction
                        ? restriction.getBaseTypeName()
                        : null;
    }

    private <T> T defined(String kind, QName name, Function<QName, T> find) {
        T found = found(name, find);
        if (found == null) {
            throw new ContractException(
                    PlainText.of(files.reference(name) + "the contract's schemas define no " + kind + " " + name));
        }
        return found;
    }

    /** Many refer to well-known schemas that they never import. */
    private <T> T found(QName name, Function<QName, T> find) {
        T found = find.apply(name);
        if (found == null && ShippedSchemas.has(name.getNamespaceURI()) && added.add(name.getNamespaceURI())) {
            read(Search.shipped(name.getNamespaceURI()));
            found = find.apply(name);
        }
        return found;
    }
}
