package az.dost.vahid.check.wsdl;

import az.dost.vahid.check.wsdl.ContractFile.NamedFile;
import az.dost.vahid.folder.OthersFiles;
import az.dost.vahid.logging.PlainText;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import javax.xml.XMLConstants;
import javax.xml.namespace.QName;
import org.w3c.dom.Element;

/** A WSDL, or a schema alone, with all that it imports. */
public final class ContractFiles {
    private static final int MOST_FILES = 300;
    private static final int DEEP = 10;
    private static final int BEGINNING = 64 << 10;
    private static final Set<String> REFERENCES =
            Set.of("type", "ref", "base", "element", "message", "binding", "itemType", "substitutionGroup");
    private final Map<String, ContractFile> files = new LinkedHashMap<>();
    /** By file and location. */
    private final Map<String, Map<String, String>> targets = new HashMap<>();

    private final List<String> missing = new ArrayList<>();
    private final Search search;
    private final String first;
    private Map<String, byte[]> copies;

    /**
     * @param from a WSDL, a zip archive that holds one, or a WSDL within an archive, such as
     *     {@code contract.zip/register.wsdl}
     * @param root the folder that has all it imports; null for its own
     * @throws ContractException when something is missing, or cannot be read
     */
    public static ContractFiles of(Path from, Path root) {
        return of(null, from, root);
    }

    /** A WSDL of a folder that is read already, or of one below it. */
    public static ContractFiles of(OthersFiles folder, Path wsdl) {
        return of(folder, wsdl, null);
    }

    /** Whether the file is an XML Schema by its name or by its content. */
    public static boolean readsSchema(Path from) {
        return from.getFileName().toString().toLowerCase(Locale.ROOT).endsWith(".xsd")
                || begins(from, Beginning.SCHEMA);
    }

    private static ContractFiles of(OthersFiles files, Path from, Path root) {
        Path archive = archive(from);
        if (archive != null) {
            if (root != null) {
                throw new ContractException("--root is for folders: " + PlainText.of(archive.toString())
                        + " is an archive, and its own root");
            }
            Supply zip = new ZipSupply(archive);
            return new ContractFiles(
                    zip,
                    archive.equals(from)
                            ? FirstWsdl.of(zip, archive)
                            : archive.relativize(from).toString().replace('\\', '/'));
        }
        Path file = from.toAbsolutePath().normalize();
        Path folder = root == null ? file.getParent() : root.toAbsolutePath().normalize();
        if (!file.startsWith(folder)) {
            throw new ContractException(
                    PlainText.of(from.toString()) + " does not lie in the root " + PlainText.of(root.toString()));
        }
        return new ContractFiles(
                new FolderSupply(files == null ? new OthersFiles(folder) : files, root == null ? 1 : DEEP),
                folder.relativize(file).toString().replace('\\', '/'));
    }

    /** Whether the file is a WSDL by its name or by its content, or an archive, or lies in one. */
    public static boolean reads(Path from) {
        String name = from.getFileName().toString().toLowerCase(Locale.ROOT);
        if (name.endsWith(".wsdl") || archive(from) != null) {
            return true;
        }
        return begins(from, Beginning.WSDL);
    }

    private static boolean begins(Path from, QName with) {
        if (from.getFileName().toString().toLowerCase(Locale.ROOT).matches("(?s).*[.](csv|ya?ml|json|txt)")
                || !OthersFiles.beside(from).has(from)) {
            return false;
        }
        byte[] bytes = OthersFiles.beside(from).bytes(from);
        return Beginning.of(Arrays.copyOf(bytes, Math.min(bytes.length, BEGINNING)))
                .filter(beginning -> beginning.name().equals(with))
                .isPresent();
    }

    /** The file itself or the one above it that is a zip archive; null when there is none. */
    private static Path archive(Path from) {
        for (Path at = from; at != null; at = at.getParent()) {
            if (at.toString().toLowerCase(Locale.ROOT).endsWith(".zip")
                    && OthersFiles.beside(at).has(at)) {
                return at;
            }
        }
        return null;
    }

