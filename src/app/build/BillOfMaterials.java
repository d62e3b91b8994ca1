import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.SAXException;

/**
 * What each of the two jars is made of: its bill of materials (CycloneDX 1.6), its list of third parties, the text of
 * each licence that is named there, and the page {@code libraries.md}. It is made from the libraries that Maven found,
 * from their poms, and from what our own modules hold of others, so it needs no network.
 *
 * <p>Arguments: the project's folder; this module's {@code target}; the time in the bill; the list of Maven's
 * dependency plugin.
 */
final class BillOfMaterials {
    /** {@code g:a:jar[:classifier]:version:scope:file [(optional)]}; what is optional is the demonstration's. */
    private static final Pattern LISTED = Pattern.compile(
            "\\s*([^:\\s]+):([^:]+):jar:(?:([^:]+):)?([^:]+):(?:compile|runtime|provided):(.+?[.]jar)( \\(optional\\))?.*");

    private static final Pattern OF_OTHERS = Pattern.compile("META-INF/maven/([^/]+)/([^/]+)/pom[.]properties");
    private static final Pattern LICENCE_FILE =
            Pattern.compile("(META-INF/)?(LICEN[CS]E|COPYING|NOTICE)[^/]*", Pattern.CASE_INSENSITIVE);
    /** Licences that want the line of who has the copyright to stay with what is handed on. */
    private static final Set<String> WITH_COPYRIGHT =
            Set.of("MIT", "BSD-2-Clause", "BSD-3-Clause", "ISC", "PostgreSQL");
    /** What Spring Boot leaves out of its jars: they only name other libraries, or work in the compiler. */
    private static final Set<String> EMPTY = Set.of("dependencies-starter", "annotation-processor", "development-tool");

    private static final String OURS = "az.dost";
    private static final String GATEWAY = "vahid.jar";

    private final Path project;
    private final Path licences;
    /** Where Maven keeps what it fetched. */
    private Path repository;

    private final Map<String, String> names = new TreeMap<>();
    private final Map<String, String> corrected = new TreeMap<>();
    private final Map<String, String> copyrights = new TreeMap<>();
    /** Told all at once. */
    private final Set<String> missing = new TreeSet<>();
    /** By package URL. */
    private final Map<String, Part> parts = new TreeMap<>();

    private BillOfMaterials(Path project) throws IOException {
        this.project = project;
        licences = project.resolve("src/app/main/licences");
        Map<String, Map<String, String>> sections =
                Map.of("[names]", names, "[libraries]", corrected, "[copyrights]", copyrights);
        Map<String, String> section = null;
        for (String line : Files.readAllLines(licences.resolve("licences.txt"))) {
            if (sections.containsKey(line)) {
                section = sections.get(line);
            } else if (!line.isBlank() && !line.startsWith("#")) {
                String[] sides = line.split(" = ", 2);
                section.put(sides[0].strip(), sides[1].strip());
            }
        }
    }

    /** A library, where it lies in the jars, and in which of them. */
    private static final class Part {
        private String group;
        private String artifact;
        private String version;
        private String purl;
        private String sha256;
        private String licence;
        private boolean asDeclared;
        private String copyright;
        /** Each with whether it is there in {@code vahid.jar} too. */
        private final Map<String, Boolean> places = new TreeMap<>();

        private boolean inGateway() {
            return places.containsValue(true);
        }

        private String name() {
            return group + ':' + artifact;
        }
    }

