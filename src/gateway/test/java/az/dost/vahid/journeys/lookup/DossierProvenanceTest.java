package az.dost.vahid.journeys.lookup;

import static org.assertj.core.api.Assertions.assertThat;

import az.dost.vahid.json.Json;
import az.dost.vahid.linked.ForeignReader;
import az.dost.vahid.linked.LinkedForm;
import az.dost.vahid.linked.StandardFile;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.apache.jena.datatypes.xsd.XSDDatatype;
import org.apache.jena.graph.Graph;
import org.apache.jena.graph.Node;
import org.apache.jena.graph.NodeFactory;
import org.apache.jena.rdf.model.InfModel;
import org.apache.jena.rdf.model.ModelFactory;
import org.apache.jena.rdf.model.RDFNode;
import org.apache.jena.vocabulary.OWL;
import org.apache.jena.vocabulary.RDF;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a dossier is from, as linked data: read, held to PROV-O and to PROV-CONSTRAINTS by Apache Jena. */
class DossierProvenanceTest {
    private static final String FIN = "5KM2X7Q";
    private static final String ID = "0197f3a2-5b1c-7d2e-8f00-0123456789ab";
    private static final String AT = "https://vahid.example.az/v1/dossiers/" + ID;
    private static final String AGENCIES = "https://vahid.example.az/v1/catalogue/agencies#";
    private static final String PROV = "http://www.w3.org/ns/prov#";
    private static final DossierProvenance PROVENANCE = new DossierProvenance("https://vahid.example.az");
    private static final String DOSSIER =
            """
            {"subject": {"fin": "%s", "state": "KNOWN", "source": "identity-register",
               "asOf": "2026-01-31T08:15:30.001Z", "evidence": "e-1"},
             "dossierId": "%s", "assembledAt": "2026-01-31T08:15:30.120Z", "completes": "0197f3a2-5b1c-7d2e-8f00-0123456789aa",
             "service": "ccu-intake", "requester": "back office", "official": "a.mammadova", "caseRef": "DOST-1/2026/4711",
             "completeness": "PARTIAL", "currency": "AZN",
             "facts": {
               "identity": {"value": {"fin": "%s", "surname": "MƏMMƏDOVA"}, "provenance": {"source": "identity-register",
                 "asOf": "2026-01-31T08:15:30.001Z", "evidence": "e-1", "fields": {"patronymic": {"source": "mobilisation",
                 "asOf": "2026-01-30T00:00:00.000Z", "evidence": "e-2", "stale": true}}}},
               "conscription": {"value": {}, "provenance": {"source": "mobilisation", "asOf": "2026-01-30T00:00:00.000Z",
                 "evidence": "e-2", "stale": true}}},
             "conflicts": [],
             "sources": [
               {"agency": "identity-register", "verdict": "ANSWERED", "asOf": "2026-01-31T08:15:30.001Z", "elapsedMs": 41,
                "evidence": [{"id": "e-1", "digest": "sha-256:%s", "signer": "CN=identity-register"}]},
               {"agency": "mobilisation", "verdict": "STALE", "reason": "TIMED_OUT", "asOf": "2026-01-30T00:00:00.000Z", "elapsedMs": 900,
                "evidence": [{"id": "e-2", "digest": "sha-256:%s"}]},
               {"agency": "tax", "verdict": "NO_RECORD", "elapsedMs": 12, "evidence": [{"id": "e-3", "digest": "sha-256:%s"}]},
               {"agency": "education", "verdict": "TIMED_OUT", "elapsedMs": 2000}],
             "documents": []}
            """.formatted(FIN, ID, FIN, "0a".repeat(32), "0b".repeat(32), "0c".repeat(32));

    private static ObjectNode dossier() {
        try {
            return (ObjectNode) Json.mapper().readTree(DOSSIER);
        } catch (IOException e) {
            throw new AssertionError(e);
        }
    }

    private static Graph graph(JsonNode dossier) {
        return ForeignReader.read(PROVENANCE.of(dossier));
    }

    private static Node node(String address) {
        return NodeFactory.createURI(address);
    }

