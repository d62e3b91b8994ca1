package az.dost.vahid.linked;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.StringReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.graph.Triple;
import org.apache.jena.riot.Lang;
import org.apache.jena.riot.RDFParser;
import org.apache.jena.shacl.ShaclValidator;
import org.apache.jena.shacl.Shapes;
import org.apache.jena.shacl.vocabulary.SHACL;
import org.apache.jena.sparql.graph.GraphFactory;
import org.apache.jena.vocabulary.RDF;

/** Our graphs as Apache Jena reads them, held to shapes, and broken where shapes say what must be. */
public final class ForeignReader {
    private static final String BASE = "https://vahid.example.az/";

    private ForeignReader() {}

    /** Of both forms, which must be the same. */
    public static Graph read(az.dost.vahid.linked.Graph ours) {
        Graph json = read(LinkedForm.JSON_LD, LinkedForm.JSON_LD.bytes(ours));
        assertThat(json.isIsomorphicWith(read(LinkedForm.TURTLE, LinkedForm.TURTLE.bytes(ours))))
                .as("Turtle says the same as JSON-LD")
                .isTrue();
        return json;
    }

    public static Graph read(LinkedForm form, byte[] bytes) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new ByteArrayInputStream(bytes))
                .lang(form == LinkedForm.TURTLE ? Lang.TURTLE : Lang.JSONLD11)
                .base(BASE)
                .parse(graph);
        return graph;
    }

    /** Those of a file of ours, {@code linked/<name>.ttl}. */
    public static Graph shapes(String name) {
        try (var in = ForeignReader.class.getResourceAsStream("/linked/" + name + ".ttl")) {
            return turtle(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    public static Graph turtle(String text) {
        Graph graph = GraphFactory.createDefaultGraph();
        RDFParser.create()
                .source(new StringReader(text))
                .lang(Lang.TURTLE)
                .base(BASE)
                .parse(graph);
        return graph;
    }

    /** What the shapes find, in words. */
    public static List<String> found(Graph shapes, Graph graph) {
        return ShaclValidator.get().validate(Shapes.parse(shapes), graph).getEntries().stream()
                .map(entry -> entry.focusNode() + " " + entry.resultPath() + ": " + entry.message())
                .toList();
    }

    /**
     * The graph, broken once for everything that the shapes demand of a class and that it has: without what must be
     * there, with a link to what is of no class, with a value of another type, with one too many. By what was done.
     */
    public static Map<String, Graph> broken(Graph shapes, Graph graph) {
        Map<String, Graph> broken = new LinkedHashMap<>();
        shapes.find(Node.ANY, SHACL.targetClass, Node.ANY)
                .forEachRemaining(target -> shapes.find(target.getSubject(), SHACL.property, Node.ANY)
                        .forEachRemaining(
                                property -> breakOne(shapes, property.getObject(), target.getObject(), graph, broken)));
        return broken;
    }

    private static void breakOne(Graph shapes, Node property, Node type, Graph graph, Map<String, Graph> broken) {
        Node path = value(shapes, property, SHACL.path);
        Triple one = graph.find(Node.ANY, RDF.type.asNode(), type)
                .filterKeep(thing -> graph.contains(thing.getSubject(), path, Node.ANY))
                .nextOptional()
                .map(thing -> graph.find(thing.getSubject(), path, Node.ANY).next())
                .orElse(null);
        if (one == null) {
            return;
        }
        String name = type + " " + path;
        if (value(shapes, property, SHACL.minCount) != null) {
            Graph copy = copy(graph);
            copy.remove(one.getSubject(), path, Node.ANY);
            broken.put(name + " is not there", copy);
        }
        Node wanted = value(shapes, property, SHACL.class_);
        if (wanted != null) {
            Graph copy = copy(graph);
            copy.remove(one.getObject(), RDF.type.asNode(), wanted);
            broken.put(name + " leads to no " + wanted, copy);
        }
        if (value(shapes, property, SHACL.datatype) != null) {
            Graph copy = copy(graph);
            copy.delete(one);
            copy.add(one.getSubject(), path, NodeFactory.createLiteralDT("2026", XSDDatatype.XSDgYear));
            broken.put(name + " is of another type", copy);
        }
        if (value(shapes, property, SHACL.maxCount) != null) {
            Graph copy = copy(graph);
            copy.add(one.getSubject(), path, NodeFactory.createLiteralString("one more"));
            broken.put(name + " is there twice", copy);
        }
    }

    private static Node value(Graph shapes, Node property, Node path) {
        List<Node> values = new ArrayList<>();
        shapes.find(property, path, Node.ANY).forEachRemaining(triple -> values.add(triple.getObject()));
        return values.isEmpty() ? null : values.get(0);
    }

    private static Graph copy(Graph graph) {
        Graph copy = GraphFactory.createDefaultGraph();
        graph.find().forEachRemaining(copy::add);
        return copy;
    }
}