    public static void main(String[] arguments) throws Exception {
        Path target = Path.of(arguments[1]);
        BillOfMaterials bill = new BillOfMaterials(Path.of(arguments[0]).toRealPath());
        List<Matcher> listed = new ArrayList<>();
        for (String line : Files.readAllLines(Path.of(arguments[3]))) {
            Matcher one = LISTED.matcher(line);
            if (one.matches()) {
                listed.add(one);
            } else if (line.contains(":jar:")) {
                throw new IllegalStateException("Not understood, is it a jar of its own? Run 'mvn package': " + line);
            }
        }
        bill.repository = repository(listed);
        for (Matcher one : listed) {
            bill.take(one);
        }
        if (!bill.missing.isEmpty()) {
            throw new IllegalStateException(
                    "src/app/main/licences lacks, most of it in licences.txt:\n  " + String.join("\n  ", bill.missing));
        }
        bill.takeThePackagers();
        bill.write(GATEWAY, target.resolve("classes"), arguments[2]);
        bill.write("vahid-demo.jar", target.resolve("demo-classes"), arguments[2]);
        bill.page(bill.project.resolve("target/libraries.md"));
    }

    private void take(Matcher listed) throws Exception {
        Path file = Path.of(listed.group(5));
        try (JarFile jar = new JarFile(file.toFile())) {
            String type = jar.getManifest() == null
                    ? null
                    : jar.getManifest().getMainAttributes().getValue("Spring-Boot-Jar-Type");
            if (type != null && EMPTY.contains(type)) {
                return;
            }
            boolean inGateway = listed.group(6) == null;
            Part part = part(listed.group(1), listed.group(2), listed.group(4), listed.group(3));
            String place = "BOOT-INF/lib/" + file.getFileName();
            part.places.put(place, inGateway);
            part.sha256 = digest(Files.readAllBytes(file));
            if (part.group.equals(OURS)) {
                part.licence = "Apache-2.0";
                part.asDeclared = true;
                takeWithin(jar, place, inGateway);
            } else {
                String pom = part.artifact + '-' + part.version + ".pom";
                licence(part, Files.readAllBytes(file.resolveSibling(pom)));
                copyright(part, jar.stream().map(JarEntry::getName));
            }
        }
    }

    private static Path repository(List<Matcher> listed) {
        Matcher other = listed.stream()
                .filter(one -> !one.group(1).equals(OURS))
                .findFirst()
                .orElseThrow();
        // group/artifact/version/file
        Path folder = Path.of(other.group(5)).getParent().getParent().getParent();
        for (int names = other.group(1).split("[.]").length; names > 0; names--) {
            folder = folder.getParent();
        }
        return folder;
    }

    /** Jars of others within a jar of ours, and packages of others that were unpacked into it. */
    private void takeWithin(JarFile module, String place, boolean inGateway) throws Exception {
        for (JarEntry entry : module.stream().toList()) {
            Matcher unpacked = OF_OTHERS.matcher(entry.getName());
            if (entry.getName().endsWith(".jar")) {
                takeNested(module.getInputStream(entry).readAllBytes(), place + "!/" + entry.getName(), inGateway);
            } else if (unpacked.matches() && !unpacked.group(1).equals(OURS)) {
                Properties about = properties(module.getInputStream(entry).readAllBytes());
                Part part = part(unpacked.group(1), unpacked.group(2), about.getProperty("version"), null);
                part.places.put(place + "!/" + entry.getName().replace("pom.properties", ""), inGateway);
                licence(part, read(module, entry.getName().replace(".properties", ".xml")));
                copyright(part, Stream.of());
            }
        }
    }

    private void takeNested(byte[] jar, String place, boolean inGateway) throws Exception {
        String name = place.substring(place.lastIndexOf('/') + 1, place.length() - ".jar".length());
        Map<String, byte[]> poms = new LinkedHashMap<>();
        List<String> files = new ArrayList<>();
        try (JarInputStream in = new JarInputStream(new ByteArrayInputStream(jar))) {
            for (JarEntry entry = in.getNextJarEntry(); entry != null; entry = in.getNextJarEntry()) {
                files.add(entry.getName());
                if (entry.getName().startsWith("META-INF/maven/") && !entry.isDirectory()) {
                    poms.put(entry.getName(), in.readAllBytes());
                }
            }
        }
        for (Map.Entry<String, byte[]> about : poms.entrySet()) {
            Matcher of = OF_OTHERS.matcher(about.getKey());
            if (of.matches()) {
                String version = properties(about.getValue()).getProperty("version");
                if (name.equals(of.group(2) + '-' + version)) {
                    Part part = part(of.group(1), of.group(2), version, null);
                    part.places.put(place, inGateway);
                    part.sha256 = digest(jar);
                    licence(part, poms.get(about.getKey().replace(".properties", ".xml")));
                    copyright(part, files.stream());
                    return;
                }
            }
        }
        throw new IllegalStateException(place + " does not say what it is");
    }

