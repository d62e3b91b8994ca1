package az.dost.vahid.check.form;

import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.signature.xml.XmlFactories;
import az.dost.vahid.signature.xml.XmlSchemas;
import az.dost.vahid.signature.xml.XmlSchemas.SchemaText;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import javax.xml.XMLConstants;
import javax.xml.stream.XMLStreamException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * All schemas of a contract: those within a WSDL, and those that it imports or includes within its folder. Those of one
 * namespace are seen together, as SOAP services import each other's without a location.
 */
final class HeldSchemas implements XmlSchemas.SchemaTexts {
    private static final String BASE = "schema://contract/";
    private static final int MOST = 300;
    private final OthersFiles folder;
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Path, List<Integer>> byFile = new LinkedHashMap<>();
    private final Set<Integer> roots = new LinkedHashSet<>();
    private final Set<String> namespaces = new LinkedHashSet<>();
    /** Elements beside those of the contract, by their namespace. */
    private final Map<String, StringBuilder> added = new LinkedHashMap<>();

    /** @param targets of its references; negative where one leads nowhere */
    private record Entry(Path file, SchemaSlices.Slice slice, List<Integer> targets) {}

    /** @throws XMLStreamException when a file is not well-formed */
    HeldSchemas(OthersFiles folder, Path contract) throws XMLStreamException {
        this.folder = folder;
        read(contract.normalize(), true);
    }

    /** @param root whether what it defines is of the contract by itself, and not by an include */
    private List<Integer> read(Path file, boolean root) throws XMLStreamException {
        if (byFile.containsKey(file) || byFile.size() >= MOST) {
            List<Integer> known = byFile.getOrDefault(file, List.of());
            known.forEach(index -> seen(index, root));
            return known;
        }
        SchemaSlices slices = new SchemaSlices(ContractText.of(folder, file));
        List<Integer> indexes = new ArrayList<>();
        byFile.put(file, indexes);
        for (SchemaSlices.Slice slice : slices.slices()) {
            indexes.add(entries.size());
            entries.add(new Entry(file, slice, new ArrayList<>()));
        }
        for (int index : indexes) {
            seen(index, root);
            for (SchemaSlices.Reference reference : entries.get(index).slice().references()) {
                List<Integer> found = follow(file, reference.location(), reference.imported());
                entries.get(index).targets().add(found.isEmpty() ? -1 : found.get(0));
            }
        }
        for (String location : slices.imports()) {
            follow(file, location, true);
        }
        return indexes;
    }

    private List<Integer> follow(Path from, String location, boolean root) throws XMLStreamException {
        ContractReference reference = ContractReference.of(folder, from, location);
        return reference.target() == null ? List.of() : read(reference.target(), root);
    }

    private void seen(int index, boolean root) {
        if (root) {
            roots.add(index);
            namespaces.add(entries.get(index).slice().namespace());
        }
    }

    boolean has(String namespace) {
        return namespaces.contains(namespace);
    }

    /**
     * Adds a global element to a namespace. @param element as schemas write it; names of types with prefixes that it
     * declares
     */
    void add(String namespace, String element) {
        namespaces.add(namespace);
        added.computeIfAbsent(namespace, any -> new StringBuilder()).append(element);
    }

    /**
     * Makes an element that others contain one that a document may begin with, unless it is one. Gives its namespace;
     * empty when there is none of that name.
     */
    Optional<String> makeGlobal(String name) {
        for (Entry entry : entries) {
            if (LocalElement.isGlobal(entry.slice(), name)) {
                return Optional.of(entry.slice().namespace());
            }
        }
        for (int i = 0; i < entries.size(); i++) {
            Entry entry = entries.get(i);
            Optional<SchemaSlices.Slice> global = LocalElement.global(entry.slice(), name);
            if (global.isPresent()) {
                entries.set(i, new Entry(entry.file(), global.get(), entry.targets()));
                return Optional.of(entry.slice().namespace());
            }
        }
        return Optional.empty();
    }

    /** Whether the contract has no schema at all. */
    boolean isEmpty() {
        return entries.isEmpty() && added.isEmpty();
    }

    /** Each schema by itself, without what refers to others: names are looked for in all of them. */
    List<Element> documents() {
        List<Element> documents = new ArrayList<>();
        for (Entry entry : entries) {
            Element schema = XmlFactories.parse(entry.slice().text().strip().getBytes(StandardCharsets.UTF_8))
                    .getDocumentElement();
            for (Node child = schema.getFirstChild(); child != null; ) {
                Node next = child.getNextSibling();
                if (child instanceof Element element && element.getLocalName().matches("import|include|redefine")) {
                    schema.removeChild(child);
                }
                child = next;
            }
            documents.add(schema);
        }
        for (Entry entry : entries) {
            for (int i = 0; i < entry.targets().size(); i++) {
                Element included = entry.targets().get(i) < 0
                                || entry.slice().references().get(i).imported()
                        ? null
                        : documents.get(entry.targets().get(i));
                if (included != null
                        && included.getAttribute("targetNamespace").isEmpty()
                        && !entry.slice().namespace().isEmpty()) {
                    // A schema without a namespace takes that of the one that includes it, and so do the names in it.
                    included.setAttribute("targetNamespace", entry.slice().namespace());
                    included.setAttributeNS(
                            XMLConstants.XMLNS_ATTRIBUTE_NS_URI,
                            "xmlns",
                            entry.slice().namespace());
                }
            }
        }
        return documents;
    }

