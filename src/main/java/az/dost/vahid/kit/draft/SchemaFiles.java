package az.dost.vahid.kit.draft;

import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.XMLConstants;
import org.w3c.dom.Element;

/** A WSDL or XSD file with all that it imports, from its own folder and nowhere else. */
final class SchemaFiles {
    private static final long MAX_BYTES = 5L << 20;
    private final Path folder;
    private final Map<String, Path> files = new LinkedHashMap<>();
    private final List<Element> roots = new ArrayList<>();
    private final List<Element> schemas = new ArrayList<>();

    SchemaFiles(Path first, String nameInFolder) {
        folder = first.toAbsolutePath().normalize().getParent();
        read(first.toAbsolutePath().normalize(), nameInFolder, null);
    }

    private void read(Path file, String name, String namespace) {
        if (files.containsValue(file)) {
            return;
        }
        files.put(name, file);
        Element root = parse(file);
        roots.add(root);
        if (root.getLocalName().equals("schema")) {
            schema(root, file, namespace);
            return;
        }
        for (Element element : XmlNames.children(root)) {
            if (element.getLocalName().equals("import")) {
                follow(file, XmlNames.attribute(element, "location"), null);
            } else if (element.getLocalName().equals("types")) {
                XmlNames.children(element, "schema").forEach(schema -> schema(schema, file, null));
            }
        }
    }

    private void schema(Element schema, Path file, String including) {
        if (including != null && !schema.hasAttribute("targetNamespace")) {
            // A chameleon include takes the namespace of who includes it.
            schema.setAttribute("targetNamespace", including);
        }
        schemas.add(schema);
        for (Element element : XmlNames.children(schema)) {
            if (element.getLocalName().matches("import|include|redefine")) {
                // Of xml:lang and its like every reader knows what they are.
                String location = XMLConstants.XML_NS_URI.equals(XmlNames.attribute(element, "namespace")) ? null
                        : XmlNames.attribute(element, "schemaLocation");
                follow(file, location, element.getLocalName().equals("import") ? null : XmlNames.attribute(schema, "targetNamespace"));
            }
        }
    }

    private void follow(Path from, String location, String namespace) {
        if (location == null) {
            return;
        }
        if (location.matches("[A-Za-z][A-Za-z0-9+.-]*:.*|//.*")) {
            Path copy = from.resolveSibling(location.replaceFirst("(?s)^.*/|[?#].*$", "")).normalize();
            if (!location.endsWith("/") && Files.isRegularFile(copy)) {
                read(copy, folder.relativize(copy).toString().replace('\\', '/'), namespace);
                return;
            }
            throw new DraftException(from.getFileName() + " imports " + location + " from the network: put a copy beside it");
        }
        Path target = from.resolveSibling(location).normalize();
        if (!target.startsWith(folder)) {
            throw new DraftException(from.getFileName() + " imports " + location + ", which is outside its folder");
        }
        if (!Files.isRegularFile(target)) {
            throw new DraftException(from.getFileName() + " imports " + location + ", which is not there");
        }
        read(target, folder.relativize(target).toString().replace('\\', '/'), namespace);
    }

    private static Element parse(Path file) {
        try {
            if (Files.size(file) > MAX_BYTES) {
                throw new DraftException(file.getFileName() + " is longer than " + MAX_BYTES + " bytes");
            }
            return XmlFactories.parse(Files.readAllBytes(file)).getDocumentElement();
        } catch (IOException e) {
            throw new DraftException(file + " cannot be read", e);
        } catch (ProofException e) {
            throw new DraftException(file.getFileName() + " is not well-formed XML, or declares a document type");
        }
    }

    /** By the name that each has in the connector's folder. */
    Map<String, Path> files() {
        return files;
    }

    List<Element> roots() {
        return roots;
    }

    List<Element> schemas() {
        return schemas;
    }
}