    private static List<String> objects(Graph graph, String subject, String property) {
        return graph.find(node(subject), node(PROV + property), Node.ANY)
                .mapWith(triple -> triple.getObject())
                .mapWith(object -> object.isURI() ? object.getURI() : object.getLiteralLexicalForm())
                .toList();
    }

    @Test
    void it_says_who_asked_whom_and_what_came_of_what_when() {
        Graph graph = graph(dossier());
        assertThat(objects(graph, AT, "generatedAtTime")).containsExactly("2026-01-31T08:15:30.120Z");
        assertThat(objects(graph, AT, "wasGeneratedBy")).containsExactly(AT + "#lookup");
        assertThat(objects(graph, AT, "wasDerivedFrom"))
                .containsExactlyInAnyOrder(AT + "#evidence-e-1", AT + "#evidence-e-2", AT + "#evidence-e-3");
        assertThat(objects(graph, AT, "wasRevisionOf")).containsExactly(AT.replace("89ab", "89aa"));
        assertThat(objects(graph, AT + "#lookup", "wasAssociatedWith"))
                .containsExactlyInAnyOrder("urn:az:dost", AT + "#requester");
        assertThat(objects(graph, AT + "#requester", "actedOnBehalfOf")).containsExactly(AT + "#official");
        assertThat(objects(graph, AT + "#asked", "hadPlan"))
                .containsExactly("https://vahid.example.az/v1/catalogue/services/ccu-intake");
        assertThat(objects(graph, AT + "#lookup", "wasInformedBy")).hasSize(4);
        assertThat(objects(graph, AT + "#evidence-e-2", "generatedAtTime")).containsExactly("2026-01-30T00:00:00.000Z");
        assertThat(objects(graph, AT + "#evidence-e-1", "wasAttributedTo"))
                .containsExactlyInAnyOrder(AGENCIES + "identity-register", AT + "#evidence-e-1.signer");
        assertThat(objects(graph, AT + "#source-education", "used")).isEmpty();
        assertThat(objects(graph, AT + "#fact-identity.patronymic", "wasDerivedFrom"))
                .containsExactly(AT + "#evidence-e-2");
        assertThat(graph.contains(
                        node(AT + "#evidence-e-3.digest"),
                        Node.ANY,
                        NodeFactory.createLiteralDT("0c".repeat(32), XSDDatatype.XSDhexBinary)))
                .isTrue();
        assertThat(graph.contains(node(AT + "#official"), Node.ANY, NodeFactory.createLiteralString("a.mammadova")))
                .isTrue();
    }

    @Test
    void what_the_bus_asked_by_itself_was_for_a_right() {
        ObjectNode dossier = dossier().put("service", "proactive:birth-allowance");
        assertThat(objects(graph(dossier), AT + "#asked", "hadPlan"))
                .containsExactly("https://vahid.example.az/v1/rights#birth-allowance");
    }

    @Test
    @Tag("attack")
    void no_form_of_it_has_the_citizen_or_a_value_and_no_address_has_a_person() {
        for (LinkedForm form : LinkedForm.values()) {
            String text = new String(form.bytes(PROVENANCE.of(dossier())), StandardCharsets.UTF_8);
            assertThat(text).doesNotContain(FIN, "MƏMMƏDOVA", "DOST-1/2026/4711");
        }
        List<String> addresses = new ArrayList<>();
        graph(dossier()).find().forEachRemaining(triple -> {
            addresses.add(triple.getSubject().getURI());
            if (triple.getObject().isURI()) {
                addresses.add(triple.getObject().getURI());
            }
        });
        assertThat(addresses).isNotEmpty().noneMatch(address -> address.contains("mammadova"));
    }

    @Test
    @Tag("attack")
    void who_is_granted_verdicts_alone_is_told_of_no_register() {
        Graph graph = graph(VerdictsOnly.of(dossier()));
        assertThat(objects(graph, AT, "wasGeneratedBy")).containsExactly(AT + "#lookup");
        assertThat(graph.find().toList())
                .noneMatch(triple -> triple.toString().contains(AGENCIES)
                        || triple.toString().contains("#evidence")
                        || triple.toString().contains("#fact"));
        assertThat(ForeignReader.found(ForeignReader.shapes("prov"), graph)).isEmpty();
    }