    /** Empty when the schemas are beyond use; what is wrong with them is told. */
    Optional<XmlSchemas> compile(Consumer<ContractTrouble> troubles) {
        StringBuilder first = new StringBuilder("<xs:schema xmlns:xs=\"")
                .append(SchemaSlices.XSD)
                .append("\">");
        int index = 0;
        for (String namespace : namespaces) {
            first.append(
                            namespace.isEmpty()
                                    ? "<xs:include"
                                    : "<xs:import namespace=\"" + XmlQuotes.attribute(namespace) + "\"")
                    .append(" schemaLocation=\"")
                    .append(BASE)
                    .append("namespace/")
                    .append(index++)
                    .append("\"/>");
        }
        return XmlSchemas.of(
                new SchemaText(BASE + "first", first.append("</xs:schema>").toString()),
                this,
                misfit -> troubles.accept(trouble(misfit)));
    }

    private ContractTrouble trouble(XmlSchemas.Misfit misfit) {
        String entry = misfit.document() == null ? "" : misfit.document().replaceFirst(".*" + BASE + "schema/", "");
        return entry.matches("\\d{1,4}")
                ? new ContractTrouble(entries.get(Integer.parseInt(entry)).file(), misfit.line(), misfit.message())
                : new ContractTrouble(byFile.keySet().iterator().next(), 0, misfit.message());
    }

    @Override
    public SchemaText find(String namespace, String location) {
        if (namespace.equals(XMLConstants.XML_NS_URI)) {
            return new SchemaText(BASE + "xml", KnownSchemas.XML);
        }
        List<String> all = List.copyOf(namespaces);
        String id = location == null ? BASE + "namespace/" + all.indexOf(namespace) : location;
        if (id.matches(BASE + "namespace/\\d{1,4}")) {
            return new SchemaText(id, together(all.get(Integer.parseInt(id.substring(id.lastIndexOf('/') + 1)))));
        } else if (id.matches(BASE + "schema/\\d{1,4}")) {
            return new SchemaText(id, text(Integer.parseInt(id.substring(id.lastIndexOf('/') + 1))));
        }
        // Of what is not there somebody else tells; the rest of the schemas is still of use.
        return location == null
                ? null
                : new SchemaText(
                        id,
                        "<xs:schema xmlns:xs=\"" + SchemaSlices.XSD + "\""
                                + (namespace.isEmpty()
                                        ? ""
                                        : " targetNamespace=\"" + XmlQuotes.attribute(namespace) + "\"")
                                + "/>");
    }

    private String together(String namespace) {
        StringBuilder text = new StringBuilder("<xs:schema xmlns:xs=\"")
                .append(SchemaSlices.XSD)
                .append('"')
                .append(namespace.isEmpty() ? "" : " targetNamespace=\"" + XmlQuotes.attribute(namespace) + "\"")
                .append('>');
        for (int index : roots) {
            if (entries.get(index).slice().namespace().equals(namespace)) {
                text.append("<xs:include schemaLocation=\"")
                        .append(BASE)
                        .append("schema/")
                        .append(index)
                        .append("\"/>");
            }
        }
        if (added.containsKey(namespace)) {
            // What is added names types of any namespace.
            namespaces.stream()
                    .filter(other -> !other.equals(namespace))
                    .forEach(other -> text.append("<xs:import")
                            .append(other.isEmpty() ? "" : " namespace=\"" + XmlQuotes.attribute(other) + "\"")
                            .append("/>"));
            text.append(added.get(namespace));
        }
        return text.append("</xs:schema>").toString();
    }

    private String text(int index) {
        Entry entry = entries.get(index);
        String text = entry.slice().text();
        for (int i = entry.slice().references().size() - 1; i >= 0; i--) {
            SchemaSlices.Reference reference = entry.slice().references().get(i);
            int target = entry.targets().get(i);
            String id = target < 0
                    ? BASE + "missing/" + index + "/" + i
                    : reference.imported()
                            ? BASE + "namespace/"
                                    + List.copyOf(namespaces)
                                            .indexOf(entries.get(target).slice().namespace())
                            : BASE + "schema/" + target;
            text = text.replace("\"" + SchemaSlices.REFERENCE + i + "\"", "\"" + id + "\"");
        }
        return text;
    }

    /** Schemas that every contract may use without having them. */
    private static final class KnownSchemas {
        /** The attributes of XML itself. */
        static final String XML = """
                <xs:schema xmlns:xs="http://www.w3.org/2001/XMLSchema" targetNamespace="http://www.w3.org/XML/1998/namespace">
                  <xs:attribute name="lang"><xs:simpleType><xs:union memberTypes="xs:language">
                    <xs:simpleType><xs:restriction base="xs:string"><xs:enumeration value=""/></xs:restriction></xs:simpleType>
                  </xs:union></xs:simpleType></xs:attribute>
                  <xs:attribute name="space"><xs:simpleType><xs:restriction base="xs:NCName">
                    <xs:enumeration value="default"/><xs:enumeration value="preserve"/>
                  </xs:restriction></xs:simpleType></xs:attribute>
                  <xs:attribute name="base" type="xs:anyURI"/>
                  <xs:attribute name="id" type="xs:ID"/>
                </xs:schema>
                """;

        private KnownSchemas() {}
    }
}