    private ContractFiles(Supply supply, String first) {
        this.search = new Search(supply);
        this.first = first;
        byte[] content = supply.read(first);
        if (content == null) {
            throw new ContractException(supply.refused(first)
                    .map(why -> PlainText.of(first) + " " + why)
                    .orElse("There is no file " + PlainText.of(first)));
        }
        read(ContractFile.parse(first, content));
        if (!missing.isEmpty()) {
            throw new ContractException(
                    "The contract imports what is not there; put copies beside it, or name the folder or the archive that has all (--root DIR,"
                            + " --from contract.zip):\n  " + String.join("\n  ", missing));
        }
    }

    private void read(ContractFile file) {
        if (files.size() == MOST_FILES) {
            throw new ContractException("The contract has more than " + MOST_FILES + " files");
        }
        files.put(file.name(), file);
        file.wanted().forEach(wanted -> follow(file, wanted));
    }

    private void follow(ContractFile file, NamedFile wanted) {
        // Of xml:lang and its like, and of schemas themselves, every reader knows what they are.
        if (XMLConstants.XML_NS_URI.equals(wanted.namespace()) || XmlNames.XSD.equals(wanted.namespace())) {
            return;
        }
        if (wanted.location() == null) {
            if (ShippedSchemas.has(wanted.namespace())
                    && files.values().stream()
                            .flatMap(one -> one.schemas().stream())
                            .noneMatch(schema ->
                                    schema.getAttribute("targetNamespace").equals(wanted.namespace()))) {
                read(Search.shipped(wanted.namespace()));
            }
            return;
        }
        ContractFile found = search.find(file, wanted, files);
        if (found == null) {
            if (!file.isShipped()) {
                missing.add(file.place(wanted.element()) + ": imports " + PlainText.of(wanted.location())
                        + search.why(file, wanted));
            }
            return;
        }
        targets.computeIfAbsent(file.name(), key -> new LinkedHashMap<>()).put(wanted.location(), found.name());
        if (!files.containsKey(found.name())) {
            read(found);
        }
    }

    /**
     * Elements that a document may begin with by the first file, where it is a schema, or else by those that it
     * includes; in their order there.
     */
    public List<QName> elements() {
        List<QName> own = elements(first());
        return !own.isEmpty()
                ? own
                : files.values().stream()
                        .filter(file -> !file.isShipped())
                        .flatMap(file -> elements(file).stream())
                        .distinct()
                        .toList();
    }

    private static List<QName> elements(ContractFile file) {
        return file.schemas().stream()
                .flatMap(schema -> XmlNames.children(schema, XmlNames.XSD, "element").stream()
                        .filter(element -> !element.getAttribute("abstract").matches("true|1"))
                        .map(element ->
                                new QName(schema.getAttribute("targetNamespace"), element.getAttribute("name"))))
                .distinct()
                .toList();
    }

    ContractFile first() {
        return files.get(first);
    }

    /** The first is the WSDL itself. */
    Collection<ContractFile> all() {
        return files.values();
    }

    /** What the file means by the location; null when it is not followed. */
    ContractFile target(String file, String location) {
        String name = targets.getOrDefault(file, Map.of()).get(location.strip());
        return name == null ? null : files.get(name);
    }

    /** Locations that the file names, with the file that each means. */
    Map<String, String> targets(ContractFile file) {
        return targets.getOrDefault(file.name(), Map.of());
    }

    /**
     * The files as they lie in a connector's folder, by their names there; the WSDL is {@code contract.wsdl}, a schema
     * alone {@code contract.xsd}.
     */
    public Map<String, byte[]> copies() {
        if (copies == null) {
            copies = new Copies(this).files();
        }
        return copies;
    }

    /**
     * {@code file:line} of the first element that refers to the name, behind a colon and a blank; empty when none does.
     */
    String reference(QName name) {
        for (ContractFile file : files.values()) {
            var all = file.root().getOwnerDocument().getElementsByTagName("*");
            for (int i = 0; i < all.getLength(); i++) {
                Element element = (Element) all.item(i);
                for (String attribute : REFERENCES) {
                    if (element.hasAttribute(attribute)
                            && name.equals(XmlNames.qualified(element, element.getAttribute(attribute)))) {
                        return file.place(element) + ": ";
                    }
                }
            }
        }
        return "";
    }
}