    /** What the packager adds of itself: the classes that start the jar, and those that take it apart. */
    private void takeThePackagers() throws Exception {
        Part boot = parts.values().stream()
                .filter(part -> part.name().equals("org.springframework.boot:spring-boot"))
                .findFirst()
                .orElseThrow();
        Map<String, String> added = Map.of(
                "spring-boot-loader",
                "org/springframework/boot/loader/",
                "spring-boot-jarmode-tools",
                "BOOT-INF/lib/spring-boot-jarmode-tools-" + boot.version + ".jar");
        added.forEach((artifact, place) -> {
            Part part = part(boot.group, artifact, boot.version, null);
            part.places.put(place, true);
            part.licence = boot.licence;
            part.asDeclared = boot.asDeclared;
        });
    }

    private Part part(String group, String artifact, String version, String classifier) {
        String purl = "pkg:maven/" + group + '/' + artifact + '@' + version + '?'
                + (classifier == null ? "" : "classifier=" + classifier + '&') + "type=jar";
        Part part = parts.computeIfAbsent(purl, unknown -> new Part());
        part.group = group;
        part.artifact = artifact;
        part.version = version;
        part.purl = purl;
        return part;
    }

    /** Our own word first, where a pom says nothing or something else than the library's files. */
    private void licence(Part part, byte[] pom) throws Exception {
        String ours = ours(corrected, part);
        part.asDeclared = ours == null;
        part.licence = ours == null ? declared(part, pom) : ours.split(" [|] ")[0];
        for (String id : texts(part.licence)) {
            if (!id.isEmpty() && !Files.exists(licences.resolve(id + ".txt"))) {
                missing.add(id + ".txt: the text of the licence of " + part.name());
            }
        }
    }

    private static String ours(Map<String, String> section, Part part) {
        return section.getOrDefault(part.name(), section.get(part.group + ":*"));
    }

    /** Several licences of a pom are a choice. */
    private String declared(Part part, byte[] pom) throws Exception {
        Element root = xml(pom);
        while (true) {
            List<String> named = children(root, "licenses").stream()
                    .flatMap(list -> children(list, "license").stream())
                    .map(one -> text(one, "name").replaceAll("\\s+", " "))
                    .toList();
            if (!named.isEmpty()) {
                named.stream()
                        .filter(name -> !names.containsKey(name))
                        .forEach(name ->
                                missing.add("[names] " + name + " = ..., as the pom of " + part.name() + " says"));
                return named.stream()
                        .map(name -> names.getOrDefault(name, name))
                        .distinct()
                        .collect(Collectors.joining(" OR "));
            }
            List<Element> parent = children(root, "parent");
            Path file = parent.isEmpty()
                    ? null
                    : repository
                            .resolve(text(parent.get(0), "groupId").replace('.', '/'))
                            .resolve(text(parent.get(0), "artifactId"))
                            .resolve(text(parent.get(0), "version"))
                            .resolve(text(parent.get(0), "artifactId") + '-' + text(parent.get(0), "version") + ".pom");
            if (file == null || !Files.exists(file)) {
                missing.add("[libraries] " + part.name() + " = ...: no pom names its licence");
                return "";
            }
            root = xml(Files.readAllBytes(file));
        }
    }

