package az.dost.vahid.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import az.dost.vahid.json.Json;
import az.dost.vahid.normalise.XmlTree;
import az.dost.vahid.signature.key.ProofException;
import az.dost.vahid.signature.xml.XmlFactories;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.csv.CsvParser;
import com.fasterxml.jackson.dataformat.csv.CsvSchema;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * The worst that was found for each reader: deep, wide, long names, many attributes and namespaces. It costs no more
 * than its bytes are worth.
 */
@Tag("attack")
class WorstInputTest {
    private static final com.sun.management.ThreadMXBean THREADS =
            (com.sun.management.ThreadMXBean) ManagementFactory.getThreadMXBean();
    private static final Duration LONGEST = Duration.ofSeconds(5);
    private static final long MOST_MEMORY = 400L << 20;

    /** A reader under test; whether it refuses is its own business. */
    private interface Reader {
        void read(byte[] input) throws Exception;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static Map<String, byte[]> xml() {
        Map<String, byte[]> worst = new TreeMap<>();
        worst.put("deep", bytes("<a>".repeat(300_000) + "</a>".repeat(300_000)));
        worst.put("deep for a short one", bytes("<a>".repeat(1_000) + "</a>".repeat(1_000)));
        worst.put("wide", bytes("<r>" + "<a/>".repeat(500_000) + "</r>"));
        worst.put("wide in a list", bytes("<r>" + "<a>1</a>".repeat(190_000) + "</r>"));
        worst.put(
                "names",
                bytes("<r>"
                        + IntStream.range(0, 100_000)
                                .mapToObj(i -> "<n" + i + "/>")
                                .collect(Collectors.joining()) + "</r>"));
        worst.put("long names", bytes("<" + "a".repeat(1 << 20) + "/>"));
        worst.put(
                "attributes",
                bytes(IntStream.range(0, 200_000)
                        .mapToObj(i -> "a" + i + "='1'")
                        .collect(Collectors.joining(" ", "<r ", "/>"))));
        worst.put(
                "namespaces",
                bytes(IntStream.range(0, 150)
                                .mapToObj(i -> IntStream.range(0, 60)
                                        .mapToObj(j -> "xmlns:n" + i + "-" + j + "='u'")
                                        .collect(Collectors.joining(" ", "<a ", ">")))
                                .collect(Collectors.joining())
                        + "<n0-0:a/>".repeat(100_000)
                        + "</a>".repeat(150)));
        worst.put("comments", bytes("<r>" + "<!---->".repeat(300_000) + "</r>"));
        worst.put("references", bytes("<r>" + "&#65;".repeat(500_000) + "</r>"));
        worst.put(
                "entities",
                bytes("<!DOCTYPE a [<!ENTITY b \"" + "b".repeat(10_000) + "\">]><a>" + "&b;".repeat(10_000) + "</a>"));
        return worst;
    }

    private static Map<String, byte[]> json() {
        Map<String, byte[]> worst = new TreeMap<>();
        worst.put("deep lists", bytes("[".repeat(1 << 20)));
        worst.put("deep objects", bytes("{\"a\":".repeat(200_000)));
        worst.put("wide", bytes("[" + "0,".repeat(1 << 20) + "0]"));
        worst.put(
                "names",
                bytes(IntStream.range(0, 200_000)
                        .mapToObj(i -> "\"n" + i + "\":0")
                        .collect(Collectors.joining(",", "{", "}"))));
        worst.put(
                "names of one hash",
                bytes(IntStream.range(0, 1 << 14)
                        .mapToObj(i -> "\""
                                + IntStream.range(0, 14)
                                        .mapToObj(bit -> (i >> bit & 1) == 0 ? "Aa" : "BB")
                                        .collect(Collectors.joining())
                                + "\":0")
                        .collect(Collectors.joining(",", "{", "}"))));
        worst.put("long name", bytes("{\"" + "a".repeat(1 << 20) + "\":0}"));
        worst.put("long number", bytes("1".repeat(1 << 20)));
        worst.put("large exponent", bytes("[1e999999999,-1e-999999999]"));
        worst.put("escapes", bytes("\"" + "\\u0041".repeat(300_000) + "\""));
        return worst;
    }

    private static Map<String, byte[]> yaml() {
        Map<String, byte[]> worst = new TreeMap<>();
        worst.put(
                "aliases",
                bytes(IntStream.range(1, 40)
                        .mapToObj(i -> "a" + i + ": &a" + i + " [" + ("*a" + (i - 1) + ",").repeat(9) + "]\n")
                        .collect(Collectors.joining("", "a0: &a0 [x]\n", ""))));
        worst.put(
                "merges",
                bytes(IntStream.range(1, 40)
                        .mapToObj(i -> "a" + i + ": &a" + i + "\n  <<: [*a" + (i - 1) + ", *a" + (i - 1) + "]\n  k" + i
                                + ": 1\n")
                        .collect(Collectors.joining("", "a0: &a0 {k: 1}\n", ""))));
        worst.put("deep", bytes("[".repeat(100_000)));
        worst.put("deep blocks", bytes("- ".repeat(20_000)));
        worst.put("wide", bytes("a: [" + "0,".repeat(200_000) + "0]"));
        worst.put("long", bytes("a: " + "b".repeat(5 << 20)));
        worst.put("as long as it may be", bytes("a: " + "b".repeat((1 << 18) - 10)));
        worst.put("itself", bytes("a: &a [*a]"));
        return worst;
    }