    @Test
    void it_has_all_that_our_list_demands_and_whatever_is_broken_is_found() {
        Graph shapes = ForeignReader.shapes("prov");
        assertThat(ForeignReader.found(shapes, graph(dossier()))).isEmpty();
        Map<String, Graph> broken = ForeignReader.broken(shapes, graph(dossier()));
        assertThat(broken)
                .hasSizeGreaterThan(15)
                .allSatisfy((what, graph) ->
                        assertThat(ForeignReader.found(shapes, graph)).as(what).isNotEmpty());
    }

    @ParameterizedTest
    @CsvSource({
        "2026-01-31T08:15:30.121Z, derived from what came later",
        "2026-01-31T08:15:30.121Z, used what came after its end"
    })
    void an_answer_that_is_younger_than_the_dossier_is_found(String asOf, String told) {
        ObjectNode dossier = dossier();
        ((ObjectNode) dossier.at("/sources/1")).put("asOf", asOf);
        assertThat(ForeignReader.found(ForeignReader.shapes("prov"), graph(dossier)))
                .anyMatch(finding -> finding.endsWith(told));
    }

    @Test
    void something_made_after_its_activity_had_ended_is_found() {
        Graph graph = graph(dossier());
        Node made = node(PROV + "generatedAtTime");
        graph.remove(node(AT + "#fact-identity"), made, Node.ANY);
        graph.add(
                node(AT + "#fact-identity"),
                made,
                NodeFactory.createLiteralDT("2026-02-01T00:00:00Z", XSDDatatype.XSDdateTime));
        assertThat(ForeignReader.found(ForeignReader.shapes("prov"), graph))
                .singleElement()
                .asString()
                .endsWith("made after the activity had ended");
    }

    @Test
    void an_entity_that_is_an_activity_too_is_found() {
        Graph graph = graph(dossier());
        graph.add(node(AT + "#evidence-e-1"), RDF.type.asNode(), node(PROV + "Activity"));
        assertThat(ForeignReader.found(ForeignReader.shapes("prov"), graph)).isNotEmpty();
    }

    /**
     * What follows from the ontology's domains, ranges and sub-properties; classes that exclude each other have
     * nothing.
     */
    private static List<String> ofTwoKinds(Graph ontology, Graph graph) {
        InfModel all = ModelFactory.createRDFSModel(
                ModelFactory.createModelForGraph(ontology), ModelFactory.createModelForGraph(graph));
        List<String> found = new ArrayList<>();
        all.listStatements(null, OWL.disjointWith, (RDFNode) null)
                .forEachRemaining(pair -> all.listSubjectsWithProperty(RDF.type, pair.getSubject())
                        .filterKeep(thing -> all.contains(thing, RDF.type, pair.getObject()))
                        .forEachRemaining(thing -> found.add(thing + " is " + pair)));
        return found;
    }

    @Test
    void by_the_ontology_itself_every_property_is_one_of_its_own_and_nothing_is_of_two_kinds() throws IOException {
        Graph ontology = ForeignReader.turtle(StandardFile.text("prov-o", "prov-o-20130430.ttl"));
        Graph graph = graph(dossier());
        assertThat(graph.find()
                        .filterKeep(triple -> triple.getPredicate().getURI().startsWith(PROV))
                        .toList())
                .isNotEmpty()
                .allSatisfy(triple -> assertThat(ontology.contains(triple.getPredicate(), RDF.type.asNode(), Node.ANY))
                        .as(triple.getPredicate() + " is a property of PROV-O")
                        .isTrue());
        assertThat(ofTwoKinds(ontology, graph)).isEmpty();
        // The lookup as if it were something that was made.
        graph.add(node(AT + "#fact-identity"), node(PROV + "wasDerivedFrom"), node(AT + "#lookup"));
        assertThat(ofTwoKinds(ontology, graph)).isNotEmpty();
    }
}
