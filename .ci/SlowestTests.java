import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Prints the thirty slowest classes of tests, of the project and of all modules below {@code src} together. Arguments:
 * when the build began (UTC), and the project's folder.
 */
final class SlowestTests {
    private static final int MOST = 30;

    private record Suite(String name, double seconds) {}

    public static void main(String[] arguments) throws IOException, XMLStreamException {
        Instant began = Instant.parse(arguments[0]);
        List<Suite> suites = new ArrayList<>();
        for (Path folder : folders(Path.of(arguments[1]))) {
            try (Stream<Path> files = Files.list(folder)) {
                for (Path file : files.filter(SlowestTests::report).toList()) {
                    // Those of earlier builds lie there still.
                    if (!Files.getLastModifiedTime(file).toInstant().isBefore(began)) {
                        suites.add(read(file));
                    }
                }
            }
        }
        if (!suites.isEmpty()) {
            print(suites);
        }
    }

    private static List<Path> folders(Path project) throws IOException {
        try (Stream<Path> modules = Files.list(project.resolve("src"))) {
            return Stream.concat(Stream.of(project), modules)
                    .flatMap(module -> Stream.of("surefire-reports", "failsafe-reports")
                            .map(reports -> module.resolve("target").resolve(reports)))
                    .filter(Files::isDirectory)
                    .toList();
        }
    }

    private static boolean report(Path file) {
        return file.getFileName().toString().matches("TEST-.*[.]xml");
    }

    /** The root says it all. */
    private static Suite read(Path file) throws IOException, XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        try (InputStream in = Files.newInputStream(file)) {
            XMLStreamReader xml = factory.createXMLStreamReader(in);
            xml.nextTag();
            return new Suite(
                    xml.getAttributeValue(null, "name"),
                    Double.parseDouble(xml.getAttributeValue(null, "time").replace(",", "")));
        }
    }

    private static void print(List<Suite> suites) {
        double all = suites.stream().mapToDouble(Suite::seconds).sum();
        System.out.printf(
                Locale.ROOT, "The slowest of %d classes of tests, which took %.0f s together:%n", suites.size(), all);
        suites.stream()
                .sorted(Comparator.comparingDouble(Suite::seconds).reversed())
                .limit(MOST)
                .forEach(suite -> System.out.printf(Locale.ROOT, "%7.1f s  %s%n", suite.seconds, suite.name));
    }

    private SlowestTests() {}
}