    private void copyright(Part part, Stream<String> files) {
        part.copyright = ours(copyrights, part);
        if (part.copyright == null
                && !part.licence.contains(" OR ")
                && texts(part.licence).stream().anyMatch(WITH_COPYRIGHT::contains)
                && files.noneMatch(file -> LICENCE_FILE.matcher(file).matches())) {
            missing.add("[copyrights] " + part.name() + " = ...: its licence wants it, and no file in its jar says it");
        }
    }

    /** The names of the texts that an expression needs: GPL-2.0-only and GPL-2.0-or-later have one. */
    private static Set<String> texts(String expression) {
        return Arrays.stream(expression.replaceAll("[()]", "").split(" (OR|AND|WITH) "))
                .map(id -> id.replaceAll("-(only|or-later)$", ""))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private void write(String jar, Path classes, String time) throws IOException {
        List<Part> its = parts.values().stream()
                .filter(part -> !jar.equals(GATEWAY) || part.inGateway())
                .toList();
        Path folder = classes.resolve("META-INF");
        Files.createDirectories(folder.resolve("sbom"));
        Files.createDirectories(folder.resolve("licences"));
        Files.writeString(folder.resolve("sbom/application.cdx.json"), json(bill(jar, its, time), "") + '\n');
        Files.writeString(folder.resolve("THIRD-PARTY.txt"), thirdParties(jar, its));
        for (String file : List.of("LICENSE", "NOTICE")) {
            Files.copy(project.resolve(file), folder.resolve(file), StandardCopyOption.REPLACE_EXISTING);
        }
        try (Stream<Path> before = Files.list(folder.resolve("licences"))) {
            for (Path file : before.toList()) {
                Files.delete(file);
            }
        }
        for (String id :
                its.stream().flatMap(part -> texts(part.licence).stream()).collect(Collectors.toSet())) {
            Files.copy(
                    licences.resolve(id + ".txt"),
                    folder.resolve("licences").resolve(id + ".txt"),
                    StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private Map<String, Object> bill(String jar, List<Part> its, String time) {
        Part ours = parts.values().stream()
                .filter(part -> part.group.equals(OURS))
                .findFirst()
                .orElseThrow();
        String artifact = jar.replace(".jar", "");
        String root = "pkg:maven/" + OURS + '/' + artifact + '@' + ours.version + "?type=jar";
        return ordered(
                "bomFormat",
                "CycloneDX",
                "specVersion",
                "1.6",
                "version",
                1,
                "metadata",
                ordered(
                        "timestamp",
                        time,
                        "component",
                        ordered(
                                "type", "application",
                                "bom-ref", root,
                                "group", OURS,
                                "name", artifact,
                                "version", ours.version,
                                "licenses", List.of(licence("Apache-2.0", true)),
                                "purl", root)),
                "components",
                its.stream().map(part -> component(part, jar)).toList(),
                "dependencies",
                List.of(ordered(
                        "ref",
                        root,
                        "dependsOn",
                        its.stream().map(part -> part.purl).toList())));
    }

    private static Map<String, Object> component(Part part, String jar) {
        Map<String, Object> component = ordered(
                "type", "library",
                "bom-ref", part.purl,
                "group", part.group,
                "name", part.artifact,
                "version", part.version);
        if (part.sha256 != null) {
            component.put("hashes", List.of(ordered("alg", "SHA-256", "content", part.sha256)));
        }
        component.put("licenses", List.of(licence(part.licence, part.asDeclared)));
        if (part.copyright != null) {
            component.put("copyright", part.copyright);
        }
        component.put("purl", part.purl);
        component.put(
                "evidence",
                ordered(
                        "occurrences",
                        part.places.entrySet().stream()
                                .filter(place -> place.getValue() || !jar.equals(GATEWAY))
                                .map(place -> ordered("location", place.getKey()))
                                .toList()));
        return component;
    }

    private static Map<String, Object> licence(String expression, boolean asDeclared) {
        String said = asDeclared ? "declared" : "concluded";
        return expression.contains(" ")
                ? ordered("expression", expression, "acknowledgement", said)
                : ordered("license", ordered("id", expression, "acknowledgement", said));
    }

    private static String thirdParties(String jar, List<Part> its) {
        StringBuilder text = new StringBuilder("Third parties in " + jar + "\n\n"
                + "Each library is unchanged and a file of its own (but for those within vahid-pages, of which some files\n"
                + "were left out), so it can be replaced by another version of it. Its sources stand beside it in Maven's\n"
                + "central repository. The text of each licence is META-INF/licences/<name>.txt; where a line offers several\n"
                + "(OR), the first is taken. The same with places and digests: META-INF/sbom/application.cdx.json.\n");
        Map<String, List<Part>> byLicence = its.stream()
                .filter(part -> !part.group.equals(OURS))
                .collect(Collectors.groupingBy(part -> part.licence, TreeMap::new, Collectors.toList()));
        byLicence.forEach((licence, libraries) -> {
            text.append("\n").append(licence).append("\n");
            for (Part part : libraries) {
                text.append("  ")
                        .append(part.name())
                        .append(' ')
                        .append(part.version)
                        .append('\n');
                if (part.copyright != null) {
                    text.append("    ").append(part.copyright).append('\n');
                }
            }
        });
        return text.toString();
    }

    private void page(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        StringBuilder page = new StringBuilder(Files.readString(licences.resolve("libraries-head.txt")));
        Map<String, Part> rows = new TreeMap<>();
        for (Part part : parts.values()) {
            if (!part.group.equals(OURS)) {
                rows.merge(part.name() + ' ' + part.version, part, (one, other) -> one.inGateway() ? one : other);
            }
        }
        for (Part part : rows.values()) {
            page.append("| ")
                    .append(part.name())
                    .append(" | ")
                    .append(part.version)
                    .append(" | ");
            page.append(part.licence)
                    .append(" | ")
                    .append(part.inGateway() ? "both" : "`vahid-demo.jar`")
                    .append(" |\n");
        }
        Files.writeString(file, page.toString());
    }

    private static Map<String, Object> ordered(Object... pairs) {
        Map<String, Object> map = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            map.put((String) pairs[i], pairs[i + 1]);
        }
        return map;
    }

    private static String json(Object value, String indent) {
        String within = indent + "  ";
        if (value instanceof Map<?, ?> map) {
            return map.entrySet().stream()
                    .map(entry -> within + quoted(entry.getKey()) + ": " + json(entry.getValue(), within))
                    .collect(Collectors.joining(",\n", "{\n", "\n" + indent + "}"));
        }
        if (value instanceof List<?> list) {
            return list.stream()
                    .map(one -> within + json(one, within))
                    .collect(Collectors.joining(",\n", "[\n", "\n" + indent + "]"));
        }
        return value instanceof Number ? value.toString() : quoted(value);
    }

    private static String quoted(Object text) {
        return '"' + text.toString().replace("\\", "\\\\").replace("\"", "\\\"") + '"';
    }

    private static byte[] read(JarFile jar, String name) throws IOException {
        try (InputStream in = jar.getInputStream(jar.getEntry(name))) {
            return in.readAllBytes();
        }
    }

    private static Properties properties(byte[] bytes) throws IOException {
        Properties properties = new Properties();
        properties.load(new ByteArrayInputStream(bytes));
        return properties;
    }

    private static Element xml(byte[] bytes) throws ParserConfigurationException, SAXException, IOException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
        return factory.newDocumentBuilder()
                .parse(new ByteArrayInputStream(
                        new String(bytes, StandardCharsets.UTF_8).strip().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element element && element.getNodeName().equals(name)) {
                found.add(element);
            }
        }
        return found;
    }

    private static String text(Element parent, String name) {
        return children(parent, name).get(0).getTextContent().strip();
    }

    private static String digest(byte[] bytes) throws NoSuchAlgorithmException {
        return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
    }
}