    private static Map<String, byte[]> csv() {
        Map<String, byte[]> worst = new TreeMap<>();
        worst.put("a text without end", bytes("\"" + "a".repeat(4 << 20)));
        worst.put("columns", bytes(";".repeat(1 << 20)));
        worst.put("quotes", bytes("\"" + "\"\"".repeat(1 << 20) + "\""));
        worst.put("rows", bytes("a;b\n".repeat(200_000)));
        worst.put("empty rows", bytes("\n".repeat(1 << 20)));
        return worst;
    }

    private static void rows(byte[] input) throws IOException {
        try (MappingIterator<String[]> rows = Json.csv()
                .enable(CsvParser.Feature.WRAP_AS_ARRAY)
                .readerFor(String[].class)
                .with(CsvSchema.emptySchema().withColumnSeparator(';'))
                .readValues(input)) {
            while (rows.hasNextValue()) {
                rows.nextValue();
            }
        }
    }

    private static void stream(XMLInputFactory factory, byte[] input) throws XMLStreamException {
        XMLStreamReader reader = factory.createXMLStreamReader(new ByteArrayInputStream(input));
        while (reader.hasNext()) {
            reader.next();
        }
    }

    @TestFactory
    Stream<DynamicTest> costs_no_more_than_its_bytes_are_worth() {
        return Stream.of(
                        tests(
                                "XML held whole",
                                xml(),
                                input -> XmlTree.of(XmlFactories.parse(input).getDocumentElement())),
                        tests("XML in a stream", xml(), input -> stream(XmlFactories.large(), input)),
                        tests("XML of members", xml(), input -> stream(XmlFactories.unjoined(), input)),
                        tests("JSON", json(), input -> Json.mapper().readTree(input)),
                        tests("JSON, strictly", json(), input -> Json.strict().readTree(input)),
                        tests("CSV", csv(), WorstInputTest::rows),
                        tests("YAML", yaml(), input -> {
                            String text = new String(input, StandardCharsets.UTF_8);
                            Json.compose(text);
                            Json.yaml().readTree(text);
                        }),
                        tests(
                                "YAML with its places",
                                yaml(),
                                input -> Json.compose(new String(input, StandardCharsets.UTF_8))))
                .flatMap(test -> test);
    }

    private static Stream<DynamicTest> tests(String name, Map<String, byte[]> inputs, Reader reader) {
        return inputs.entrySet().stream()
                .map(input -> DynamicTest.dynamicTest(name + ": " + input.getKey(), () -> {
                    long memory = THREADS.getCurrentThreadAllocatedBytes();
                    long began = System.nanoTime();
                    String end = "read";
                    try {
                        reader.read(input.getValue());
                    } catch (ProofException | XMLStreamException | IOException | YamlEngineException e) {
                        end = "refused";
                    }
                    Duration took = Duration.ofNanos(System.nanoTime() - began);
                    memory = THREADS.getCurrentThreadAllocatedBytes() - memory;
                    if (System.getenv("VAHID_FIGURES") != null) {
                        System.out.printf(
                                "WORST | %s | %s | %d KB | %s | %d ms | %d MB%n",
                                name,
                                input.getKey(),
                                input.getValue().length / 1024,
                                end,
                                took.toMillis(),
                                memory >> 20);
                    }
                    assertThat(took).isLessThan(LONGEST);
                    assertThat(memory).isLessThan(MOST_MEMORY);
                }));
    }

    private static Stream<DynamicTest> refused(
            String name, Map<String, byte[]> inputs, Reader reader, String... kinds) {
        return Stream.of(kinds)
                .map(kind -> DynamicTest.dynamicTest(
                        name + ": " + kind,
                        () -> assertThatThrownBy(() -> reader.read(inputs.get(kind)))
                                .isInstanceOfAny(
                                        ProofException.class,
                                        XMLStreamException.class,
                                        IOException.class,
                                        YamlEngineException.class)));
    }

    @TestFactory
    Stream<DynamicTest> is_refused_where_it_has_no_end() {
        return Stream.of(
                        refused(
                                "XML held whole",
                                xml(),
                                XmlFactories::parse,
                                "deep",
                                "deep for a short one",
                                "wide",
                                "long names",
                                "attributes",
                                "entities"),
                        refused(
                                "XML in a stream",
                                xml(),
                                input -> stream(XmlFactories.large(), input),
                                "deep for a short one",
                                "attributes",
                                "entities"),
                        refused(
                                "XML of members",
                                xml(),
                                input -> stream(XmlFactories.unjoined(), input),
                                "deep for a short one",
                                "attributes",
                                "entities"),
                        refused(
                                "JSON",
                                json(),
                                input -> Json.mapper().readTree(input),
                                "deep lists",
                                "deep objects",
                                "long name",
                                "long number"),
                        refused(
                                "YAML",
                                yaml(),
                                input -> Json.yaml().readTree(new String(input, StandardCharsets.UTF_8)),
                                "deep",
                                "deep blocks",
                                "long"),
                        refused(
                                "YAML with its places",
                                yaml(),
                                input -> Json.compose(new String(input, StandardCharsets.UTF_8)),
                                "deep",
                                "deep blocks",
                                "long",
                                "aliases"))
                .flatMap(test -> test);
    }

    /**
     * The JVM's table of such texts is never emptied in time, and its places are known to whoever chooses the texts.
     */
    @Test
    void names_are_not_kept_by_the_jvm() throws IOException {
        for (ObjectMapper mapper : List.of(Json.mapper(), Json.exact(), Json.strict())) {
            String name = mapper.readTree("{\"a name that nobody else has\":0}")
                    .fieldNames()
                    .next();
            assertThat(name).isNotSameAs(new String(name).intern());
        }
    }
}
