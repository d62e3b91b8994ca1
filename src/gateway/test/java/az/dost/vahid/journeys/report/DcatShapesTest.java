package az.dost.vahid.journeys.report;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.journeys.report.export.DcatCatalogue;
import az.dost.vahid.linked.StandardFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.apache.camel.Exchange;
import org.apache.camel.impl.DefaultCamelContext;
import org.apache.camel.support.DefaultExchange;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.rdf.model.Model;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The catalogue of open data, as the gateway answers with it: Apache Jena reads its JSON-LD and holds it to shapes of
 * DCAT-AP.
 */
class DcatShapesTest {
    private static final Path OURS = Path.of("src/gateway/test/resources/report/dcat-ap.ttl");
    private static JsonNode catalogue;

    @BeforeAll
    static void close(@TempDir Path folder) throws Exception {
        try (TestReports reports = new TestReports(folder)) {
            ReportPeriod quarter = ReportPeriod.of("2026-Q1").orElseThrow();
            for (ReportPeriod month : quarter.months()) {
                reports.cases(TestReports.within(month.first()), "home-care", "north", 40);
            }
            reports.job(quarter.closesAt()).run();
            Exchange exchange = new DefaultExchange(new DefaultCamelContext());
            new OpenDataHandler(
                            null,
                            reports.versions,
                            null,
                            new DcatCatalogue(
                                    "https://vahid.example.az", "https://creativecommons.org/licenses/by/4.0/"))
                    .catalogue(exchange);
            catalogue =
                    StoredJson.json(new String(exchange.getMessage().getBody(byte[].class), StandardCharsets.UTF_8));
        }
    }

    private static Graph graph(Lang lang, String text) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(text))
                .lang(lang)
                .base("urn:az:dost:vahid:test")
                .parse(graph);
        return graph;
    }

    /** What the shapes find, in words. */
    private static List<String> found(String shapes, JsonNode json) {
        Graph all = graph(Lang.TURTLE, shapes);
        // The profile's file of version 3.0.1 names a property of DataService, which we have none of, without saying
        // which.
        all.find(Node.ANY, SHACL.property, Node.ANY)
                .filterDrop(property -> all.contains(property.getObject(), SHACL.path, Node.ANY))
                .toList()
                .forEach(property -> {
                    assertThat(property.getSubject().getURI()).endsWith("DataServiceShape");
                    all.delete(property);
                });
        return ShaclValidator.get()
                .validate(Shapes.parse(all), graph(Lang.JSONLD11, json.toString()))
                .getEntries()
                .stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + ": " + entry.message())
                .toList();
    }

    private static String ours() throws IOException {
        return Files.readString(OURS);
    }

    private static String theirs() throws IOException {
        return StandardFile.text("dcat-ap", "dcat-ap-SHACL.ttl");
    }

    private static JsonNode without(String pointer) {
        ObjectNode changed = catalogue.deepCopy();
        int last = pointer.lastIndexOf('/');
        assertThat(((ObjectNode) changed.at(pointer.substring(0, last))).remove(pointer.substring(last + 1)))
                .as(pointer)
                .isNotNull();
        return changed;
    }

    @Test
    void the_catalogue_is_read_with_its_datasets_and_their_files() {
        Model model = ModelFactory.createModelForGraph(graph(Lang.JSONLD11, catalogue.toString()));
        String dcat = "http://www.w3.org/ns/dcat#";
        assertThat(model.listSubjectsWithProperty(model.createProperty(dcat + "dataset"))
                        .toList())
                .hasSize(1);
        assertThat(model.listObjectsOfProperty(model.createProperty(dcat + "dataset"))
                        .toList())
                .hasSize(4);
        assertThat(model.listObjectsOfProperty(model.createProperty(dcat + "distribution"))
                        .toList())
                .hasSize(4 * 3);
        assertThat(model.listObjectsOfProperty(model.createProperty("http://purl.org/dc/terms/title"))
                        .toList())
                .anyMatch(title -> title.asLiteral().getLanguage().equals("az"));
        assertThat(Stream.of("endDate", "startDate"))
                .allSatisfy(date -> assertThat(model.listObjectsOfProperty(model.createProperty(dcat + date))
                                .toList())
                        .allMatch(node -> node.asLiteral().getDatatypeURI().endsWith("#date")));
    }

    @Test
    void it_has_all_that_our_list_of_the_profile_demands() throws IOException {
        assertThat(found(ours(), catalogue)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/title",
                "/title/az",
                "/description",
                "/publisher",
                "/@included",
                "/@context/publisher",
                "/dataset/0/title",
                "/dataset/3/description",
                "/dataset/1/publisher",
                "/dataset/0/identifier",
                "/dataset/0/distribution",
                "/dataset/2/distribution/1/accessURL",
                "/dataset/0/temporal/startDate",
                "/@context/name",
                "/@context/accessURL",
                "/@included/0/@type"
            })
    void a_catalogue_without_one_of_these_is_refused(String pointer) throws IOException {
        assertThat(found(ours(), without(pointer))).isNotEmpty();
    }

    @Test
    void the_profiles_own_shapes_find_nothing() throws IOException {
        assertThat(found(theirs(), catalogue)).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/title",
                "/description",
                "/publisher",
                "/@included",
                "/dataset/0/title",
                "/dataset/3/description",
                "/dataset/2/distribution/1/accessURL",
                "/@included/0/@type"
            })
    void the_profiles_own_shapes_refuse_a_catalogue_without_one_of_these(String pointer) throws IOException {
        assertThat(found(theirs(), without(pointer))).isNotEmpty();
    }
}
